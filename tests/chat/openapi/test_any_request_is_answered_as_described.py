"""Some hundred requests, right and wrong in every way that schemathesis knows, each answer held against the
description; `python -m bench.fuzz_api` does the same with thousands against a started stack."""

import os

import pytest
from asgiref.typing import ASGIApplication
from pytest_django import Settings

from bench.fuzzing import fuzz
from knowledge.models import Release
from tests.chat.visitor import Visitor
from tests.fakes import FakeEngine
from web.asgi import application

pytestmark = pytest.mark.slow

# HOSHO_FUZZ_EXAMPLES: requests that the test of the API makes of each operation
EXAMPLES = int(os.environ.get("HOSHO_FUZZ_EXAMPLES", "10"))


@pytest.fixture
def app() -> ASGIApplication:
    return application


def test_every_answer_is_as_described(
    release: Release, engine: FakeEngine, app: ASGIApplication, settings: Settings
) -> None:
    settings.ENVIRONMENT = settings.ENVIRONMENT.model_copy(update={"limits": False})
    assert Visitor().send("GET", "/readyz").status_code == 200, "the encoder is warm, as in a started stack"
    fuzzed = fuzz(lambda: Visitor().opens().opened, examples=EXAMPLES, seed=20261129, app=app)
    assert "\n\n".join(fuzzed.findings) == ""
    assert fuzzed.cases > 250
    assert {status for _, status in fuzzed.statuses} >= {200, 201, 204, 400, 401, 405}, fuzzed.statuses
