"""The last events of the conversations under way, in memory: as long as the database holds what it held when they were
saved, they need not be read, opened and taken apart again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import NamedTuple

from rasa.shared.core.events import Event

from bot.recent_events import recent

AT_MOST = 200
"""Conversations; one takes some 50 KB."""


class Mark(NamedTuple):
    """How far a conversation has come in the database. Another Rasa's writing changes it, and so does an erasure."""

    rows: int
    last_at: float | None

    def after(self, new: Sequence[Event]) -> Mark:
        """When these have been written, and nothing else."""
        return Mark(self.rows + len(new), max([*filter(None, [self.last_at]), *(event.timestamp for event in new)]))


class KeptEvents:
    def __init__(self) -> None:
        self._by_sender: OrderedDict[str, tuple[Mark, list[Event]]] = OrderedDict()

    def keep(self, sender_id: str, mark: Mark, events: Sequence[Event]) -> None:
        self._by_sender[sender_id] = mark, recent(events)
        self._by_sender.move_to_end(sender_id)
        if len(self._by_sender) > AT_MOST:
            self._by_sender.popitem(last=False)

    def as_of(self, sender_id: str, mark: Mark) -> list[Event] | None:
        """The conversation's events, if they are still what the database holds; else they are forgotten."""
        kept, events = self._by_sender.get(sender_id, (None, None))
        if kept == mark:
            return events
        self.forget(sender_id)
        return None

    def forget(self, sender_id: str) -> None:
        self._by_sender.pop(sender_id, None)

    def forget_all(self) -> None:
        self._by_sender.clear()
