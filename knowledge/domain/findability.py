"""How well an entry is found by words it has not learnt, which entry is found instead, and where two say the same."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.domain.encoding.encoder import Vectors
from knowledge.domain.matching.linear_model import Positions
from knowledge.domain.trial import Outcome

SAME = 0.85
"""Cosine from which questions of two entries say nearly the same; 16 of the shipped corpus' 14,572 do."""
NEIGHBOURS = 8
"""Entries whose questions are compared with an entry's: those with the nearest mean."""
NAMED = 3


@dataclass(frozen=True)
class Stolen:
    """Questions of an entry that find another one instead when left out: how many, and one of them."""

    entry_id: str
    count: int
    question: str


@dataclass(frozen=True)
class Twin:
    """A question that another entry holds in nearly the same words."""

    question: str
    entry_id: str
    other: str


@dataclass(frozen=True)
class Found:
    """share: of its questions that find the entry when left out; stolen and twins: the first few, the most first."""

    share: float
    stolen: tuple[Stolen, ...]
    twins: tuple[Twin, ...]


def found(left_out: Sequence[Outcome], rows: Vectors) -> dict[str, Found]:
    """Entry id -> how it is found, from the outcomes of left out examples and their rows (m, d) in the same order."""
    asked = [i for i, outcome in enumerate(left_out) if outcome.role == "questions"]
    questions = [left_out[i] for i in asked]
    unit = (rows[asked] / np.maximum(np.linalg.norm(rows[asked], axis=1, keepdims=True), 1e-9)).astype(np.float32)
    names = sorted({question.entry_id for question in questions})
    place = {name: i for i, name in enumerate(names)}
    labels = np.array([place[question.entry_id] for question in questions])
    members = [np.flatnonzero(labels == i) for i in range(len(names))]
    neighbours = _neighbours(members, unit)
    return {
        name: Found(
            float(np.mean([questions[i].best == name for i in own])),
            tuple(_stolen([questions[i] for i in own])),
            tuple(_twins(own, [members[n] for n in near], unit, questions)),
        )
        for name, own, near in zip(names, members, neighbours, strict=True)
    }


def _neighbours(members: Sequence[Positions], unit: Vectors) -> Positions:
    means = np.stack([unit[own].mean(axis=0) for own in members])
    likeness = means @ means.T
    np.fill_diagonal(likeness, -np.inf)
    nearest: Positions = np.argsort(-likeness, axis=1)[:, : min(NEIGHBOURS, len(members) - 1)]
    return nearest


def _stolen(own: Sequence[Outcome]) -> Iterator[Stolen]:
    lost = [outcome for outcome in own if outcome.best != outcome.entry_id]
    for thief, count in Counter(outcome.best for outcome in lost).most_common(NAMED):
        yield Stolen(thief, count, next(outcome.question for outcome in lost if outcome.best == thief))


def _twins(own: Positions, others: Sequence[Positions], unit: Vectors, questions: Sequence[Outcome]) -> Iterator[Twin]:
    near = np.concatenate(others)
    likeness = unit[own] @ unit[near].T
    best, closest = likeness.argmax(axis=1), likeness.max(axis=1)
    for row in np.argsort(-closest)[:NAMED]:
        if closest[row] >= SAME:
            other = questions[near[best[row]]]
            yield Twin(questions[own[row]].question, other.entry_id, other.question)
