"""An action that takes longer than the action timeout is answered for: Rasa would wait, and then say nothing."""

import asyncio
import json
import threading
from typing import Any

import pytest
from asgiref.testing import ApplicationCommunicator
from django.conf import settings
from django.core.asgi import get_asgi_application
from rasa_sdk.executor import ActionExecutor

from actions import texts
from knowledge import answering
from tests.actions.calls import WEBHOOK, call, post
from tests.logs import events


def test_an_action_that_never_ends_is_answered_with_an_apology(executor: ActionExecutor) -> None:
    assert post(call("action_never_ending")).json()["responses"][0]["text"] == texts.APOLOGY


def test_a_timeout_is_logged_without_a_traceback(executor: ActionExecutor, caplog: pytest.LogCaptureFixture) -> None:
    post(call("action_never_ending"))
    (event,) = events(caplog, "actions.webhook")
    assert event["event"] == "an action took longer than HOSHO_ACTION_TIMEOUT"
    assert event["action"] == "action_never_ending"
    assert not event.get("exc_info")


def test_the_next_call_is_not_held_up(executor: ActionExecutor) -> None:
    post(call("action_never_ending"))
    assert post(call("action_failing")).status_code == 200


def test_an_action_stuck_in_a_thread_does_not_hold_the_apology_back(
    executor: ActionExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As behind a locked database, the whole way through Django: no cancelling reaches the thread."""
    released = threading.Event()
    monkeypatch.setattr(answering, "answer_question", lambda text: released.wait(10))
    in_case_it_is_held_back = threading.Timer(1.5, released.set)
    in_case_it_is_held_back.start()
    try:
        sent, was_still_stuck = asyncio.run(through_asgi(call("action_answer", "保険料は"), released))
    finally:
        in_case_it_is_held_back.cancel()
        released.set()
    assert sent["responses"][0]["text"] == texts.APOLOGY
    assert was_still_stuck


async def through_asgi(body: dict[str, Any], released: threading.Event) -> tuple[dict[str, Any], bool]:
    """The reply's JSON, and whether it came while the action was still stuck."""
    token = f"Bearer {settings.ENVIRONMENT.action_token}".encode()
    headers = [(b"host", b"localhost"), (b"authorization", token), (b"content-type", b"application/json")]
    scope = {"type": "http", "method": "POST", "path": WEBHOOK, "query_string": b"", "headers": headers}
    web: Any = ApplicationCommunicator(get_asgi_application(), scope)  # type: ignore[no-untyped-call]
    await web.send_input({"type": "http.request", "body": json.dumps(body).encode()})
    assert (await web.receive_output(timeout=5))["status"] == 200
    sent: dict[str, Any] = json.loads((await web.receive_output(timeout=5))["body"])
    was_still_stuck = not released.is_set()
    released.set()
    await web.wait(timeout=5)
    return sent, was_still_stuck
