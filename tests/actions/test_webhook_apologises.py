"""Whatever goes wrong inside an action, the visitor hears an apology that offers a person."""

import json
from typing import Any

import pytest

from actions import texts
from actions.wire import PERSON
from knowledge import live
from knowledge.live import NoRelease
from tests.actions.broken_actions import SECRET
from tests.actions.calls import call, post
from tests.logs import events

pytestmark = pytest.mark.usefixtures("executor")


def apology(body: dict[str, Any]) -> bool:
    [said] = body["responses"]
    return (said["text"], said["buttons"], body["events"]) == (texts.APOLOGY, [PERSON], [])


@pytest.mark.parametrize("action", ["action_failing", "action_never_ending", "action_unknown"])
def test_the_visitor_hears_an_apology(action: str) -> None:
    response = post(call(action))
    assert response.status_code == 200
    assert apology(response.json())


@pytest.mark.parametrize("body", [{}, {"next_action": None}, {"next_action": "action_failing"}, {"tracker": 1}])
def test_an_incomplete_call_is_answered_with_an_apology(body: dict[str, Any]) -> None:
    assert apology(post(body).json())


def test_the_body_holds_neither_a_traceback_nor_what_was_in_the_error() -> None:
    body = post(call("action_failing")).content.decode()
    assert not any(word in body for word in ("Traceback", "ZeroDivisionError", ".py", json.dumps(SECRET)[1:-1]))


def test_the_operator_finds_the_failure_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    post(call("action_failing"))
    (event,) = events(caplog, "actions.webhook")
    assert (event["event"], event["action"], event["kind"]) == (
        "an action failed",
        "action_failing",
        "ZeroDivisionError",
    )


def test_the_apology_is_marked_as_a_failure() -> None:
    assert post(call("action_failing")).json()["responses"][0]["custom"] == {"failed": True}


def test_before_anything_is_published_the_visitor_hears_an_apology(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing_published() -> None:
        raise NoRelease("run manage.py publish_knowledge")

    monkeypatch.setattr(live, "current", nothing_published)
    response = post(call("action_answer", "保険料はいくらですか"))
    assert apology(response.json())
    assert "publish_knowledge" not in response.content.decode()
