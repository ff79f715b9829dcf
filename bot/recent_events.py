"""Which of a conversation's events Rasa goes on from: the last turns, and what still holds however long ago it was."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rasa.shared.core.events import ActionExecuted, ActiveLoop, Event, SessionStarted, SlotSet

TURNS = 5
"""More than any policy of config.yml looks back."""
STATE = (SlotSet.type_name, ActiveLoop.type_name)
"""Events that hold until the next of their kind, however long ago they were."""
LISTEN = "action_listen"


def recent(events: Sequence[Event]) -> list[Event]:
    """What RecentTrackerStore would read of these events from the database, of Rasa's last session alone."""
    started = max((event.timestamp for event in events if isinstance(event, SessionStarted)), default=None)
    listening = [place for place, event in enumerate(events) if _listens(event)]
    first = listening[-TURNS - 1] if len(listening) > TURNS else 0
    last_states = {_kind(event): place for place, event in enumerate(events) if event.type_name in STATE}
    holding = set(last_states.values())
    return [
        event
        for place, event in enumerate(events)
        if (started is None or event.timestamp >= started) and (place >= first or place in holding)
    ]


def _listens(event: Event) -> bool:
    return isinstance(event, ActionExecuted) and event.action_name == LISTEN


def _kind(event: Any) -> tuple[str, str | None]:
    """Its type and the name that is stored with it: the slot's, or the loop's."""
    return event.type_name, event.as_dict().get("name")
