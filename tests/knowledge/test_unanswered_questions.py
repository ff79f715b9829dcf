import datetime

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from knowledge.domain.answer import Answer, compose
from knowledge.domain.matching.verdict import Decision, Verdict
from knowledge.models import AskedOnDay, UnansweredQuestion
from knowledge.unanswered import remember
from tests.knowledge.samples import a_corpus

pytestmark = pytest.mark.django_db
ENTRIES = {entry.id: entry for entry in a_corpus()}


def an_answer(verdict: Verdict, *ids: str, topic: str | None = None) -> Answer:
    return compose(Decision(verdict, ids, topic), ENTRIES)


SILENT = an_answer(Verdict.NOT_LISTED, "cost.investigation", topic="silent.premium")
NEAR = an_answer(Verdict.UNDETERMINED, "scenario.lost_device")


@pytest.mark.parametrize("answer", [SILENT, NEAR], ids=["not listed", "undetermined"])
def test_a_question_the_page_does_not_settle_is_kept(answer: Answer) -> None:
    remember("身代金は払われますか", answer)
    kept = UnansweredQuestion.objects.get()
    assert (kept.text, kept.verdict, kept.count) == ("身代金は払われますか", answer.verdict, 1)


@pytest.mark.parametrize("verdict", [Verdict.LISTED, Verdict.CLARIFY, Verdict.INFO, Verdict.DECLINED, Verdict.NONE])
def test_a_question_that_was_answered_is_not_kept(verdict: Verdict) -> None:
    remember("PCを忘れた", an_answer(verdict, "scenario.lost_device"))
    assert not UnansweredQuestion.objects.exists()


def test_the_same_words_in_other_width_are_counted_once() -> None:
    for text in ("ランサムの身代金、ＯＫ？", "ﾗﾝｻﾑの身代金 ok", "ランサムの身代金OK!!"):
        remember(text, SILENT)
    assert UnansweredQuestion.objects.get().count == 3


def test_the_first_wording_is_the_one_shown() -> None:
    remember("身代金は？", SILENT)
    remember("身代金は", SILENT)
    assert UnansweredQuestion.objects.get().text == "身代金は？"


def test_other_words_are_another_question() -> None:
    remember("身代金は", SILENT)
    remember("保険料は", SILENT)
    assert UnansweredQuestion.objects.count() == 2


def test_the_silent_topic_is_named_as_the_nearest() -> None:
    remember("料金は", SILENT)
    assert UnansweredQuestion.objects.get().nearest == "silent.premium"


def test_without_a_topic_the_nearest_entry_is_named() -> None:
    remember("盗まれた", NEAR)
    assert UnansweredQuestion.objects.get().nearest == "scenario.lost_device"


def test_near_nothing_names_nothing() -> None:
    remember("謎の質問", an_answer(Verdict.UNDETERMINED))
    assert UnansweredQuestion.objects.get().nearest == ""


def test_the_last_time_it_was_asked_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    for day in (1, 2):
        monkeypatch.setattr(timezone, "now", lambda day=day: datetime.datetime(2026, 4, day, tzinfo=datetime.UTC))
        remember("身代金は", SILENT)
    kept = UnansweredQuestion.objects.get()
    assert (kept.first_at.day, kept.last_at.day) == (1, 2)


def test_what_is_asked_most_stands_first() -> None:
    for text in ("一度だけ", "二度", "二度"):
        remember(text, SILENT)
    assert [kept.text for kept in UnansweredQuestion.objects.all()] == ["二度", "一度だけ"]


@pytest.mark.parametrize("text", ["😱😱", "？？？", "身代金\0は", "あ" * 1000])
def test_an_odd_text_is_kept_too(text: str) -> None:
    remember(text, SILENT)
    assert UnansweredQuestion.objects.count() == 1


def test_different_emoji_are_different_questions() -> None:
    remember("😱", SILENT)
    remember("🙏", SILENT)
    assert UnansweredQuestion.objects.count() == 2


def test_half_an_emoji_does_not_stop_the_reply() -> None:
    remember("\ud83d", SILENT)
    assert UnansweredQuestion.objects.count() == 1


def test_how_often_it_was_asked_on_a_day_in_japan_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    for day, hour in ((1, 14), (1, 16), (1, 20)):  # in UTC: 23:00 in Japan, then twice the next day
        now = datetime.datetime(2026, 4, day, hour, tzinfo=datetime.UTC)
        monkeypatch.setattr(timezone, "now", lambda now=now: now)
        remember("身代金は", SILENT)
    days = [(row.day.isoformat(), row.count) for row in AskedOnDay.objects.order_by("day")]
    assert days == [("2026-04-01", 1), ("2026-04-02", 2)]


def test_what_is_personal_is_masked_before_it_is_kept() -> None:
    for company in ("株式会社みどり", "(株)あおぞら"):
        remember(f"{company}の佐藤です。メールはa@example.jpです。身代金500万円は出ますか", SILENT)
    kept = UnansweredQuestion.objects.get()
    assert kept.text == "〔会社名〕の〔氏名〕です。メールは〔メールアドレス〕です。身代金500万円は出ますか"
    assert (kept.count, kept.masked) == (2, False)


def test_nothing_kept_tells_whose_conversation_it_was() -> None:
    relations = {field.name for field in UnansweredQuestion._meta.get_fields() if field.is_relation}
    assert relations == {"days"}


def test_a_turn_waits_for_few_queries(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    remember("身代金は", SILENT)
    with django_assert_max_num_queries(6):  # two rows read, two written, within one transaction
        remember("身代金は", SILENT)
    with django_assert_max_num_queries(0):  # nor does an answered one wait to write anything
        remember("PCを忘れた", an_answer(Verdict.LISTED, "scenario.lost_device"))
