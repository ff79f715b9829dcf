"""Rasa is ready when a model is loaded and conversations are really stored."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from rasa.core.agent import Agent
from rasa.core.tracker_store import FailSafeTrackerStore, InMemoryTrackerStore
from rasa.shared.core.domain import Domain

from bot.control import problem_of
from bot.tests.fakes import FakeAgent, broken_store, conversation, listening, said, sql_store


def asked(agent: FakeAgent | None) -> tuple[int, dict[str, Any]]:
    async def scenario() -> tuple[int, dict[str, Any]]:
        async with listening(agent) as call:
            return await call("GET", "/ready")

    return asyncio.run(scenario())


def test_with_a_model_and_an_sql_store_it_is_ready(tmp_path: Path) -> None:
    assert asked(FakeAgent(sql_store(tmp_path / "tracker.db"))) == (200, {"problem": None})


def test_without_a_model_it_is_not(tmp_path: Path) -> None:
    assert asked(FakeAgent(sql_store(tmp_path / "tracker.db"), ready=False)) == (503, {"problem": "no model is loaded"})


def test_before_rasa_has_an_agent_it_is_not() -> None:
    assert asked(None) == (503, {"problem": "no model is loaded"})


def test_a_real_agent_without_a_model_is_not_ready(tmp_path: Path) -> None:
    agent = Agent(domain=Domain.empty(), tracker_store=sql_store(tmp_path / "tracker.db")._tracker_store)
    assert problem_of(agent) == "no model is loaded"


def test_a_store_that_fell_back_to_memory_is_not_ready(tmp_path: Path) -> None:
    store = broken_store(tmp_path / "tracker.db")
    assert asked(FakeAgent(store)) == (200, {"problem": None})

    async def fall_back() -> None:
        await store.save(conversation("hanako", "名簿をなくしました"))

    asyncio.run(fall_back())
    assert asked(FakeAgent(store)) == (503, {"problem": "the tracker store failed and fell back to memory"})


def test_a_store_in_memory_is_not_ready() -> None:
    store = FailSafeTrackerStore(InMemoryTrackerStore(Domain.empty()))
    assert asked(FakeAgent(store)) == (503, {"problem": "conversations are kept in memory only"})


def test_a_store_in_memory_without_the_wrapper_is_not_ready() -> None:
    assert problem_of(FakeAgent(InMemoryTrackerStore(Domain.empty()))) == "conversations are kept in memory only"


def test_rasa_made_from_our_endpoints_stores_conversations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """endpoints.yml names an SQL store; Rasa would take memory for a name that it does not know."""
    from rasa.core.tracker_store import TrackerStore
    from rasa.core.utils import AvailableEndpoints

    root = Path(__file__).resolve().parents[2]
    monkeypatch.setenv("HOSHO_TRACKER_DB", str(tmp_path / "tracker.db"))
    monkeypatch.setenv("HOSHO_ACTION_URL", "http://127.0.0.1:1/")
    monkeypatch.setenv("HOSHO_ACTION_TOKEN", "aikotoba")
    endpoints = AvailableEndpoints.read_endpoints(str(root / "endpoints.yml"))
    store = FailSafeTrackerStore(TrackerStore.create(endpoints.tracker_store, domain=Domain.empty()))
    assert problem_of(FakeAgent(store)) is None

    async def scenario() -> "list[str]":
        await store.save(conversation("hanako", "名簿をなくしました"))
        return await said(sql_store(tmp_path / "tracker.db"), "hanako")

    assert asyncio.run(scenario()) == ["名簿をなくしました"]
