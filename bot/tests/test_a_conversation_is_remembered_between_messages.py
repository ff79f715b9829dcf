"""Rasa reads a conversation from memory as it would from the database, and only while the database holds the same."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.events import ActionExecuted, ActiveLoop, BotUttered, Event, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot import kept_events
from bot.recent_events import TURNS
from bot.sealed_store import SealedTrackerStore
from bot.tests.fakes import KEY, said
from bot.tests.test_long_conversations import DOMAIN, HANAKO, LONG, TARO, heard, read, tells, tells_all


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "tracker.db"


@pytest.fixture
def store(file: Path) -> SealedTrackerStore:
    return opened(file)


def opened(file: Path) -> SealedTrackerStore:
    """As another Rasa, or this one after a restart: it remembers nothing."""
    return SealedTrackerStore(DOMAIN, keys=KEY, dialect="sqlite", db=str(file))


@pytest.fixture
def statements(store: SealedTrackerStore) -> Iterator["list[str]"]:
    """What the store asks of the database."""
    asked: list[str] = []

    def listener(connection: Any, cursor: Any, statement: str, *_: Any) -> None:
        asked.append(statement)

    sa.event.listen(store.engine, "before_cursor_execute", listener)
    yield asked
    sa.event.remove(store.engine, "before_cursor_execute", listener)


def as_told(tracker: DialogueStateTracker) -> "tuple[list[dict[str, Any]], dict[str, Any], Any, Any]":
    """All that Rasa goes on from."""
    events = [event.as_dict() for event in tracker.events]
    return events, tracker.current_slot_values(), tracker.active_loop, tracker.latest_action


def turns_of_all_kinds() -> "Iterator[list[Event]]":
    """What happens in each of them; made when it is asked for, because an event has the time at which it is made."""
    yield []
    yield [SlotSet("before", {"entry_ids": ["c1"]})]
    yield [ActionExecuted("disclosure_form"), ActiveLoop("disclosure_form")]
    yield [ActionExecuted("disclosure_form")]
    yield [ActionExecuted("disclosure_form"), ActiveLoop(None)]
    yield from ([] for _ in range(TURNS))
    yield [SlotSet("before", None)]
    yield [ActionExecuted("disclosure_form"), ActiveLoop("disclosure_form")]
    yield from ([] for _ in range(TURNS + 1))
    yield [ActionExecuted("action_session_start"), SessionStarted(), SlotSet("before", {"entry_ids": ["c2"]})]
    yield from ([] for _ in range(TURNS + 2))


def test_after_every_turn_it_is_what_another_rasa_reads_from_the_database(
    store: SealedTrackerStore, file: Path, statements: "list[str]"
) -> None:
    for number, events in enumerate(turns_of_all_kinds()):
        asyncio.run(tells(store, f"{number}つ目の質問です", *events))
        statements.clear()
        assert as_told(read(store)) == as_told(read(opened(file))), number
        assert [statement for statement in statements if "data" in statement] == [], "read from the database"


def test_a_turn_asks_the_database_twice(store: SealedTrackerStore, statements: "list[str]") -> None:
    """How far the conversation is, and to take the new events."""
    asyncio.run(tells_all(store, LONG[:2]))
    statements.clear()
    asyncio.run(tells(store, "もう一つ質問です"))
    assert [statement.split()[0] for statement in statements] == ["SELECT", "INSERT"]


def test_what_another_rasa_has_heard_meanwhile_is_read(store: SealedTrackerStore, file: Path) -> None:
    asyncio.run(tells(store, "はじめまして"))
    asyncio.run(tells(opened(file), "別の所で聞きました"))
    assert heard(read(store)) == ["はじめまして", "別の所で聞きました"]


def test_what_another_rasa_hears_during_a_turn_is_neither_lost_nor_overlooked(
    store: SealedTrackerStore, file: Path
) -> None:
    asyncio.run(tells(store, "はじめまして"))
    tracker = read(store)
    asyncio.run(tells(opened(file), "別の所で聞きました"))
    tracker.update(UserUttered("補償されますか"))
    asyncio.run(store.save(tracker))
    assert heard(read(store)) == ["はじめまして", "別の所で聞きました", "補償されますか"]


def test_a_conversation_that_another_rasa_has_erased_begins_anew(store: SealedTrackerStore, file: Path) -> None:
    asyncio.run(tells_all(store, ["秘密です", "もう一つ"]))
    opened(file).erase(HANAKO)
    assert asyncio.run(store.retrieve(HANAKO)) is None


def test_events_that_were_given_the_numbers_of_erased_ones_are_not_taken_for_them(
    store: SealedTrackerStore, file: Path
) -> None:
    """SQLite gives the highest ids again."""
    asyncio.run(tells(store, "秘密です"))
    other = opened(file)
    other.erase(HANAKO)
    asyncio.run(tells(other, "はじめまして"))
    assert heard(read(store)) == ["はじめまして"]


def test_an_erased_conversation_is_not_kept_in_memory(store: SealedTrackerStore) -> None:
    asyncio.run(tells_all(store, ["秘密です"]))
    asyncio.run(tells(store, "補償されますか", sender=TARO))
    store.erase(HANAKO)
    assert list(store._kept._by_sender) == [TARO]


def test_what_could_not_be_saved_is_not_remembered(store: SealedTrackerStore, monkeypatch: pytest.MonkeyPatch) -> None:
    asyncio.run(tells(store, "はじめまして"))
    with monkeypatch.context() as full:
        full.setattr(store, "sessionmaker", sessions_without_room(store))
        with pytest.raises(OSError, match="disk full"):
            asyncio.run(tells(store, "名簿をなくしました"))
    assert heard(read(store)) == ["はじめまして"]
    asyncio.run(tells(store, "もう一度言います"))
    assert asyncio.run(said(store, HANAKO)) == ["はじめまして", "もう一度言います"]


def sessions_without_room(store: SealedTrackerStore) -> Any:
    """Sessions that fail as they commit."""

    class Full(sa.orm.Session):
        def commit(self) -> None:
            raise OSError("disk full")

    return sa.orm.sessionmaker(bind=store.engine, class_=Full)


def test_a_turn_that_broke_off_leaves_nothing_behind(store: TrackerStore) -> None:
    asyncio.run(tells(store, "はじめまして"))
    read(store).update(UserUttered("途中で切れました"))
    assert heard(read(store)) == ["はじめまして"]


def test_those_who_spoke_last_are_remembered(store: SealedTrackerStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_events, "AT_MOST", 2)
    for sender in ("ichiro", "jiro", "ichiro", "saburo"):
        asyncio.run(tells(store, "はじめまして", sender=sender))
    assert list(store._kept._by_sender) == ["ichiro", "saburo"]
    assert heard(read(store, "jiro")) == ["はじめまして"]


def test_after_sealing_anew_everything_is_read_again(store: SealedTrackerStore, statements: "list[str]") -> None:
    """A row that no key opens is an error, whatever is still known of it."""
    asyncio.run(tells(store, "はじめまして"))
    store.reseal(0)
    statements.clear()
    assert heard(read(store)) == ["はじめまして"]
    assert any("data" in statement for statement in statements)


def test_a_reply_is_stored_as_it_was_said(store: SealedTrackerStore, file: Path) -> None:
    asyncio.run(tells(store, "はじめまして"))
    asyncio.run(tells(store, "補償されますか", BotUttered("はい", {"custom": {"answer": {"verdict": "none"}}})))
    told = [event.as_dict() for event in read(opened(file)).events if isinstance(event, BotUttered)]
    assert told[1]["data"] == {"custom": {"answer": {"verdict": "none"}}}
