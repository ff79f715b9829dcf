"""A fitted release on trial: every question of its corpus asked of the model alone, and what was wrong with the reply.

Word for word these questions are answered as staff wrote them (knowledge.domain.matching.known); the model alone, and
still more the model that has not learnt the very question, shows how their like would fare.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.domain.matching.boundary_words import bounded
from knowledge.domain.matching.left_out import AT_ONCE, left_out
from knowledge.domain.matching.lesson import Encode, Lesson, classified, labelled
from knowledge.domain.matching.matcher import Matcher
from knowledge.domain.matching.verdict import Decision, Verdict, conclude
from knowledge.domain.matching.weighing import Row, Weigher
from knowledge.domain.schema import PAGE_KINDS, Entry
from knowledge.domain.text import key

PROBABILITIES_AT_ONCE = 20_000_000
"""Bounds the memory where there are many classes: some 600 MB while they are weighed."""
Asked = tuple[Entry, str, str]
"""The entry that the question belongs to, its role there (questions, boundary or not_questions), and the question."""


@dataclass(frozen=True)
class Outcome:
    """What the model alone makes of a question. best: the most probable entry; own: probability of the entry it belongs
    to; settled: probability that it is about the page and settled there. wrong: what was expected instead, "" when it
    is right."""

    entry_id: str
    role: str
    question: str
    decision: Decision
    best: str
    own: float
    settled: float
    wrong: str = ""
    false_assurance: bool = False


def questions_of(entries: Sequence[Entry], before: Sequence[Entry] = ()) -> list[Asked]:
    """Every question that a release is tried on: its own, and of the release before it those that must not be called
    listed and that it holds no more."""
    asked = [(entry, role, text) for entry in entries for role in _ROLES for text in getattr(entry, role)]
    held = {key(text) for _, _, text in asked}
    gone = [
        (entry, role, text)
        for entry in before
        for role in (("boundary",) if entry.kind in PAGE_KINDS else ("questions",))
        for text in getattr(entry, role)
    ]
    return asked + [(entry, role, text) for entry, role, text in gone if key(text) not in held]


def outcomes(asked: Sequence[Asked], entries: Mapping[str, Entry], matcher: Matcher, encode: Encode) -> list[Outcome]:
    """Ask each question of the matcher, which was fitted on `entries`."""
    weigher = Weigher(matcher.classes, {entry_id: entry.kind for entry_id, entry in entries.items()})
    found: list[Outcome] = []
    at_once = min(AT_ONCE, max(1, PROBABILITIES_AT_ONCE // len(matcher.classes)))
    for start in range(0, len(asked), at_once):
        part = asked[start : start + at_once]
        texts = [text for _, _, text in part]
        rows = weigher.rows(matcher.probabilities(texts, encode(texts)))
        found += [_outcome(one, row, weigher, entries) for one, row in zip(part, rows, strict=True)]
    return found


def left_out_outcomes(
    entries: Mapping[str, Entry], lesson: Lesson, encode: Encode, only: Sequence[Outcome] | None = None
) -> list[Outcome]:
    """What a model that has learnt all examples but the asked one makes of each question and boundary question of the
    entries, or of those of `only`; they are seen as the lesson sees texts, whichever entries it was learnt from."""
    examples = labelled(list(entries.values()))
    classes, positions = classified(examples)
    texts = [text for text, _ in examples]
    rows = np.hstack([encode(texts) - lesson.mean, lesson.words.places(texts)])
    asked = [(entries[i], "questions" if settled else "boundary", text) for text, (i, settled) in examples]
    places = {(entry.id, role, text): i for i, (entry, role, text) in enumerate(asked)}
    wanted = range(len(asked)) if only is None else [places[o.entry_id, o.role, o.question] for o in only]
    weigher = Weigher(classes, {entry_id: entry.kind for entry_id, entry in entries.items()})
    judged = (row for part in left_out(rows, positions, wanted) for row in weigher.rows(part))
    return [_outcome(asked[i], row, weigher, entries) for i, row in zip(wanted, judged, strict=True)]


def _outcome(one: Asked, row: Row, weigher: Weigher, entries: Mapping[str, Entry]) -> Outcome:
    entry, role, text = one
    decision = bounded(conclude(row.weighed, weigher.kinds), text, entries)
    wrong, assures = next(_ROLES[role](entry, decision), ("", False))
    position = weigher.position.get(entry.id)
    own = float(row.scores[position]) if position is not None else 0.0
    settled = row.weighed.settled * row.weighed.on_page
    best = weigher.ids[int(row.scores.argmax())]
    return Outcome(entry.id, role, text, decision, best, own, settled, wrong, assures)


def _question(entry: Entry, decision: Decision) -> Iterator[tuple[str, bool]]:
    near = () if decision.verdict is Verdict.NOT_LISTED else decision.entry_ids
    if entry.id not in (*near, decision.topic):
        yield "この項目が見つかる", decision.verdict is Verdict.LISTED and entry.kind not in PAGE_KINDS


def _boundary(entry: Entry, decision: Decision) -> Iterator[tuple[str, bool]]:
    if decision.verdict is Verdict.LISTED:
        yield "断定しない", True


def _not_question(entry: Entry, decision: Decision) -> Iterator[tuple[str, bool]]:
    if decision.verdict is Verdict.LISTED and decision.entry_ids[0] == entry.id:
        yield "この項目にしない", False


_ROLES = {"questions": _question, "boundary": _boundary, "not_questions": _not_question}
