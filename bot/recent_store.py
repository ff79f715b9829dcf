"""Rasa's SQL tracker store, which hands Rasa the last turns of a conversation and not all of it.

Rasa reads its tracker anew for every message, and sends it whole to the action: a turn would cost the more the longer
the visitor has been talking."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.events import ActionExecuted, ActiveLoop, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

TURNS = 5
"""More than any policy of config.yml looks back."""
STATE = (SlotSet.type_name, ActiveLoop.type_name)
"""Events that hold until the next of their kind, however long ago they were."""


class RecentTrackerStore(SQLTrackerStore):
    """Everything is kept, and `retrieve_full_tracker` still returns it."""

    async def _retrieve(self, sender_id: str, fetch_events_from_all_sessions: bool) -> DialogueStateTracker | None:
        tracker = await super()._retrieve(sender_id, fetch_events_from_all_sessions)
        if tracker and not fetch_events_from_all_sessions:
            tracker.left_out = self._count(sender_id) - len(tracker.events)
        return tracker

    def _event_query(self, session: Any, sender_id: str, fetch_events_from_all_sessions: bool) -> Any:
        query = super()._event_query(session, sender_id, fetch_events_from_all_sessions)
        return query if fetch_events_from_all_sessions else self._recent(session, query, sender_id)

    def _recent(self, session: Any, query: Any, sender_id: str) -> Any:
        event = self.SQLEvent
        of_sender = session.query(event.id).filter(event.sender_id == sender_id)
        listening = of_sender.filter(
            event.type_name == ActionExecuted.type_name, event.action_name == "action_listen"
        ).order_by(event.id.desc())
        last_states = (
            session.query(sa.func.max(event.id))
            .filter(event.sender_id == sender_id, event.type_name.in_(STATE))
            .group_by(event.type_name, event.action_name)
        )
        first = listening.offset(TURNS).limit(1).scalar() or 0
        return query.filter(sa.or_(event.id >= first, event.id.in_(last_states)))

    def _count(self, sender_id: str) -> int:
        with self.session_scope() as session:
            return int(super()._event_query(session, sender_id, False).count())

    def _additional_events(self, session: Any, tracker: DialogueStateTracker) -> Iterator[Any]:
        stored = super()._event_query(session, tracker.sender_id, False).count()
        return itertools.islice(tracker.events, stored - getattr(tracker, "left_out", 0), None)
