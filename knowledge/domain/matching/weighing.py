"""Many texts weighed at once, as `verdict` beside it weighs one: a release is tried on every question it holds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from knowledge.domain.matching.lesson import Label
from knowledge.domain.matching.matcher import Candidate, Probabilities
from knowledge.domain.matching.verdict import Weighed
from knowledge.domain.schema import PAGE_KINDS, Kind

NEAREST = 40
"""Page entries kept of each text, many times those shown: some may be offered to choose from."""


@dataclass(frozen=True)
class Row:
    """weighed: what the decision on the text rests on; scores (E,): each entry's probability, in the order of `ids`."""

    weighed: Weighed
    scores: Probabilities


class Weigher:
    """Weighs rows of class probabilities; `ids`: the E entries of `kinds`. What other classes have stays theirs."""

    def __init__(self, classes: Sequence[Label], kinds: Mapping[str, Kind]) -> None:
        from scipy.sparse import csr_matrix

        self.kinds = kinds
        rows = np.array([i for i, (entry_id, _) in enumerate(classes) if entry_id in kinds], dtype=np.int64)
        known = [classes[i] for i in rows]
        self.ids = sorted({entry_id for entry_id, _ in known})
        self.position = {entry_id: i for i, entry_id in enumerate(self.ids)}
        columns = np.array([self.position[entry_id] for entry_id, _ in known], dtype=np.int64)
        settled = np.array([float(s) for _, s in known])
        shape = (len(classes), len(self.ids))
        self._one_each = len(self.ids) == len(classes)
        self._all: Any = csr_matrix((np.ones(len(known)), (rows, columns)), shape=shape)
        self._settled: Any = csr_matrix((settled, (rows, columns)), shape=shape)
        of_entries = [kinds[entry_id] for entry_id in self.ids]
        self._page = np.flatnonzero([kind in PAGE_KINDS for kind in of_entries])
        outside = sorted(set(of_entries) - PAGE_KINDS)
        self._groups = [(kind, np.flatnonzero([k is kind for k in of_entries])) for kind in outside]

    def rows(self, probabilities: Probabilities) -> Iterator[Row]:
        """One for each row of probabilities, (m, n classes)."""
        settled = probabilities @ self._settled
        scores = probabilities @ self._all if not self._one_each else probabilities  # sorted alike
        on_page, settled_there = scores[:, self._page], settled[:, self._page].sum(axis=1)
        totals = on_page.sum(axis=1)
        best = _best(on_page, NEAREST)
        for i, (score, sure) in enumerate(zip(scores, settled, strict=True)):
            page = tuple(Candidate(self.ids[p], float(score[p]), float(sure[p])) for p in self._page[best[i]])
            total = float(totals[i])
            share = float(settled_there[i]) / total if total else 0.0
            own = page[0].settled / page[0].score if page and page[0].score else 0.0
            group, topic = self._likeliest(score, total)
            yield Row(Weighed(page, group, topic, total, share, own), score)

    def _likeliest(self, score: Probabilities, on_page: float) -> tuple[Kind | None, str | None]:
        shares = [(float(score[of].sum()), kind, of) for kind, of in self._groups]
        share, kind, of = max(shares, key=lambda item: item[0], default=(0.0, None, self._page))
        if kind is None or share <= on_page:
            return None, None
        return kind, self.ids[of[int(score[of].argmax())]]


def _best(scores: Probabilities, count: int) -> Any:
    """Positions of the highest scores of each row, the highest first, (m, count)."""
    count = min(count, scores.shape[1])
    some = np.argpartition(-scores, count - 1, axis=1)[:, :count] if count < scores.shape[1] else None
    if some is None:
        return np.argsort(-scores, axis=1, kind="stable")
    order = np.argsort(-np.take_along_axis(scores, some, axis=1), axis=1, kind="stable")
    return np.take_along_axis(some, order, axis=1)
