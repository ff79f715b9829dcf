"""What visitors write is personal: no log may hold it, whatever happens to the turn."""

import io
import json
import logging
import uuid

import pytest

from chat import rasa
from chat.models import Session
from tests.chat.visitor import MESSAGES, Visitor
from tests.fakes import ANSWER, BrokenEngine, FakeEngine
from tests.logs import written

SECRET = "ひみつ商事の山田花子の名簿"


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """What the process writes, at the level it runs at."""
    return written(monkeypatch)


def assert_silent_about(log: io.StringIO, *secrets: str | None) -> None:
    assert all(secrets)
    for secret in map(str, secrets):
        assert secret not in log.getvalue()
        assert json.dumps(secret)[1:-1] not in log.getvalue()


def lines(log: io.StringIO, event: str) -> list[str]:
    return [line for line in log.getvalue().splitlines() if event in line]


def test_a_turn_is_logged_without_what_was_said(visitor: Visitor, log: io.StringIO) -> None:
    assert visitor.says(SECRET).status_code == 200
    (line,) = lines(log, "turn answered")
    assert "chat.turns" in line
    assert_silent_about(log, SECRET, ANSWER)


def test_a_failing_turn_is_logged_without_what_was_said(visitor: Visitor, engine: FakeEngine, log: io.StringIO) -> None:
    engine.away = True
    visitor.says(SECRET)
    assert "ConnectError" in lines(log, "turn failed")[0]
    assert_silent_about(log, SECRET)


def test_an_unforeseen_error_is_logged_without_what_was_said(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch, log: io.StringIO
) -> None:
    """The engine's own exception carries the message here, as a library's may."""
    monkeypatch.setattr(rasa, "_engine", BrokenEngine())
    visitor.says(SECRET)
    assert "ZeroDivisionError" in log.getvalue()
    assert_silent_about(log, SECRET)


def test_a_refused_message_is_not_quoted(visitor: Visitor, log: io.StringIO) -> None:
    logging.getLogger("tests").info("the log is being read")
    response = visitor.send("POST", MESSAGES, {"id": str(uuid.uuid4()), "text": SECRET, "extra": 1})
    assert response.status_code == 400
    assert SECRET not in response.content.decode()
    assert "the log is being read" in log.getvalue()
    assert_silent_about(log, SECRET)


def test_the_token_is_not_logged(visitor: Visitor, engine: FakeEngine, log: io.StringIO) -> None:
    visitor.says(SECRET)
    engine.away = True
    visitor.says(SECRET)
    visitor.send("DELETE", "/api/chat/session")
    assert lines(log, "turn answered")
    assert_silent_about(log, visitor.token)


def test_every_line_of_a_turn_carries_the_request_and_a_digest_of_the_conversation(
    visitor: Visitor, log: io.StringIO
) -> None:
    visitor.says(SECRET)
    answered, request = lines(log, "turn answered")[-1], lines(log, "api/chat/messages")[-1]
    told = [dict(part.split("=", 1) for part in line.split() if "=" in part) for line in (answered, request)]
    assert told[0]["request"] == told[1]["request"]
    assert told[0]["session"] == told[1]["session"]
    assert told[0]["session"].removeprefix("s") not in Session.objects.get().id.hex
    assert float(told[0]["ms"]) <= float(told[1]["ms"]) + 1
    assert told[1]["status"] == "200"
