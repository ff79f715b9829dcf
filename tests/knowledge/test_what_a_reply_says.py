import re

import pytest

from knowledge.domain.answer import Answer, compose
from knowledge.domain.matching.verdict import Decision, Verdict
from tests.knowledge.samples import a_corpus

ENTRIES = {entry.id: entry for entry in a_corpus()}
PROMISES = re.compile("必ず|確実に|全額|100[%％]|間違いなく")
LOST, MISSENT = "scenario.lost_device", "scenario.missent_mail"


def composed(verdict: Verdict, *ids: str, topic: str | None = None) -> Answer:
    return compose(Decision(verdict, ids, topic), ENTRIES)


def test_a_listed_case_gives_the_entrys_answer() -> None:
    assert composed(Verdict.LISTED, LOST).text.startswith(ENTRIES[LOST].answer)


def test_a_listed_case_names_what_it_pays_for() -> None:
    answer = composed(Verdict.LISTED, LOST)
    assert [entry.id for entry in answer.pays_for] == ["liability.legal_damages", "cost.investigation"]
    assert "法律上の損害賠償金、原因・被害範囲調査費用" in answer.text


def test_a_listed_case_gives_its_conditions_in_words() -> None:
    answer = composed(Verdict.LISTED, LOST)
    assert [entry.id for entry in answer.conditions] == ["condition.prior_approval"]
    assert f"条件: {ENTRIES['condition.prior_approval'].answer}" in answer.text


def test_a_listed_case_names_its_source() -> None:
    assert "出典: 保険金の支払い対象となるケース" in composed(Verdict.LISTED, LOST).text


def test_information_names_its_source() -> None:
    assert "出典: ご契約までの流れ" in composed(Verdict.INFO, "flow.inquiry").text


def test_only_the_first_entrys_costs_and_conditions_are_given() -> None:
    assert composed(Verdict.LISTED, MISSENT, LOST).conditions == ()


def test_an_undetermined_case_names_the_near_entry_and_concludes_nothing() -> None:
    answer = composed(Verdict.UNDETERMINED, LOST)
    assert "「外出先でPCや書類を紛失」" in answer.text
    assert "掲載の内容だけでは判断できません" in answer.text
    assert ENTRIES[LOST].answer not in answer.text


def test_an_undetermined_case_gives_no_costs() -> None:
    assert composed(Verdict.UNDETERMINED, LOST).pays_for == ()


def test_an_undetermined_case_gives_the_entrys_own_note_on_where_it_ends() -> None:
    assert "盗難に遭った場合の扱いは書かれていません" in composed(Verdict.UNDETERMINED, LOST).text


def test_a_case_near_nothing_is_still_answered() -> None:
    assert "掲載の内容だけでは判断できません" in composed(Verdict.UNDETERMINED).text


def test_asking_back_is_one_question() -> None:
    assert composed(Verdict.CLARIFY, LOST, MISSENT).summary.count("でしょうか") == 1


def test_a_silent_topic_replies_with_its_own_words() -> None:
    assert composed(Verdict.NOT_LISTED, topic="silent.premium").text == ENTRIES["silent.premium"].answer


def test_a_case_with_no_topic_is_said_not_to_be_stated() -> None:
    assert "掲載がありません" in composed(Verdict.NOT_LISTED).text


def test_another_business_replies_with_its_own_words() -> None:
    answer = composed(Verdict.DECLINED, topic="outside.fire_insurance")
    assert answer.text == ENTRIES["outside.fire_insurance"].answer


def test_an_entry_unknown_to_the_release_is_passed_over_among_costs() -> None:
    without = {i: e for i, e in ENTRIES.items() if i != "cost.investigation"}
    answer = compose(Decision(Verdict.LISTED, (LOST,), None), without)
    assert [entry.id for entry in answer.pays_for] == ["liability.legal_damages"]


@pytest.mark.parametrize("verdict", [Verdict.LISTED, Verdict.UNDETERMINED, Verdict.CLARIFY, Verdict.NOT_LISTED])
@pytest.mark.parametrize("entry_id", [LOST, MISSENT, "cost.investigation"])
def test_no_reply_promises_payment(verdict: Verdict, entry_id: str) -> None:
    assert not PROMISES.search(composed(verdict, entry_id).text)


@pytest.mark.parametrize("verdict", [Verdict.NOT_LISTED, Verdict.UNDETERMINED])
def test_no_reply_says_that_a_case_is_not_covered(verdict: Verdict) -> None:
    assert not re.search("対象外|補償されません|お支払いの対象とはなりません", composed(verdict, LOST).text)


def test_every_verdict_that_asks_something_of_the_page_offers_a_person() -> None:
    offered = {verdict for verdict in Verdict if composed(verdict, LOST).offers_person}
    assert offered == set(Verdict) - {Verdict.DECLINED, Verdict.NONE}


def test_declining_offers_no_person() -> None:
    assert not composed(Verdict.DECLINED, topic="outside.fire_insurance").offers_person
