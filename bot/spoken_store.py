"""Rasa's tracker store without its silent fallback to memory: what fails is an error, told until it works again."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from rasa.core.tracker_store import FailSafeTrackerStore
from rasa.shared.core.trackers import DialogueStateTracker

from bot import measures


class SpokenStore(FailSafeTrackerStore):
    """In the place of Rasa's own wrapper; `trouble` is the type of the last error, None when there is none."""

    trouble: str | None = None

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        with self._watched(), measures.STAGE.labels(measures.READ).time():
            return await self._tracker_store.retrieve(sender_id)

    async def retrieve_full_tracker(self, sender_id: str) -> DialogueStateTracker | None:
        with self._watched():
            return await self._tracker_store.retrieve_full_tracker(sender_id)

    async def save(self, tracker: DialogueStateTracker) -> None:
        with self._watched(), measures.STAGE.labels(measures.WRITE).time():
            await self._tracker_store.save(tracker)

    def still_troubled(self) -> str | None:
        """The type of error, None once a row can be written again: nothing else would find out while nobody talks."""
        if self.trouble:
            with contextlib.suppress(Exception), self._watched():
                _write_and_erase(self._tracker_store)
        return self.trouble

    @contextlib.contextmanager
    def _watched(self) -> Iterator[None]:
        try:
            yield
        except Exception as error:
            self.trouble = type(error).__name__
            raise
        self.trouble = None


def _write_and_erase(store: Any) -> None:
    with store.session_scope() as session:
        row = store.SQLEvent(sender_id="readiness", type_name="probe")
        session.add(row)
        session.commit()
        session.delete(row)
        session.commit()


def speak(agent: Any) -> None:
    """Take the agent's fallback to memory away."""
    if agent is None or not isinstance(agent.tracker_store, FailSafeTrackerStore):
        return
    agent.tracker_store = SpokenStore(agent.tracker_store._tracker_store)
    if agent.processor is not None:
        agent.processor.tracker_store = agent.tracker_store
