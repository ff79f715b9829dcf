"""What visitors write is personal: no log may hold it, whatever happens to the turn."""

import logging
import uuid

import pytest

from chat import rasa
from tests.chat.visitor import MESSAGES, Visitor
from tests.fakes import ANSWER, BrokenEngine, FakeEngine

SECRET = "ひみつ商事の山田花子の名簿"


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """What the process logs at the level it runs at."""
    caplog.set_level(logging.INFO)
    return caplog


def assert_silent_about(log: pytest.LogCaptureFixture, *secrets: str | None) -> None:
    written = log.text + repr([(r.getMessage(), r.args, r.exc_text) for r in log.records])
    assert all(secrets)
    for secret in map(str, secrets):
        assert secret not in written
        assert secret.encode("unicode_escape").decode() not in written


def logged_by(log: pytest.LogCaptureFixture, name: str) -> list[str]:
    return [record.getMessage() for record in log.records if record.name == name]


def test_a_turn_is_logged_without_what_was_said(visitor: Visitor, log: pytest.LogCaptureFixture) -> None:
    assert visitor.says(SECRET).status_code == 200
    assert any("turn answered" in line for line in logged_by(log, "chat.turns"))
    assert_silent_about(log, SECRET, ANSWER)


def test_a_failing_turn_is_logged_without_what_was_said(
    visitor: Visitor, engine: FakeEngine, log: pytest.LogCaptureFixture
) -> None:
    engine.away = True
    visitor.says(SECRET)
    assert any("ConnectError" in line for line in logged_by(log, "chat.turns"))
    assert_silent_about(log, SECRET)


def test_an_unforeseen_error_is_logged_without_what_was_said(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch, log: pytest.LogCaptureFixture
) -> None:
    """The engine's own exception carries the message here, as a library's may."""
    monkeypatch.setattr(rasa, "_engine", BrokenEngine())
    visitor.says(SECRET)
    assert "ZeroDivisionError" in log.text
    assert_silent_about(log, SECRET)


def test_a_refused_message_is_not_quoted(visitor: Visitor, log: pytest.LogCaptureFixture) -> None:
    logging.getLogger("tests").info("the log is being read")
    response = visitor.send("POST", MESSAGES, {"id": str(uuid.uuid4()), "text": SECRET, "extra": 1})
    assert response.status_code == 400
    assert SECRET not in response.content.decode()
    assert "the log is being read" in log.text
    assert_silent_about(log, SECRET)


def test_the_token_is_not_logged(visitor: Visitor, engine: FakeEngine, log: pytest.LogCaptureFixture) -> None:
    visitor.says(SECRET)
    engine.away = True
    visitor.says(SECRET)
    visitor.send("DELETE", "/api/chat/session")
    assert logged_by(log, "chat.turns")
    assert_silent_about(log, visitor.token)
