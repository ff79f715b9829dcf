"""The connection breaks while the bot is thinking; the widget sends the same message again.

Through Django's own ASGI handler, which cancels a request whose client has gone."""

import asyncio
import datetime
import json
import uuid

import pytest
from asgiref.sync import async_to_sync
from asgiref.testing import ApplicationCommunicator
from django.http import HttpResponse

from chat import rasa, turns
from tests.chat.visitor import MESSAGES, Visitor
from tests.fakes import ANSWER, SlowEngine
from web.asgi import application

QUESTION = "サーバーが暗号化されました。補償されますか"


@pytest.fixture
def slow(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> SlowEngine:
    engine = SlowEngine()
    monkeypatch.setattr(rasa, "_engine", engine)
    monkeypatch.setattr(turns, "ABANDONED", datetime.timedelta(seconds=1))
    return engine


def request_of(visitor: Visitor, message_id: uuid.UUID) -> tuple[dict[str, object], bytes]:
    body = json.dumps({"id": str(message_id), "text": QUESTION}).encode()
    headers = {"host": "127.0.0.1", "authorization": f"Bearer {visitor.token}", "content-length": str(len(body))}
    raw = [(name.encode(), value.encode()) for name, value in headers.items()]
    return {"type": "http", "method": "POST", "path": MESSAGES, "query_string": b"", "headers": raw}, body


async def broken_off_and_sent_again(visitor: Visitor, slow: SlowEngine) -> HttpResponse:
    message_id = uuid.uuid4()
    scope, body = request_of(visitor, message_id)
    browser = ApplicationCommunicator(application, scope)
    await browser.send_input({"type": "http.request", "body": body})
    await asyncio.wait_for(slow.under_way.wait(), 10)
    await browser.send_input({"type": "http.disconnect"})
    await browser.wait(10)
    slow.may_answer.set()
    return await visitor.asays(QUESTION, message_id)


def test_the_message_sent_again_is_answered(visitor: Visitor, slow: SlowEngine) -> None:
    response = async_to_sync(broken_off_and_sent_again)(visitor, slow)
    assert response.status_code == 200
    assert response.json()["messages"][0]["text"] == ANSWER
    assert visitor.typed() == [QUESTION]


def test_the_engine_does_not_hear_it_twice(visitor: Visitor, slow: SlowEngine) -> None:
    """Rasa has taken the message in: heard again, it would answer the next question of a form."""
    async_to_sync(broken_off_and_sent_again)(visitor, slow)
    assert slow.heard == [QUESTION]
