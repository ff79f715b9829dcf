"""What visitors said, and the slots, stand in var/tracker.db only under HOSHO_FIELD_KEYS."""

import asyncio
import json
import sqlite3
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from rasa.core.tracker_store import FailSafeTrackerStore, SQLTrackerStore, TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import SlotSet
from rasa.shared.core.slots import TextSlot
from rasa.shared.core.trackers import DialogueStateTracker

from bot.sealed_store import AT_ONCE, FieldKeyMissing, SealedTrackerStore
from bot.spoken_store import SpokenStore
from bot.tests.fakes import KEY, conversation, said, sql_store

SECRET = "極秘の取引先は株式会社ひみつ商事です"
HANAKO = "0af1" * 8
OTHER = Fernet.generate_key().decode()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "tracker.db"


def save(store: TrackerStore, *trackers: DialogueStateTracker) -> None:
    async def each() -> None:
        for tracker in trackers:
            await store.save(tracker)

    asyncio.run(each())


def heard(store: TrackerStore, sender: str = HANAKO) -> "list[str]":
    return asyncio.run(said(store, sender))


def holds(file: Path, text: str) -> bool:
    """Whether any file of the database has the text in it, as it is or as JSON writes it."""
    written = b"".join(part.read_bytes() for part in file.parent.glob(f"{file.name}*"))
    return text.encode() in written or json.dumps(text)[1:-1].encode() in written


def kept(file: Path) -> "list[str]":
    with sqlite3.connect(file) as database:
        return [row[0] for row in database.execute("SELECT data FROM events ORDER BY id")]


def plain_store(file: Path) -> FailSafeTrackerStore:
    """Rasa's own, as it was used before."""
    return FailSafeTrackerStore(SQLTrackerStore(Domain.empty(), dialect="sqlite", db=str(file)))


def test_what_was_said_is_read_again_and_is_not_in_the_file(file: Path) -> None:
    save(sql_store(file), conversation(HANAKO, SECRET))
    assert heard(sql_store(file)) == [SECRET]
    assert not holds(file, SECRET)
    assert not holds(file, "承知しました")


def test_slots_are_sealed_too(file: Path) -> None:
    slot = TextSlot("company", mappings=[])
    domain = Domain.from_dict({"slots": {"company": {"type": "text", "mappings": []}}})
    store = SealedTrackerStore(domain, keys=KEY, dialect="sqlite", db=str(file))
    save(store, DialogueStateTracker.from_events(HANAKO, [SlotSet("company", "株式会社ひみつ商事")], slots=[slot]))
    found = asyncio.run(store.retrieve(HANAKO))
    assert found is not None
    assert found.get_slot("company") == "株式会社ひみつ商事"
    assert not holds(file, "株式会社ひみつ商事")


def test_a_conversation_goes_on_where_it_was(file: Path) -> None:
    """Rasa stores only the events that the store does not have yet."""
    save(sql_store(file), conversation(HANAKO, "一つ目"))
    save(sql_store(file), conversation(HANAKO, "一つ目", "二つ目"))
    assert heard(sql_store(file)) == ["一つ目", "二つ目"]


def test_what_was_stored_plain_is_sealed_at_the_start(file: Path) -> None:
    texts = [f"{SECRET}{number}" for number in range(AT_ONCE)]
    save(plain_store(file), conversation(HANAKO, *texts))
    assert holds(file, SECRET)
    assert heard(sql_store(file)) == texts
    assert not holds(file, SECRET)
    assert not any(row.startswith("{") for row in kept(file))


def test_what_is_sealed_already_is_left_alone_at_the_start(file: Path) -> None:
    save(sql_store(file), conversation(HANAKO, SECRET))
    before = kept(file)
    sql_store(file)
    assert kept(file) == before


@pytest.mark.parametrize("keys", [None, "", " , ", "himitsu", f"{KEY},himitsu"])
def test_without_keys_it_does_not_start(file: Path, keys: "str | None") -> None:
    with pytest.raises(FieldKeyMissing, match="HOSHO_FIELD_KEYS") as stopped:
        SealedTrackerStore(Domain.empty(), keys=keys, dialect="sqlite", db=str(file))
    assert "himitsu" not in str(stopped.value)
    assert not file.exists()


def test_a_conversation_that_no_key_opens_is_an_error_and_no_new_conversation(file: Path) -> None:
    save(sql_store(file), conversation(HANAKO, SECRET))
    store = SpokenStore(sql_store(file, OTHER)._tracker_store)
    with pytest.raises(FieldKeyMissing, match="no key in HOSHO_FIELD_KEYS opens a row of the tracker store"):
        heard(store)
    assert store.trouble == "FieldKeyMissing"


def test_a_plain_row_put_in_afterwards_is_not_believed(file: Path) -> None:
    store = sql_store(file)
    save(plain_store(file), conversation(HANAKO, "わたしを信じて"))
    with pytest.raises(FieldKeyMissing):
        heard(SpokenStore(store._tracker_store))


def test_an_older_key_still_opens(file: Path) -> None:
    save(sql_store(file), conversation(HANAKO, SECRET))
    assert heard(sql_store(file, f"{OTHER},{KEY}")) == [SECRET]
