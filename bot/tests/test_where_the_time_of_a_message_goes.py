"""Rasa's steps are timed, and told to whoever knows the shared token."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from prometheus_client import REGISTRY
from rasa.core.actions.action import RemoteAction
from rasa.core.processor import MessageProcessor
from rasa.shared.core.domain import Domain
from rasa.shared.exceptions import RasaException
from rasa.utils.endpoints import EndpointConfig

from bot import measures, stages
from bot.control import ControlChannel
from bot.spoken_store import SpokenStore
from bot.tests.fakes import TOKEN, conversation, serving, sql_store

SAID = "ひみつ商事の山田花子です"


def count(stage: str) -> float:
    return REGISTRY.get_sample_value("hosho_rasa_stage_seconds_count", {"stage": stage}) or 0.0


def grown(stage: str, by: "Callable[[], Any]") -> float:
    before = count(stage)
    by()
    return count(stage) - before


class Interpreter:
    """Rasa's way to another process that parses."""

    async def parse(self, message: Any) -> "dict[str, Any]":
        return {"text": "", "intent": {"name": "greet"}, "entities": []}


@pytest.fixture
def processor(monkeypatch: pytest.MonkeyPatch) -> MessageProcessor:
    """Rasa's processor without a model, started as the channel starts it."""
    for owner, name, _ in stages.STEPS:
        monkeypatch.setattr(owner, name, getattr(owner, name))
    ControlChannel.from_credentials({"token": TOKEN})
    made = MessageProcessor.__new__(MessageProcessor)
    made.http_interpreter = Interpreter()
    made._check_for_unseen_features = lambda parsed: None
    return made


def test_parsing_is_timed(processor: MessageProcessor) -> None:
    assert grown(measures.NLU, lambda: asyncio.run(processor.parse_message(object()))) == 1


def test_being_told_twice_to_time_it_counts_it_once(processor: MessageProcessor) -> None:
    stages.time_them()
    assert grown(measures.NLU, lambda: asyncio.run(processor.parse_message(object()))) == 1


def test_predicting_is_timed_and_what_it_raises_is_raised(processor: MessageProcessor) -> None:
    def predict() -> None:
        with pytest.raises(AttributeError):
            processor.predict_next_with_tracker_if_should(conversation("hanako", SAID))

    assert grown(measures.POLICIES, predict) == 1


def test_calling_an_action_is_timed_though_nobody_answers(processor: MessageProcessor) -> None:
    async def call() -> None:
        action = RemoteAction("action_answer", EndpointConfig("http://127.0.0.1:1/webhook"))
        with pytest.raises(RasaException):
            await action.run(None, None, conversation("hanako", SAID), Domain.empty())

    assert grown(measures.ACTION, lambda: asyncio.run(call())) == 1


def test_reading_and_writing_the_conversation_are_timed(tmp_path: Path) -> None:
    store = SpokenStore(sql_store(tmp_path / "tracker.db")._tracker_store)
    assert grown(measures.WRITE, lambda: asyncio.run(store.save(conversation("hanako", SAID)))) == 1
    assert grown(measures.READ, lambda: asyncio.run(store.retrieve("hanako"))) == 1


async def asked(authorization: str) -> "tuple[int, str]":
    async with serving(ControlChannel(TOKEN), None) as url, aiohttp.ClientSession() as session:
        headers = {"Authorization": authorization}
        async with session.get(f"{url}/webhooks/control/metrics", headers=headers) as response:
            return response.status, await response.text()


def test_it_is_told_to_who_knows_the_token() -> None:
    status, text = asyncio.run(asked(f"Bearer {TOKEN}"))
    assert status == 200
    for stage in measures.STAGES:
        assert f'hosho_rasa_stage_seconds_bucket{{le="0.1",stage="{stage}"}}' in text


def test_and_to_nobody_else() -> None:
    status, text = asyncio.run(asked("Bearer wrong"))
    assert status == 401
    assert "hosho_" not in text


def test_nothing_of_a_conversation_is_in_it(tmp_path: Path) -> None:
    store = SpokenStore(sql_store(tmp_path / "tracker.db")._tracker_store)
    asyncio.run(store.save(conversation("hanako", SAID)))
    _, text = asyncio.run(asked(f"Bearer {TOKEN}"))
    assert text.isascii()
    assert "hanako" not in text
