"""A slow turn is claimed again and again: nobody else takes it over, and whoever lost it gives the other's reply."""

import asyncio
import datetime
import uuid

import pytest
from asgiref.sync import async_to_sync, sync_to_async
from django.http import HttpResponse
from django.utils import timezone

from chat import rasa, turns
from chat.models import Turn
from tests.chat.visitor import Visitor
from tests.fakes import ANSWER, SlowEngine

pytestmark = pytest.mark.slow

QUESTION = "サーバーが暗号化されました。補償されますか"
OTHERS = {
    "messages": [{"id": "1", "from": "bot", "text": "ほかの過程のお答えです。", "buttons": []}],
    "answer": None,
    "form": None,
}


@pytest.fixture
def slow(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> SlowEngine:
    engine = SlowEngine()
    monkeypatch.setattr(rasa, "_engine", engine)
    monkeypatch.setattr(turns, "CLAIM_EVERY", 0.05)
    return engine


def asked_twice(visitor: Visitor, slow: SlowEngine) -> list[HttpResponse]:
    """The second time under the same id, after a turn whose process is gone would have been free; then Rasa answers."""

    async def scenario() -> list[HttpResponse]:
        message_id = uuid.uuid4()
        first = asyncio.ensure_future(visitor.asays(QUESTION, message_id))
        await slow.under_way.wait()
        second = asyncio.ensure_future(visitor.asays(QUESTION, message_id))
        await asyncio.wait({second}, timeout=0.6)
        slow.may_answer.set()
        return [await first, await second]

    return async_to_sync(scenario)()


def test_while_it_is_claimed_nobody_asks_rasa_again(
    visitor: Visitor, slow: SlowEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "ABANDONED", datetime.timedelta(seconds=0.3))
    first, second = asked_twice(visitor, slow)
    assert first.json() == second.json()
    assert slow.heard == [QUESTION]


def test_a_turn_whose_process_claims_no_more_is_taken_over_soon(
    visitor: Visitor, slow: SlowEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Halted, its connection cut: the proxy sends the message to another web, which has little time left."""
    monkeypatch.setattr(turns, "ABANDONED", datetime.timedelta(seconds=0.3))
    monkeypatch.setattr(turns, "CLAIM_EVERY", 60.0)
    first, second = asked_twice(visitor, slow)
    assert slow.heard == [QUESTION, QUESTION]
    assert first.json() == second.json()
    assert visitor.typed() == [QUESTION]


def test_who_lost_it_gives_the_reply_of_whoever_took_it_over(visitor: Visitor, slow: SlowEngine) -> None:
    def taken_over_and_answered() -> None:
        Turn.objects.filter(reply=None).update(claimed_at=timezone.now(), reply=OTHERS)

    async def scenario() -> HttpResponse:
        asking = asyncio.ensure_future(visitor.asays(QUESTION))
        await slow.under_way.wait()
        await sync_to_async(taken_over_and_answered)()
        slow.may_answer.set()
        return await asking

    response = async_to_sync(scenario)()
    assert response.json() == OTHERS
    assert ANSWER not in str(response.json())
    assert visitor.typed() == [QUESTION]
