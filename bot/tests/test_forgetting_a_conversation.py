"""DELETE /webhooks/control/conversations/{sender}: one visitor is erased, the others stay."""

import asyncio
import sqlite3
from pathlib import Path

import pytest
from rasa.core.tracker_store import FailSafeTrackerStore, InMemoryTrackerStore
from rasa.shared.core.domain import Domain

from bot.tests.fakes import FakeAgent, broken_store, conversation, listening, said, sql_store

SECRET = "極秘の取引先は株式会社ひみつ商事です"
HANAKO, TARO = "0af1" * 8, "0af2" * 8


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "tracker.db"


@pytest.fixture
def store(file: Path) -> FailSafeTrackerStore:
    """Two visitors have said something."""
    made = sql_store(file)

    async def fill() -> None:
        await made.save(conversation(HANAKO, SECRET, "調査費用は出ますか"))
        await made.save(conversation(TARO, "USBメモリをなくしました"))

    asyncio.run(fill())
    return made


def forget(store: FailSafeTrackerStore, *senders: str) -> list[int]:
    """The statuses of forgetting these."""

    async def scenario() -> list[int]:
        async with listening(FakeAgent(store)) as call:
            return [(await call("DELETE", f"/conversations/{sender}"))[0] for sender in senders]

    return asyncio.run(scenario())


def kept(store: FailSafeTrackerStore) -> tuple[list[str], list[str]]:
    async def scenario() -> tuple[list[str], list[str]]:
        return await said(store, HANAKO), await said(store, TARO)

    return asyncio.run(scenario())


def test_what_was_said_is_stored_at_first(store: FailSafeTrackerStore) -> None:
    assert kept(store) == ([SECRET, "調査費用は出ますか"], ["USBメモリをなくしました"])


def test_the_conversation_is_gone_and_the_other_stays(store: FailSafeTrackerStore) -> None:
    assert forget(store, HANAKO) == [204]
    assert kept(store) == ([], ["USBメモリをなくしました"])


def test_it_is_gone_for_another_process_too(store: FailSafeTrackerStore, file: Path) -> None:
    forget(store, HANAKO)
    assert kept(sql_store(file)) == ([], ["USBメモリをなくしました"])


def test_forgetting_an_unknown_visitor_changes_nothing(store: FailSafeTrackerStore) -> None:
    assert forget(store, "nobody", "%E8%8A%B1%E5%AD%90", "%25", "_") == [204] * 4
    assert kept(store) == ([SECRET, "調査費用は出ますか"], ["USBメモリをなくしました"])


def test_forgetting_twice_is_no_error(store: FailSafeTrackerStore) -> None:
    assert forget(store, HANAKO, HANAKO) == [204, 204]


def test_who_comes_back_begins_anew(store: FailSafeTrackerStore) -> None:
    forget(store, HANAKO)

    async def again() -> None:
        await store.save(conversation(HANAKO, "はじめまして"))

    asyncio.run(again())
    assert kept(store)[0] == ["はじめまして"]


def test_the_words_are_no_longer_in_the_files(store: FailSafeTrackerStore, file: Path) -> None:
    """SQLite leaves deleted rows readable in the file unless it is told to overwrite them (secure_delete)."""
    with sqlite3.connect(file) as database:
        sealed = [row[0].encode() for row in database.execute("SELECT data FROM events WHERE sender_id = ?", [HANAKO])]

    def files() -> bytes:
        return b"".join(part.read_bytes() for part in file.parent.glob(f"{file.name}*"))

    assert all(token in files() for token in sealed)
    forget(store, HANAKO)
    assert sealed
    assert not any(token in files() for token in sealed)


def test_of_a_store_that_fails_it_is_not_said_that_it_has_forgotten(file: Path) -> None:
    [status] = forget(broken_store(file), HANAKO)
    assert status >= 500


def test_a_store_in_memory_never_pretends_to_have_forgotten() -> None:
    store = FailSafeTrackerStore(InMemoryTrackerStore(Domain.empty()))

    async def fill() -> None:
        await store.save(conversation(HANAKO, SECRET))

    asyncio.run(fill())
    assert kept(store)[0] == [SECRET]
    (status,) = forget(store, HANAKO)
    assert status >= 500 or kept(store)[0] == []
