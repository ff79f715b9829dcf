"""Whether an answer does what a labelled question demands.

A label (`gold`) joins ids by `|`. Ids of entries (`cost.*` = any of that kind) are what answers the question; `human`:
the page does not settle it, a person is to be offered; `decline`: another business or an attack on the bot;
`smalltalk`: nothing about coverage.
"""

from dataclasses import dataclass
from typing import Any

from knowledge.domain.answer import OFFERS_PERSON
from knowledge.domain.matching.verdict import Decision

WORDS = frozenset({"human", "decline", "smalltalk"})
CONCLUDING = frozenset({"listed", "info"})
OPEN = frozenset({"undetermined", "not_listed"})


def as_answer(decision: Decision) -> dict[str, Any]:
    """What a label is judged by, for a decision that was not spoken through the API."""
    shown = [{"id": entry_id} for entry_id in decision.entry_ids]
    verdict = decision.verdict
    return {"verdict": verdict.value, "entries": shown, "offers_person": verdict in OFFERS_PERSON}


@dataclass(frozen=True)
class Judgement:
    """right: acceptable; right_first: also at once (no asking back, the first entry); the rest explains it."""

    right: bool
    right_first: bool
    first_hit: bool
    any_hit: bool
    has_entry: bool
    unsettled: bool
    verdict: str
    shown: tuple[str, ...]

    @property
    def false_assurance(self) -> bool:
        return not self.has_entry and self.verdict == "listed"

    @property
    def reserved(self) -> bool:
        return self.verdict in OPEN | {"clarify"}


def _is(entry: str, wanted: str) -> bool:
    return entry.startswith(wanted[:-1]) if wanted.endswith(".*") else entry == wanted


def judge(gold: str, answer: dict[str, Any] | None) -> Judgement:
    """Judge the API's `answer` object (None counts as verdict `none`) against a label."""
    answer = answer or {}
    labels = set(gold.split("|"))
    wanted = labels - WORDS
    shown = tuple(entry["id"] for entry in answer.get("entries", ()))[:3]
    hits = [any(_is(entry, want) for want in wanted) for entry in shown]
    verdict, person = answer.get("verdict", "none"), bool(answer.get("offers_person"))
    if wanted and "human" in labels:
        right, first = any(hits) and person, hits[:1] == [True] and person and verdict != "clarify"
    elif wanted:
        right = any(hits) and verdict in CONCLUDING | {"clarify"}
        first = hits[:1] == [True] and verdict in CONCLUDING
    elif "human" in labels:
        right = person and verdict in OPEN | {"clarify"}
        first = person and verdict in OPEN
    else:
        right = first = verdict in ({"declined", "not_listed"} if "decline" in labels else {"none"})
    unsettled = bool(wanted) and "human" in labels
    return Judgement(right, first, hits[:1] == [True], any(hits), bool(wanted), unsettled, verdict, shown)
