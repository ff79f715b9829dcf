"""Questions that stand in the corpus word for word are answered as staff wrote them, whatever the model thinks."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from knowledge.domain.matching.lesson import Label
from knowledge.domain.matching.matcher import Probabilities
from knowledge.domain.schema import Entry
from knowledge.domain.text import key

SURE = 0.9
"""Probability given to the class that holds the very question; the model keeps the rest, for what else is near."""


@dataclass(frozen=True)
class Known:
    """keys (q,): 64 bits of each question's folded form, in order; places (q,): where its label is among `labels`.
    A million questions take 12 MB, as texts they took some 200."""

    keys: npt.NDArray[np.uint64]
    places: npt.NDArray[np.int32]
    labels: tuple[Label, ...]

    def label(self, text: str) -> Label | None:
        """Of which entry the text is a question, and whether that entry settles it; None when it is nobody's."""
        wanted = np.uint64(_number(key(text)))
        place = int(np.searchsorted(self.keys, wanted))
        found = place < len(self.keys) and self.keys[place] == wanted
        return self.labels[self.places[place]] if found else None


def known_questions(entries: Iterable[Entry]) -> Known:
    """Every question and boundary question of the entries; those without a letter or digit are left to the model."""
    labels: list[Label] = []
    places: dict[int, int] = {}
    for entry in entries:
        for settled, questions in ((True, entry.questions), (False, entry.boundary)):
            places.update(dict.fromkeys((_number(key(question)) for question in questions), len(labels)))
            labels.append((entry.id, settled))
    places.pop(_number(""), None)
    keys = np.fromiter(places.keys(), np.uint64, len(places))
    order = np.argsort(keys)
    return Known(keys[order], np.fromiter(places.values(), np.int32, len(places))[order], tuple(labels))


def as_written(probabilities: Probabilities, place: int) -> Probabilities:
    """The classes' probabilities, (n,), corrected for a text that is a question of the class at this place."""
    corrected: Probabilities = probabilities * (1 - SURE)
    corrected[place] += SURE
    return corrected


def _number(folded: str) -> int:
    return int.from_bytes(hashlib.blake2b(folded.encode(), digest_size=8).digest())
