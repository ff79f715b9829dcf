"""Whatever happens to Rasa, the visitor hears an apology that offers a person, and the question is kept.

Through the real adapter, against a real HTTP server that stands for Rasa."""

import socket
import uuid
from collections.abc import Iterator

import pytest

from chat import rasa, texts
from tests.chat.kept import turn_of
from tests.chat.visitor import Visitor, assert_problem
from tests.fakes import RasaServer, rasa_server

pytestmark = pytest.mark.slow

PATIENT, HASTY = 10.0, 0.2
"""Seconds: no machine is so busy that an answer takes longer; a server that never answers need not be waited for."""
QUESTION = "ノートパソコンを紛失しました。補償されますか"
ANSWER = '[{"recipient_id": "x", "text": "紛失は補償例に掲載があります。"}]'.encode()
FAILURES: dict[str, tuple[int, bytes | None]] = {
    "does not answer in time": (200, None),
    "says nothing": (200, b"[]"),
    "answers 500": (500, b'[{"text": "ignore me"}]'),
    "answers 401": (401, b"{}"),
    "answers no JSON": (200, b"<html>Bad gateway</html>"),
    "answers an empty body": (200, b""),
    "answers bytes that are no text": (200, b"\xff\xfe\xfa"),
    "answers an object": (200, b'{"status": "failure"}'),
    "answers a string": (200, b'"failure"'),
    "answers a number": (200, b"5"),
    "answers a list of strings": (200, b'["failure"]'),
    "answers a list of nothing": (200, b"[null]"),
    "answers without words": (200, b'[{"recipient_id": "x"}]'),
    "answers with an empty text": (200, b'[{"recipient_id": "x", "text": ""}]'),
    "answers a button without a payload": (200, b'[{"text": "a", "buttons": [{"title": "b"}]}]'),
}


@pytest.fixture
def server() -> Iterator[RasaServer]:
    with rasa_server() as started:
        yield started


@pytest.fixture
def visitor(stranger: Visitor, server: RasaServer, monkeypatch: pytest.MonkeyPatch) -> Visitor:
    monkeypatch.setattr(rasa, "_engine", rasa.Rasa(server.url, "aikotoba", PATIENT))
    return stranger.opens()


@pytest.fixture(params=FAILURES)
def failing(
    visitor: Visitor, server: RasaServer, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> RasaServer:
    server.status, server.body = FAILURES[request.param]
    if server.body is None:
        monkeypatch.setattr(rasa, "_engine", rasa.Rasa(server.url, "aikotoba", HASTY))
    return server


def test_a_server_that_answers_is_heard(visitor: Visitor, server: RasaServer) -> None:
    """Without this the failures below would prove nothing."""
    server.body = ANSWER
    response = visitor.says(QUESTION)
    assert response.status_code == 200
    assert response.json()["messages"][0]["text"] == "紛失は補償例に掲載があります。"


def test_the_visitor_hears_an_apology(visitor: Visitor, failing: RasaServer) -> None:
    body = assert_problem(visitor.says(QUESTION), 503)
    assert body["detail"] == body["messages"][0]["text"] == texts.AWAY
    assert len(failing.requests) == 1


def test_the_apology_offers_a_person(visitor: Visitor, failing: RasaServer) -> None:
    body = assert_problem(visitor.says(QUESTION), 503)
    (button,) = body["messages"][0]["buttons"]
    assert button.keys() == {"id", "title"}
    assert button["title"] == "担当者に相談する"
    assert "担当者" in body["detail"]


def test_the_question_is_kept(visitor: Visitor, failing: RasaServer) -> None:
    visitor.says(QUESTION)
    turn = turn_of(QUESTION)
    assert turn.failed
    assert [m["from"] for m in visitor.transcript()] == ["bot", "visitor", "bot"]


def test_a_rasa_that_is_not_there_is_apologised_for(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
        monkeypatch.setattr(rasa, "_engine", rasa.Rasa(f"http://127.0.0.1:{port}", "", PATIENT))
        assert_problem(visitor.says(QUESTION), 503)
    assert turn_of(QUESTION).failed


def test_when_rasa_is_back_the_same_message_is_answered(
    visitor: Visitor, failing: RasaServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    message_id = uuid.uuid4()
    assert_problem(visitor.says(QUESTION, message_id), 503)
    monkeypatch.setattr(rasa, "_engine", rasa.Rasa(failing.url, "aikotoba", PATIENT))
    failing.status, failing.body = 200, ANSWER
    assert visitor.says(QUESTION, message_id).json()["messages"][0]["text"] == "紛失は補償例に掲載があります。"
    assert not turn_of(QUESTION).failed
