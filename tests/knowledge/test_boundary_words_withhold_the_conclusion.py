"""An entry says in words where it ends; a question with such a word is never concluded."""

import pytest

from knowledge.domain.corpus import check
from knowledge.domain.matching.boundary_words import bounded
from knowledge.domain.matching.verdict import Decision, Verdict
from tests.knowledge.samples import an_entry

LOST = an_entry(id="scenario.lost", questions=["PCを電車に忘れた"], boundary_words=["盗まれ", "DDoS"])
ENTRIES = {LOST.id: LOST}


@pytest.mark.parametrize("text", ["PCを盗まれました", "ＤＤＯＳで止まった", "ddosでつながらない"])
def test_a_listed_question_with_a_boundary_word_is_undetermined(text: str) -> None:
    decision = bounded(Decision(Verdict.LISTED, (LOST.id,)), text, ENTRIES)
    assert (decision.verdict, decision.entry_ids) == (Verdict.UNDETERMINED, (LOST.id,))


def test_without_one_the_decision_stands() -> None:
    decision = Decision(Verdict.LISTED, (LOST.id,))
    assert bounded(decision, "PCを電車に忘れました", ENTRIES) == decision


@pytest.mark.parametrize("verdict", sorted(set(Verdict) - {Verdict.LISTED}))
def test_a_word_never_makes_a_decision_bolder(verdict: Verdict) -> None:
    decision = Decision(verdict, (LOST.id,))
    assert bounded(decision, "PCを盗まれました", ENTRIES) == decision


def test_only_the_entry_that_answers_counts() -> None:
    other = an_entry(id="cost.other", questions=["費用は"])
    decision = Decision(Verdict.LISTED, (other.id, LOST.id))
    assert bounded(decision, "PCを盗まれました", {**ENTRIES, other.id: other}) == decision


def test_a_settled_question_with_a_boundary_word_of_its_own_is_a_fault() -> None:
    entry = an_entry(questions=["PCを盗まれた"], boundary_words=["盗まれ"])
    [fault] = check([entry])
    assert "境界の言葉「盗まれ」" in str(fault)
    assert "boundaryへ移すか" in str(fault)
