import pytest

from knowledge.domain.answer import RESERVATION, Answer, compose
from knowledge.domain.matching.verdict import Decision, Verdict
from tests.knowledge.samples import a_corpus, an_entry

ENTRIES = {entry.id: entry for entry in a_corpus()}
COVERAGE = "scenario.lost_device"
COVERAGE_VERDICTS = [Verdict.LISTED, Verdict.UNDETERMINED, Verdict.CLARIFY]


def composed(verdict: Verdict, *ids: str, topic: str | None = None) -> Answer:
    return compose(Decision(verdict, ids, topic), ENTRIES)


@pytest.mark.parametrize("verdict", COVERAGE_VERDICTS)
def test_a_coverage_reply_ends_with_the_reservation(verdict: Verdict) -> None:
    assert composed(verdict, COVERAGE, "scenario.missent_mail").text.endswith(RESERVATION)


def test_a_silent_topic_about_coverage_ends_with_the_reservation_whatever_is_near() -> None:
    ransom = an_entry(id="silent.ransom", source="", answer="身代金については掲載されていません。")
    entries = {**ENTRIES, ransom.id: ransom}
    for near in ((), (COVERAGE,)):
        assert compose(Decision(Verdict.NOT_LISTED, near, ransom.id), entries).text.endswith(RESERVATION)


def test_a_silent_topic_about_something_else_does_not() -> None:
    assert RESERVATION not in composed(Verdict.NOT_LISTED, COVERAGE, topic="silent.premium").text


def test_an_undetermined_reply_near_nothing_ends_with_the_reservation() -> None:
    assert composed(Verdict.UNDETERMINED).text.endswith(RESERVATION)


def test_the_reservation_says_who_decides_and_by_what() -> None:
    assert all(word in RESERVATION for word in ("引受保険会社", "約款", "事故の状況"))


def test_the_reservation_says_that_there_are_cases_in_which_nothing_is_paid() -> None:
    assert "お支払いできない場合" in RESERVATION


def test_the_reservation_stands_there_once() -> None:
    assert composed(Verdict.LISTED, COVERAGE).text.count(RESERVATION) == 1


def test_a_reply_about_the_procedure_needs_no_reservation() -> None:
    assert composed(Verdict.INFO, "flow.inquiry").reservation == ""


def test_another_business_needs_no_reservation() -> None:
    assert composed(Verdict.DECLINED, topic="outside.fire_insurance").reservation == ""


@pytest.mark.parametrize("entry_id", [e.id for e in a_corpus() if e.kind in {"scenario", "cost", "liability"}])
def test_each_coverage_entry_listed_ends_with_the_reservation(entry_id: str) -> None:
    assert composed(Verdict.LISTED, entry_id).text.endswith(RESERVATION)
