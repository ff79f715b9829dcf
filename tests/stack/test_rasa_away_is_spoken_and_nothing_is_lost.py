import signal
import time
import uuid
from collections.abc import Iterator

import pytest

from deploy.started import Stack
from tests.stack.visitor import Visitor


@pytest.fixture
def without_rasa(stack: Stack) -> Iterator[Stack]:
    stack.stop("rasa", signal.SIGKILL)
    yield stack
    if stack.processes["rasa"].poll() is not None:
        stack.start("rasa")
    stack.wait_until_ready()


def test_the_visitor_hears_an_apology_and_the_same_message_is_answered_later(without_rasa: Stack) -> None:
    visitor, message = Visitor(without_rasa), {"id": str(uuid.uuid4()), "text": "メールの誤送信は対象ですか"}
    started = time.monotonic()
    away = visitor.send(**message)
    assert time.monotonic() - started < 6
    assert (away.status_code, away.headers["Content-Type"]) == (503, "application/problem+json")
    assert "担当者" in away.json()["messages"][0]["text"]
    assert [m["text"] for m in visitor.transcript()][1] == message["text"]
    assert visitor.client.get("/readyz").status_code == 503

    without_rasa.start("rasa")
    without_rasa.wait_until_ready()
    answered = visitor.send(**message)
    assert answered.json()["answer"]["entries"][0]["id"] == "scenario.missent_mail_or_fax"
    assert [m["text"] for m in visitor.transcript() if m["from"] == "visitor"] == [message["text"]]
    assert visitor.send(**message).json() == answered.json()
