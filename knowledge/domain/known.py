"""Questions that stand in the corpus word for word are answered as staff wrote them, whatever the model thinks."""

from collections.abc import Iterable, Mapping

from knowledge.domain.matcher import Candidate
from knowledge.domain.schema import Entry
from knowledge.domain.text import key

SURE = 0.9
"""Probability given to the entry that holds the very question; the model keeps the rest, for what else is near."""

Known = Mapping[str, tuple[str, bool]]
"""Folded question -> (entry id, whether the entry settles it)."""


def known_questions(entries: Iterable[Entry]) -> Known:
    """Every question and boundary question of the entries; those without a letter or digit are left to the model."""
    labelled: dict[str, tuple[str, bool]] = {}
    for entry in entries:
        labelled.update({key(question): (entry.id, True) for question in entry.questions})
        labelled.update({key(question): (entry.id, False) for question in entry.boundary})
    labelled.pop("", None)
    return labelled


def is_known(text: str, known: Known) -> bool:
    """Whether the text is one of the corpus' own questions."""
    return key(text) in known


def as_written(text: str, candidates: list[Candidate], known: Known) -> list[Candidate]:
    """The candidates, corrected when the text is one of the corpus' own questions."""
    label = known.get(key(text))
    if label is None:
        return candidates
    entry_id, settled = label
    corrected = [
        Candidate(
            c.entry_id,
            c.score * (1 - SURE) + SURE * (c.entry_id == entry_id),
            c.settled * (1 - SURE) + SURE * (c.entry_id == entry_id and settled),
        )
        for c in candidates
    ]
    return sorted(corrected, key=lambda c: -c.score)
