"""A question that the release before answered rightly and the prepared one does not: whether that is a regression."""

import pytest

from knowledge.domain.comparison import Report, Trial, compare
from knowledge.domain.matching.verdict import Decision, Verdict
from knowledge.domain.schema import Entry
from knowledge.domain.trial import Outcome
from tests.knowledge.samples import a_corpus

LOST, MISSENT = a_corpus()[:2]
ENTRIES = {entry.id: entry for entry in (LOST, MISSENT)}
ASKED = LOST.questions[0]


def right(own: float) -> Outcome:
    decision = Decision(Verdict.LISTED, (LOST.id,))
    return Outcome(LOST.id, "questions", ASKED, decision, LOST.id, own, settled=0.9)


def wrong(own: float) -> Outcome:
    decision = Decision(Verdict.LISTED, (MISSENT.id,))
    return Outcome(LOST.id, "questions", ASKED, decision, MISSENT.id, own, settled=0.9, wrong="この項目が見つかる")


def report(old: Outcome, new: Outcome, before: dict[str, Entry] = ENTRIES) -> Report:
    return compare(1, before, Trial(ENTRIES, [new], []), lambda asked: [old], lambda asked: [])


def test_it_is_a_regression_that_tells_both_answers() -> None:
    [change] = report(right(0.9), wrong(0.2)).regressions
    assert (change.question, change.expected) == (ASKED, "この項目が見つかる")
    assert (LOST.title in change.before, MISSENT.title in change.after) == (True, True)


def test_one_that_moved_a_little_stood_at_a_bound() -> None:
    assert report(right(0.50), wrong(0.45)).regressions == []


def test_near_what_was_changed_a_smaller_move_is_one() -> None:
    changed = {**ENTRIES, MISSENT.id: MISSENT.model_copy(update={"answer": "以前の案内です。"})}
    assert len(report(right(0.50), wrong(0.35), changed).regressions) == 1
    assert report(right(0.50), wrong(0.35)).regressions == []


@pytest.mark.parametrize("old", [right(0.9), wrong(0.9)])
def test_a_question_that_is_new_is_not_found_yet(old: Outcome) -> None:
    shorter = {**ENTRIES, LOST.id: LOST.model_copy(update={"questions": LOST.questions[1:]})}
    found = report(old, wrong(0.2), shorter)
    assert (len(found.unfound), found.regressions) == (1, [])
