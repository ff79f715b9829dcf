"""However long somebody has been talking, Rasa reads the last turns, what still holds, and keeps every word."""

import asyncio
from pathlib import Path

import pytest
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, BotUttered, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.recent_events import TURNS
from bot.sealed_store import SealedTrackerStore
from bot.tests.fakes import KEY, said

HANAKO, TARO = "0af1" * 8, "7ac0" * 8
DOMAIN = Domain.from_dict(
    {"slots": {"before": {"type": "any", "mappings": []}}, "forms": {"disclosure_form": {"required_slots": []}}}
)
LONG = [f"{number}つ目の質問です" for number in range(3 * TURNS)]


@pytest.fixture
def store(tmp_path: Path) -> TrackerStore:
    return SealedTrackerStore(DOMAIN, keys=KEY, dialect="sqlite", db=str(tmp_path / "tracker.db"))


async def tells(store: TrackerStore, text: str, *events: object, sender: str = HANAKO) -> DialogueStateTracker:
    """One turn as Rasa's processor handles it: read, continued, saved."""
    tracker = await store.get_or_create_tracker(sender, append_action_listen=False)
    begun = (
        []
        if tracker.events
        else [ActionExecuted("action_session_start"), SessionStarted(), ActionExecuted("action_listen")]
    )
    for event in [*begun, UserUttered(text), *events, BotUttered("承知しました。"), ActionExecuted("action_listen")]:
        tracker.update(event)
    await store.save(tracker)
    return tracker


async def tells_all(store: TrackerStore, texts: "list[str]", sender: str = HANAKO) -> None:
    for text in texts:
        await tells(store, text, sender=sender)


def read(store: TrackerStore, sender: str = HANAKO) -> DialogueStateTracker:
    tracker = asyncio.run(store.retrieve(sender))
    assert tracker is not None
    return tracker


def heard(tracker: DialogueStateTracker) -> "list[str | None]":
    return [event.text for event in tracker.events if isinstance(event, UserUttered)]


def test_rasa_reads_the_last_turns_and_every_word_is_kept(store: TrackerStore) -> None:
    asyncio.run(tells_all(store, LONG))
    assert heard(read(store)) == LONG[-TURNS:]
    assert asyncio.run(said(store, HANAKO)) == LONG


def test_a_short_conversation_is_read_whole(store: TrackerStore) -> None:
    asyncio.run(tells_all(store, LONG[:TURNS]))
    assert heard(read(store)) == LONG[:TURNS]


def test_what_was_discussed_and_whose_turn_it_is_hold_however_long_ago(store: TrackerStore) -> None:
    asyncio.run(tells(store, "はじめまして"))
    asyncio.run(
        tells(store, "担当者に相談する", SlotSet("before", {"entry_ids": ["c1"]}), ActiveLoop("disclosure_form"))
    )
    asyncio.run(tells_all(store, LONG))
    assert read(store).get_slot("before") == {"entry_ids": ["c1"]}
    assert read(store).active_loop_name == "disclosure_form"


def test_a_loop_that_ended_long_ago_stays_ended(store: TrackerStore) -> None:
    asyncio.run(tells(store, "担当者に相談する", ActiveLoop("disclosure_form")))
    asyncio.run(tells(store, "やめます", ActiveLoop(None)))
    asyncio.run(tells_all(store, LONG))
    assert read(store).active_loop_name is None


def test_a_tracker_saved_twice_is_kept_once(store: TrackerStore) -> None:
    asyncio.run(tells_all(store, LONG))
    asyncio.run(store.save(asyncio.run(tells(store, "最後の質問です"))))
    assert asyncio.run(said(store, HANAKO)) == [*LONG, "最後の質問です"]


def test_a_new_conversation_session_begins_with_nothing_of_the_last(store: TrackerStore) -> None:
    asyncio.run(tells(store, "担当者に相談する", ActiveLoop("disclosure_form")))
    asyncio.run(tells_all(store, LONG))
    asyncio.run(tells(store, "また来ました", ActionExecuted("action_session_start"), SessionStarted()))
    assert read(store).active_loop_name is None
    asyncio.run(tells_all(store, LONG))
    assert heard(read(store)) == LONG[-TURNS:]
    assert asyncio.run(said(store, HANAKO)) == ["担当者に相談する", *LONG, "また来ました", *LONG]


def test_another_visitors_turns_are_not_counted(store: TrackerStore) -> None:
    asyncio.run(tells_all(store, ["はじめまして"]))
    asyncio.run(tells_all(store, LONG, sender=TARO))
    assert heard(read(store)) == ["はじめまして"]
