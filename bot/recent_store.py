"""Rasa's SQL tracker store, which hands Rasa the last turns of a conversation and not all of it, from memory if it can.

Rasa reads its tracker anew for every message, and copies it for every action: a turn would cost the more the longer
the visitor has been talking."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, Event
from rasa.shared.core.trackers import DialogueStateTracker

from bot import connecting
from bot.kept_events import KeptEvents, Mark
from bot.recent_events import LISTEN, STATE, TURNS
from bot.sqlite_file import cut_write_ahead_log


@dataclass(frozen=True)
class Stored:
    """Of a tracker: how far its conversation is in the database, and how many of its events, the first, are there."""

    mark: Mark
    events: int


class RecentTrackerStore(SQLTrackerStore):
    """Everything is kept, and `retrieve_full_tracker` still returns it."""

    def __init__(self, domain: Domain | None = None, **options: Any) -> None:
        super().__init__(domain, **options)
        self.engine.dispose()
        self.engine = connecting.engine(self.engine.url)
        self.sessionmaker.configure(bind=self.engine)
        self._kept = KeptEvents()

    async def _retrieve(self, sender_id: str, fetch_events_from_all_sessions: bool) -> DialogueStateTracker | None:
        if fetch_events_from_all_sessions:
            return await super()._retrieve(sender_id, fetch_events_from_all_sessions)
        with self.session_scope() as session:
            mark = self._mark(session, sender_id)
        if not mark.rows:
            return None
        events = self._kept.as_of(sender_id, mark)
        if events is None:
            tracker = await super()._retrieve(sender_id, fetch_events_from_all_sessions)
        else:
            tracker = DialogueStateTracker.from_events(sender_id, events, self.domain.slots)
        if tracker:
            tracker.stored = Stored(mark, len(tracker.events))
        return tracker

    async def save(self, tracker: DialogueStateTracker) -> None:
        """As Rasa's own, but for the rows, which go in one statement."""
        await self.stream_events(tracker)
        sender_id, events = tracker.sender_id, list(tracker.events)
        with self.session_scope() as session:
            known = getattr(tracker, "stored", None)
            stored = known or self._stored(session, sender_id)
            new = events[stored.events :]
            if new:
                session.execute(sa.insert(self.SQLEvent.__table__), [_row(sender_id, event) for event in new])
                session.commit()
        if new:
            tracker.stored = Stored(stored.mark.after(new), len(events))
            if known or not stored.mark.rows:
                self._kept.keep(sender_id, tracker.stored.mark, events)
        else:
            tracker.stored = stored

    def erase(self, sender_id: str) -> None:
        """Delete every event of the conversation (Rasa has no call for it, rasa#10719)."""
        self._kept.forget(sender_id)
        with self.session_scope() as session:
            session.query(self.SQLEvent).filter_by(sender_id=sender_id).delete()
            session.commit()
        cut_write_ahead_log(self.engine)

    def _mark(self, session: Any, sender_id: str) -> Mark:
        event = self.SQLEvent.__table__.c
        newest = sa.select(sa.func.count(), sa.func.max(event.timestamp))
        return Mark(*session.execute(newest.where(event.sender_id == sender_id)).one())

    def _stored(self, session: Any, sender_id: str) -> Stored:
        """Of a tracker that was not read from here: its events are those of Rasa's last session."""
        events = super()._event_query(session, sender_id, False).count()
        return Stored(self._mark(session, sender_id), events)

    def _event_query(self, session: Any, sender_id: str, fetch_events_from_all_sessions: bool) -> Any:
        query = super()._event_query(session, sender_id, fetch_events_from_all_sessions)
        return query if fetch_events_from_all_sessions else self._recent(session, query, sender_id)

    def _recent(self, session: Any, query: Any, sender_id: str) -> Any:
        event = self.SQLEvent
        of_sender = session.query(event.id).filter(event.sender_id == sender_id)
        listening = of_sender.filter(event.type_name == ActionExecuted.type_name, event.action_name == LISTEN).order_by(
            event.id.desc()
        )
        last_states = (
            session.query(sa.func.max(event.id))
            .filter(event.sender_id == sender_id, event.type_name.in_(STATE))
            .group_by(event.type_name, event.action_name)
        )
        first = listening.offset(TURNS).limit(1).scalar() or 0
        return query.filter(sa.or_(event.id >= first, event.id.in_(last_states)))


def _row(sender_id: str, event: Event) -> dict[str, Any]:
    data = event.as_dict()
    return {
        "sender_id": sender_id,
        "type_name": event.type_name,
        "timestamp": data.get("timestamp"),
        "intent_name": data.get("parse_data", {}).get("intent", {}).get("name"),
        "action_name": data.get("name"),
        "data": json.dumps(data),
    }
