"""Who is erased takes their questions back from content staff's lists, as far as nobody else asked the same."""

from datetime import timedelta

import pytest
from django.utils import timezone

from knowledge import choices, ratings
from knowledge.domain.answer import Answer
from knowledge.domain.matching.verdict import Verdict
from knowledge.models import AskedOnDay, ClarifiedQuestion, RatedAnswer, UnansweredQuestion
from knowledge.unanswered import remember
from knowledge.withdrawing import unrate, withdraw

pytestmark = pytest.mark.django_db

QUESTION = "ドローンの墜落で取引先の設備を壊した場合は出ますか"
BEFORE = timezone.now() - timedelta(hours=1)
UNANSWERED = Answer(Verdict.NOT_LISTED, (), "silent.other", "掲載がありません。", (), (), "")


def asked(text: str, times: int = 1) -> None:
    for _ in range(times):
        remember(text, UNANSWERED)


def open_questions() -> dict[str, int]:
    return dict(UnansweredQuestion.objects.values_list("text", "count"))


def test_a_question_nobody_else_asked_is_gone() -> None:
    asked(QUESTION)
    withdraw([QUESTION], BEFORE)
    assert open_questions() == {}
    assert not AskedOnDay.objects.exists()


def test_what_others_asked_too_is_counted_less_on_its_days_too() -> None:
    asked(QUESTION, 3)
    withdraw([QUESTION], BEFORE)
    assert open_questions() == {QUESTION: 2}
    assert AskedOnDay.objects.get().count == 2


def test_asked_twice_it_is_taken_back_twice() -> None:
    asked(QUESTION, 2)
    withdraw([QUESTION, QUESTION], BEFORE)
    assert open_questions() == {}


def test_other_questions_stay() -> None:
    asked(QUESTION)
    asked("身代金は出ますか")
    withdraw([QUESTION], BEFORE)
    assert open_questions() == {"身代金は出ますか": 1}


def test_what_was_masked_in_it_does_not_hide_it() -> None:
    said = "株式会社ひみつ商事の山田です。090-1234-5678にお願いします。ドローンが墜落したら出ますか"
    asked(said)
    ((kept, _),) = open_questions().items()
    assert kept != said
    withdraw([said], BEFORE)
    assert open_questions() == {}


def test_a_part_of_a_message_and_a_question_put_together_from_two_are_theirs() -> None:
    asked("ドローンが墜落したら出ますか")
    asked("USBメモリの紛失: 見舞金の上限はありますか")
    asked("名簿をなくしました。海外でも同じですか")
    messages = [
        "こんにちは。ドローンが墜落したら出ますか",
        "見舞金の上限はありますか",
        "名簿をなくしました",
        "海外でも同じですか",
    ]
    withdraw(messages, BEFORE)
    assert open_questions() == {}


def test_what_holds_only_markers_or_a_scrap_is_nobodys() -> None:
    UnansweredQuestion.objects.create(key="k", text="〔氏名〕は?", verdict="not_listed", last_at=timezone.now())
    withdraw(["山田は?"], BEFORE)
    assert UnansweredQuestion.objects.count() == 1


def test_what_was_last_asked_before_the_conversation_stays() -> None:
    asked(QUESTION)
    withdraw([QUESTION], timezone.now() + timedelta(minutes=1))
    assert open_questions() == {QUESTION: 1}


def test_a_choice_after_a_question_back_goes_with_the_question() -> None:
    choices.remember(QUESTION, "")
    withdraw([QUESTION], BEFORE)
    assert not ClarifiedQuestion.objects.exists()


def test_a_rating_is_taken_back() -> None:
    ratings.rate(QUESTION, "cost.investigation", "listed", True)
    ratings.rate(QUESTION, "cost.investigation", "listed", False)
    unrate([(QUESTION, True)])
    row = RatedAnswer.objects.get()
    assert (row.helpful, row.unhelpful) == (0, 1)
    unrate([(QUESTION, False)])
    assert not RatedAnswer.objects.exists()
