"""Words that take a case out of what its entry settles, whatever else is said: 盗まれた, 郵送, 退職者, 何割."""

from collections.abc import Mapping
from dataclasses import replace

from knowledge.domain.matching.verdict import Decision, Verdict
from knowledge.domain.schema import Entry
from knowledge.domain.text import fold


def boundary_word(text: str, entry: Entry) -> str | None:
    """The first of the entry's boundary words that stands in the text."""
    folded = fold(text) if entry.boundary_words else ""
    return next((word for word in entry.boundary_words if fold(word) in folded), None)


def bounded(decision: Decision, text: str, entries: Mapping[str, Entry]) -> Decision:
    """The decision, not concluded where a boundary word of its first entry stands in the text."""
    first = entries.get(decision.entry_ids[0]) if decision.entry_ids else None
    if decision.verdict is Verdict.LISTED and first and boundary_word(text, first):
        return replace(decision, verdict=Verdict.UNDETERMINED)
    return decision
