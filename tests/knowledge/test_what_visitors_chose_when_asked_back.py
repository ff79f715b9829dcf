"""Which entry visitors meant when they were asked back, counted for staff."""

import datetime

import pytest
from django.utils import timezone

from knowledge import answering, choices
from knowledge.domain.conversation import Before
from knowledge.domain.matching.verdict import Verdict
from knowledge.models import ClarifiedQuestion, Release, UnansweredQuestion

pytestmark = pytest.mark.django_db
ASKED_BACK = Before("書類", Verdict.CLARIFY, ("scenario.lost_device", "scenario.missent_mail"))


def kept() -> list[tuple[str, str, int]]:
    return [(row.text, row.entry_id, row.count) for row in ClarifiedQuestion.objects.all()]


def test_a_choice_is_kept_with_its_question() -> None:
    choices.remember("書類", "scenario.lost_device")
    assert kept() == [("書類", "scenario.lost_device", 1)]


def test_the_same_words_in_other_width_are_counted_once_as_first_written() -> None:
    for text in ("ＦＡＸの書類？", "faxの書類", "ＦＡＸ の 書類!!"):
        choices.remember(text, "scenario.missent_mail")
    assert kept() == [("ＦＡＸの書類？", "scenario.missent_mail", 3)]


def test_each_entry_chosen_for_a_question_is_counted_apart_the_most_chosen_first() -> None:
    for entry_id in ("scenario.lost_device", "scenario.missent_mail", "scenario.missent_mail"):
        choices.remember("書類", entry_id)
    assert kept() == [("書類", "scenario.missent_mail", 2), ("書類", "scenario.lost_device", 1)]


@pytest.mark.parametrize("text", ["😱", "", "書類\0は", "\ud83d", "あ" * 1000])
def test_an_odd_question_does_not_stop_the_reply(text: str) -> None:
    choices.remember(text, "scenario.lost_device")
    choices.remember(text, "scenario.lost_device")
    assert ClarifiedQuestion.objects.get().count == 2


def test_the_last_time_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    for day in (1, 2):
        monkeypatch.setattr(timezone, "now", lambda day=day: datetime.datetime(2026, 4, day, tzinfo=datetime.UTC))
        choices.remember("書類", "scenario.lost_device")
    assert ClarifiedQuestion.objects.get().last_at.day == 2


def test_a_question_asked_back_about_is_counted_when_its_entry_is_chosen(release: Release) -> None:
    [asked] = answering.answer_question("書類")
    chosen = answering.choose_entry("scenario.missent_mail", asked.before)
    assert (chosen.answer.verdict, chosen.answer.entries[0].id) == (Verdict.LISTED, "scenario.missent_mail")
    assert kept() == [("書類", "scenario.missent_mail", 1)]


@pytest.mark.parametrize("before", [None, Before("書類", Verdict.INFO, ()), Before("書類", Verdict.LISTED, ())])
def test_an_entry_chosen_from_anything_else_is_no_evidence(release: Release, before: Before | None) -> None:
    assert answering.choose_entry("scenario.missent_mail", before).answer.verdict is Verdict.LISTED
    assert kept() == []


@pytest.mark.parametrize("entry_id", ["cost.investigation", "scenario.gone", ""])
def test_an_entry_that_was_not_offered_is_no_evidence(release: Release, entry_id: str) -> None:
    answering.choose_entry(entry_id, ASKED_BACK)
    assert kept() == []


def test_choosing_twice_counts_once(release: Release) -> None:
    chosen = answering.choose_entry("scenario.missent_mail", ASKED_BACK)
    answering.choose_entry("scenario.lost_device", chosen.before)
    assert kept() == [("書類", "scenario.missent_mail", 1)]


def test_none_of_these_is_a_choice_and_leaves_the_question_unanswered(release: Release) -> None:
    answer = answering.none_of_these(ASKED_BACK).answer
    assert (answer.verdict, answer.offers_person) == (Verdict.NOT_LISTED, True)
    assert kept() == [("書類", choices.NONE, 1)]
    assert UnansweredQuestion.objects.get().text == "書類"


@pytest.mark.parametrize("before", [None, Before("書類", Verdict.UNDETERMINED, ())])
def test_none_of_these_without_a_question_asked_back_keeps_nothing(release: Release, before: Before | None) -> None:
    answering.none_of_these(before)
    assert kept() == []
    assert not UnansweredQuestion.objects.exists()


def test_asking_back_is_not_yet_unanswered(release: Release) -> None:
    [asked] = answering.answer_question("書類")
    assert asked.answer.verdict is Verdict.CLARIFY
    assert not UnansweredQuestion.objects.exists()


def test_what_is_personal_is_masked_before_it_is_kept() -> None:
    choices.remember("佐藤と申します。書類の件です", "scenario.lost_device")
    assert kept() == [("〔氏名〕と申します。書類の件です", "scenario.lost_device", 1)]
