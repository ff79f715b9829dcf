"""A visitor erases the conversation while the bot is still thinking."""

import asyncio

import pytest
from asgiref.sync import async_to_sync, sync_to_async
from django.http import HttpResponse
from django.utils import timezone

from chat import rasa, turns
from chat.dialogue_engine import EngineAway, Part
from chat.models import Session, Turn
from chat.requests import Sent
from chat.retention import erase_old
from leads import forms
from leads.domain.lead import Kind
from leads.models import Disclosure
from tests.chat.visitor import Visitor, assert_problem
from tests.fakes import FakeEngine, SlowEngine


class RememberingEngine(SlowEngine):
    """As Rasa: stores what was said when the turn ends; `kept` holds the conversations it still has."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: list[str] = []
        self.away_to_forget = False

    async def reply(self, sender: str, message: str, message_id: str) -> list[Part]:
        said = await super().reply(sender, message, message_id)
        self.kept.append(sender)
        return said

    async def forget(self, sender: str) -> None:
        if self.away_to_forget:
            raise EngineAway("Rasa at HOSHO_RASA_URL: ConnectError")
        await super().forget(sender)
        self.kept = [kept for kept in self.kept if kept != sender]


@pytest.fixture
def slow(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> RememberingEngine:
    engine = RememberingEngine()
    monkeypatch.setattr(rasa, "_engine", engine)
    return engine


async def erased_meanwhile(visitor: Visitor, slow: SlowEngine) -> tuple[HttpResponse, HttpResponse]:
    """The responses to the erasure and to the message that was under way; either may end first."""
    message = asyncio.create_task(visitor.asays("取引先の名簿を流出させてしまいました"))
    await slow.under_way.wait()
    erasure = asyncio.create_task(visitor.asend("DELETE", "/api/chat/session"))
    await asyncio.wait({erasure}, timeout=0.3)
    slow.may_answer.set()
    return await erasure, await message


def test_the_erasure_succeeds_and_nothing_is_written_back(visitor: Visitor, slow: RememberingEngine) -> None:
    erasure, _ = async_to_sync(erased_meanwhile)(visitor, slow)
    assert erasure.status_code == 204
    assert slow.heard == ["取引先の名簿を流出させてしまいました"]
    assert Turn.objects.count() == 0


def test_the_message_is_no_internal_error(visitor: Visitor, slow: RememberingEngine) -> None:
    _, message = async_to_sync(erased_meanwhile)(visitor, slow)
    assert message.status_code in (200, 401), "answered before it was erased, or told that its session is gone"


def test_the_message_is_no_internal_error_when_the_engine_goes_away_too(
    visitor: Visitor, slow: RememberingEngine
) -> None:
    async def scenario() -> int:
        message = asyncio.create_task(visitor.asays("取引先の名簿を流出させてしまいました"))
        await slow.under_way.wait()
        await Session.objects.all().adelete()
        slow.away = True
        slow.may_answer.set()
        return (await message).status_code

    assert async_to_sync(scenario)() in (401, 503)


def test_an_engine_that_went_away_forgets_when_it_is_back(visitor: Visitor, slow: RememberingEngine) -> None:
    async def scenario() -> None:
        message = asyncio.create_task(visitor.asays("取引先の名簿を流出させてしまいました"))
        await slow.under_way.wait()
        await Session.objects.all().adelete()
        slow.may_answer.set()
        await message

    slow.away_to_forget = True
    async_to_sync(scenario)()
    assert len(slow.kept) == 1
    slow.away_to_forget = False
    erase_old(slow, timezone.now())
    assert slow.kept == []
    assert not Session.objects.exists()


def test_a_form_that_the_turn_began_goes_too(visitor: Visitor, slow: RememberingEngine) -> None:
    async def scenario() -> None:
        message = asyncio.create_task(visitor.asays("見積りをお願いします"))
        await slow.under_way.wait()
        session = (await Session.objects.aget()).pk
        await visitor.asend("DELETE", "/api/chat/session")
        await sync_to_async(forms.begin)(session, Kind.QUOTE, "begin")
        slow.may_answer.set()
        await message

    async_to_sync(scenario)()
    assert not Disclosure.objects.exists()


def test_the_engine_keeps_nothing_of_the_turn_that_ended_later(visitor: Visitor, slow: RememberingEngine) -> None:
    async_to_sync(erased_meanwhile)(visitor, slow)
    assert len(slow.forgotten) >= 1
    assert slow.kept == []


def test_a_message_that_would_be_kept_just_after_the_erasure_is_refused(
    visitor: Visitor, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    meaning = turns._meaning

    async def erased_first(session: Session, sent: Sent) -> tuple[str, str]:
        await session.adelete()
        session.pk = visitor_id
        return await meaning(session, sent)

    visitor_id = Session.objects.get().pk
    monkeypatch.setattr(turns, "_meaning", erased_first)
    assert_problem(visitor.says("取引先の名簿を流出させてしまいました"), 401)
    assert not Turn.objects.exists()
    assert engine.heard == []
