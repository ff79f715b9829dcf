"""docs/openapi.yaml as the tests read it."""

from datetime import timedelta
from functools import cache
from typing import Any

import httpx
import yaml
from django.http import HttpResponse

from bench.fuzzing import DESCRIPTION, described

Operation = tuple[str, str]
"""(method, path), such as ("POST", "/api/chat/sessions")."""


@cache
def responses() -> dict[Operation, set[int]]:
    """The statuses that each operation is described to answer with."""
    paths: dict[str, Any] = yaml.safe_load(DESCRIPTION.read_text(encoding="utf-8"))["paths"]
    return {
        (method.upper(), path): {int(status) for status in operation["responses"]}
        for path, operations in paths.items()
        for method, operation in operations.items()
    }


def assert_described(operation: Operation, response: HttpResponse) -> None:
    """Status, media type, headers and body are those of the description."""
    method, path = operation
    sent = httpx.Request(method, f"http://testserver{path}")
    got = httpx.Response(response.status_code, headers=dict(response.items()), content=response.content, request=sent)
    got.elapsed = timedelta(0)
    described()[path][method].validate_response(got)
