"""The services the actions call."""

import pytest

from knowledge import answering
from knowledge.domain.answer import RESERVATION
from knowledge.domain.matching.verdict import Verdict
from knowledge.live import NoRelease
from knowledge.models import Draft, Release, UnansweredQuestion
from knowledge.publishing import publish
from tests.knowledge.fakes import FakeEncoder

pytestmark = [pytest.mark.django_db]


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("電車にノートパソコンを置き忘れた", Verdict.LISTED),
        ("車上荒らしでパソコンを盗まれた", Verdict.UNDETERMINED),
        ("保険料はいくらですか", Verdict.NOT_LISTED),
        ("電話で聞きたい", Verdict.INFO),
        ("火災保険に入りたい", Verdict.DECLINED),
        ("ありがとう", Verdict.NONE),
    ],
)
def test_a_question_is_answered_from_the_live_release(release: Release, question: str, verdict: Verdict) -> None:
    [answered] = answering.answer_question(question)
    assert (answered.answer.verdict, answered.release) == (verdict, 1)


def test_a_question_that_is_not_settled_is_kept_for_staff(release: Release) -> None:
    answering.answer_question("保険料はいくらですか")
    assert UnansweredQuestion.objects.get().text == "保険料はいくらですか"


def test_a_listed_question_is_not_kept(release: Release) -> None:
    answering.answer_question("電車にノートパソコンを置き忘れた")
    assert not UnansweredQuestion.objects.exists()


def test_without_a_release_nothing_is_answered(encoder: FakeEncoder) -> None:
    with pytest.raises(NoRelease):
        answering.answer_question("保険料は")


def test_a_chosen_coverage_entry_is_listed_with_the_reservation(release: Release) -> None:
    answer = answering.show_entry("scenario.missent_mail").answer
    assert answer.verdict is Verdict.LISTED
    assert answer.text.endswith(RESERVATION)


def test_a_chosen_entry_about_the_procedure_is_information(release: Release) -> None:
    assert answering.show_entry("flow.inquiry").answer.verdict is Verdict.INFO


def test_a_chosen_entry_that_is_gone_since_is_not_listed(release: Release) -> None:
    assert answering.show_entry("scenario.gone").answer.verdict is Verdict.NOT_LISTED


@pytest.mark.parametrize("entry_id", ["silent.premium", "outside.fire_insurance"])
def test_what_is_not_on_the_page_is_not_shown_as_if_it_were(release: Release, entry_id: str) -> None:
    answer = answering.show_entry(entry_id).answer
    assert answer.verdict not in {Verdict.LISTED, Verdict.INFO}


def test_none_of_the_offered_entries_is_not_listed_and_offers_a_person(release: Release) -> None:
    answer = answering.none_of_these().answer
    assert answer.verdict is Verdict.NOT_LISTED
    assert answer.offers_person


def test_none_of_these_says_that_a_question_is_on_record_only_if_one_is(release: Release) -> None:
    answer = answering.none_of_these().answer
    assert "記録" not in answer.text or UnansweredQuestion.objects.exists()


def test_asking_for_a_person_shows_how_to_reach_one_first(release: Release) -> None:
    answer = answering.hand_over("担当者と話したい").answer
    assert answer.entries[0].id == "flow.inquiry"
    assert answer.offers_person


def test_asking_for_a_person_by_button_needs_no_text(release: Release) -> None:
    assert [entry.id for entry in answering.hand_over().answer.entries] == ["flow.inquiry"]


def test_an_accident_in_progress_is_never_concluded(release: Release) -> None:
    answer = answering.hand_over("電車にノートパソコンを置き忘れた", in_progress=True).answer
    assert answer.verdict is Verdict.UNDETERMINED
    assert answer.text.endswith(RESERVATION)


def test_an_accident_in_progress_shows_what_is_near(release: Release) -> None:
    answer = answering.hand_over("電車にノートパソコンを置き忘れた", in_progress=True).answer
    assert "scenario.lost_device" in [entry.id for entry in answer.entries]


def test_a_person_is_not_offered_for_another_business(release: Release) -> None:
    assert answering.hand_over("火災保険に入りたい").answer.verdict is Verdict.DECLINED


def test_at_most_three_entries_are_shown_beside_the_contact(release: Release) -> None:
    assert len(answering.hand_over("書類の調査と賠償とメール", in_progress=True).answer.entries) <= 3


@pytest.mark.parametrize("text", ["", "電話で聞きたい", "PCをなくした"])
def test_a_person_can_be_reached_even_when_staff_removed_the_contact_entry(
    release: Release, encoder: FakeEncoder, text: str
) -> None:
    Draft.objects.filter(entry_id="flow.inquiry").delete()
    publish(encoder, note="お問い合わせを消した", by="山田")
    assert answering.hand_over(text).answer.offers_person
