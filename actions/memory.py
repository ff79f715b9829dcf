"""What was discussed last, kept in a slot of Rasa's tracker so that a follow-up finds it."""

from dataclasses import asdict
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet

from knowledge.domain.conversation import Before
from knowledge.domain.matching.verdict import Verdict

SLOT = "before"


def before(tracker: Tracker) -> Before | None:
    """The exchange before this message, or None at the beginning."""
    kept = tracker.get_slot(SLOT)
    return (
        Before(**kept | {"verdict": Verdict(kept["verdict"]), "entry_ids": tuple(kept["entry_ids"])}) if kept else None
    )


def remember(exchange: Before | None) -> list[dict[str, Any]]:
    """The event that keeps the exchange for the next message; None forgets. Small talk leaves the subject as it was."""
    if exchange and exchange.verdict in {Verdict.NONE, Verdict.DECLINED}:
        return []
    return [SlotSet(SLOT, asdict(exchange) if exchange else None)]
