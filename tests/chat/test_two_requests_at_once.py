"""A widget that gave up waiting sends again while the first request is still being answered."""

import asyncio
import uuid
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from asgiref.sync import async_to_sync
from django.db import connections
from django.http import HttpResponse

from chat import rasa
from tests.chat.visitor import Visitor
from tests.fakes import FakeEngine, SlowEngine

QUESTION = "ランサムウェアで業務が止まりました"


@pytest.fixture
def slow(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> SlowEngine:
    engine = SlowEngine()
    monkeypatch.setattr(rasa, "_engine", engine)
    return engine


async def both(
    visitor: Visitor, slow: SlowEngine, message_id: uuid.UUID | None = None
) -> tuple[HttpResponse, HttpResponse]:
    message_id = message_id or uuid.uuid4()
    first = asyncio.create_task(visitor.asays(QUESTION, message_id))
    await slow.under_way.wait()
    second = asyncio.create_task(visitor.asays(QUESTION, message_id))
    done, _ = await asyncio.wait({second}, timeout=0.2)
    assert not done, "the second has nothing to say before the first is answered"
    slow.may_answer.set()
    return await first, await second


def test_the_second_waits_for_the_first_and_gets_its_reply(visitor: Visitor, slow: SlowEngine) -> None:
    first, second = async_to_sync(both)(visitor, slow)
    assert (first.status_code, second.status_code) == (200, 200)
    assert first.json() == second.json()


def test_the_engine_is_asked_once(visitor: Visitor, slow: SlowEngine) -> None:
    async_to_sync(both)(visitor, slow)
    assert slow.heard == [QUESTION]
    assert visitor.typed() == [QUESTION]


def test_after_an_apology_too_the_engine_is_asked_once_more_and_not_twice(
    visitor: Visitor, engine: FakeEngine, slow: SlowEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    message_id = uuid.uuid4()
    engine.away = True
    monkeypatch.setattr(rasa, "_engine", engine)
    assert visitor.says(QUESTION, message_id).status_code == 503
    monkeypatch.setattr(rasa, "_engine", slow)
    first, second = async_to_sync(both)(visitor, slow, message_id)
    assert first.json() == second.json()
    assert slow.heard == [QUESTION]


def test_another_message_does_not_wait_for_the_first(visitor: Visitor, slow: SlowEngine) -> None:
    async def scenario() -> list[int]:
        first = asyncio.create_task(visitor.asays(QUESTION))
        await slow.under_way.wait()
        slow.under_way.clear()
        second = asyncio.create_task(visitor.asays("保険料はいくらですか"))
        await asyncio.wait_for(slow.under_way.wait(), 5)
        slow.may_answer.set()
        return [(await first).status_code, (await second).status_code]

    assert async_to_sync(scenario)() == [200, 200]
    assert slow.heard == [QUESTION, "保険料はいくらですか"]


def test_of_many_in_separate_threads_one_alone_asks_the_engine(visitor: Visitor, engine: FakeEngine) -> None:
    """Each thread has its own connection to the database, as each process has."""
    message_id = uuid.uuid4()

    def ask(_: int) -> Any:
        again = Visitor()
        again.token = visitor.token
        try:
            return again.says(QUESTION, message_id).json()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(6) as pool:
        bodies = list(pool.map(ask, range(6)))
    assert engine.heard == [QUESTION]
    assert all(body == bodies[0] for body in bodies)
    assert bodies[0]["messages"]
