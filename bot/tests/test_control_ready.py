"""Rasa is ready when a model is loaded and conversations are really stored."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from rasa.core.agent import Agent
from rasa.core.tracker_store import FailSafeTrackerStore, InMemoryTrackerStore
from rasa.shared.core.domain import Domain

from bot.control import problem_of
from bot.spoken_store import SpokenStore
from bot.tests.fakes import KEY, FakeAgent, broken_store, conversation, listening, said, sql_store


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


def test_a_store_that_fails_is_told_until_it_works_again(tmp_path: Path) -> None:
    store = broken_store(tmp_path / "tracker.db")
    agent = FakeAgent(store)
    told = "the tracker store under HOSHO_VAR cannot be used: OSError"

    async def scenario() -> "list[tuple[int, dict[str, Any]]]":
        async with listening(agent) as call:
            before = await call("GET", "/ready")
            with pytest.raises(OSError, match="disk I/O error"):
                await agent.tracker_store.save(conversation("hanako", "名簿をなくしました"))
            broken = await call("GET", "/ready")
            store._tracker_store.mended = True
            return [before, broken, await call("GET", "/ready")]

    assert asyncio.run(scenario()) == [(200, {"problem": None}), (503, {"problem": told}), (200, {"problem": None})]


def test_looking_whether_it_works_leaves_nothing_behind(tmp_path: Path) -> None:
    store = SpokenStore(broken_store(tmp_path / "tracker.db")._tracker_store)
    store.trouble, store._tracker_store.mended = "OSError", True
    assert store.still_troubled() is None
    assert asyncio.run(store.keys()) == []


def test_a_store_that_would_fall_back_to_memory_is_not_ready(tmp_path: Path) -> None:
    assert "fall back to memory" in str(problem_of(FakeAgent(sql_store(tmp_path / "tracker.db"))))


def test_a_store_in_memory_is_not_ready() -> None:
    store = FailSafeTrackerStore(InMemoryTrackerStore(Domain.empty()))
    assert asked(FakeAgent(store)) == (503, {"problem": "conversations are kept in memory only"})


def test_a_store_in_memory_without_the_wrapper_is_not_ready() -> None:
    assert problem_of(FakeAgent(InMemoryTrackerStore(Domain.empty()))) == "conversations are kept in memory only"


def test_rasa_made_from_our_endpoints_stores_conversations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """endpoints.yml names a sealed SQL store; Rasa would take memory for a name that it does not know."""
    from rasa.core.tracker_store import TrackerStore
    from rasa.core.utils import AvailableEndpoints

    root = Path(__file__).resolve().parents[2]
    monkeypatch.setenv("HOSHO_TRACKER_URL", f"sqlite:///{tmp_path / 'tracker.db'}")
    monkeypatch.setenv("HOSHO_REDIS_URL", "")
    monkeypatch.setenv("HOSHO_VAR", str(tmp_path))
    monkeypatch.setenv("HOSHO_FIELD_KEYS", KEY)
    monkeypatch.setenv("HOSHO_ACTION_URL", "http://127.0.0.1:1/")
    monkeypatch.setenv("HOSHO_ACTION_TOKEN", "aikotoba")
    endpoints = AvailableEndpoints.read_endpoints(str(root / "endpoints.yml"))
    store = FailSafeTrackerStore(TrackerStore.create(endpoints.tracker_store, domain=Domain.empty()))
    assert asked(FakeAgent(store)) == (200, {"problem": None})

    async def scenario() -> "list[str]":
        await store.save(conversation("hanako", "名簿をなくしました"))
        return await said(sql_store(tmp_path / "tracker.db"), "hanako")

    assert asyncio.run(scenario()) == ["名簿をなくしました"]
