"""The description names the public routes and methods, each and no other; the reference tells the same."""

import re

import pytest
import yaml
from django.urls import URLPattern

from bench.fuzzing import DESCRIPTION
from chat import urls
from tests.chat.openapi.description import Operation, responses
from tests.chat.visitor import Visitor
from tests.deploy.reference.kept import sections

pytestmark = pytest.mark.slow

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
ID = "00000000-0000-4000-8000-000000000007"


def routes() -> set[str]:
    """The public addresses as the description writes them."""
    assert all(isinstance(pattern, URLPattern) for pattern in urls.urlpatterns)
    return {"/" + str(pattern.pattern).replace("<str:message_id>", "{message_id}") for pattern in urls.urlpatterns}


def test_every_public_route_is_described_and_no_other() -> None:
    assert {path for _, path in responses()} == routes()


@pytest.mark.parametrize("path", sorted(routes()))
@pytest.mark.parametrize("method", METHODS)
def test_a_method_is_taken_if_it_is_described(visitor: Visitor, path: str, method: str) -> None:
    allowed = {m for m, described in responses() if described == path}
    as_described = "GET" if method == "HEAD" else method
    status = visitor.send(method, path.format(message_id=ID), b"").status_code
    if method == "HEAD" and status == 405:
        return  # what has a body of its own kind need not answer HEAD
    assert (status != 405) == (as_described in allowed)


def test_the_reference_has_a_heading_for_every_call_and_no_other() -> None:
    assert set(sections("api.md", "Calls")) == {f"{method} {path}" for method, path in responses()}


@pytest.mark.parametrize("operation", responses(), ids=" ".join)
def test_it_tells_every_reply_of_the_call(operation: Operation) -> None:
    told = sections("api.md", "Calls")[" ".join(operation)]
    assert {int(status) for status in re.findall(r"^\| (\d{3}) \|", told, re.MULTILINE)} == responses()[operation]


def test_the_reference_has_a_heading_for_every_body_and_names_its_fields() -> None:
    schemas = yaml.safe_load(DESCRIPTION.read_text(encoding="utf-8"))["components"]["schemas"]
    told = sections("api.md", "Bodies")
    assert set(told) == set(schemas)
    for name, schema in schemas.items():
        fields = {field for way in schema.get("oneOf", [schema]) for field in way.get("properties", ())}
        assert {field for field in fields if f"| `{field}` |" not in told[name]} == set(), name


def test_it_is_openapi_3_1() -> None:
    assert yaml.safe_load(DESCRIPTION.read_text(encoding="utf-8"))["openapi"] == "3.1.0"
