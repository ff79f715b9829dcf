"""How far each form got is kept apart from what was said in it, so that it outlives the form."""

import uuid
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from pytest_django import Settings

from knowledge.domain.entities import names_in
from leads import forms
from leads.domain.answers import Heard
from leads.domain.contents import Conversation
from leads.domain.lead import Kind
from leads.models import Disclosure, FormProgress
from tests.leads.form.talk import QUOTE

pytestmark = pytest.mark.django_db

SESSION = uuid.UUID(int=1)
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def begin(kind: Kind, *texts: str) -> None:
    forms.begin(SESSION, kind, str(uuid.uuid4()))
    for text in texts:
        forms.take(SESSION, Heard(text, NOW, names_in(text)), str(uuid.uuid4()), Conversation)


def kept() -> tuple[str, str, str]:
    progress = FormProgress.objects.get()
    return progress.kind, progress.reached, progress.end


def test_a_form_that_was_only_begun_has_asked_consent() -> None:
    begin(Kind.QUOTE)
    assert kept() == ("quote", "consent", "")
    assert FormProgress.objects.get().day == timezone.localdate()


def test_each_answer_moves_it_on() -> None:
    begin(Kind.QUOTE, *QUOTE[:3])
    assert kept() == ("quote", "annual_sales", "")


def test_going_back_moves_nothing_back() -> None:
    begin(Kind.QUOTE, *QUOTE[:3], "戻る")
    assert Disclosure.objects.get().state["asks"] == "industry"
    assert kept() == ("quote", "annual_sales", "")


def test_where_it_was_cancelled_is_known_though_the_answers_are_not() -> None:
    begin(Kind.QUOTE, *QUOTE[:2], "キャンセル", "はい")
    assert Disclosure.objects.get().state == {}
    assert kept() == ("quote", "industry", "cancelled")


def test_who_does_not_consent_cancels_at_consent() -> None:
    begin(Kind.CALLBACK, "同意しません")
    assert kept() == ("callback", "consent", "cancelled")


def test_a_sent_form_has_reached_its_last_field() -> None:
    begin(Kind.QUOTE, *QUOTE, "送信")
    assert kept() == ("quote", "review", "sent")


def test_an_urgent_form_is_sent_without_a_review() -> None:
    begin(Kind.URGENT, "同意します", "高橋健", "03-1234-5678")
    kind, reached, end = kept()
    assert (kind, end) == ("urgent", "sent")
    assert reached == "email"


def test_who_changes_over_to_a_call_is_counted_with_the_calls_by_its_own_fields() -> None:
    begin(Kind.QUOTE, *QUOTE[:8], "連絡先だけにします")
    assert kept() == ("callback", "contact_name", "")


def test_it_outlives_a_session_that_is_erased() -> None:
    begin(Kind.QUOTE, *QUOTE[:3])
    forms.forget(SESSION)
    assert not Disclosure.objects.exists()
    assert kept() == ("quote", "annual_sales", "")


def test_it_outlives_a_form_that_is_erased_after_the_retention_time(settings: Settings) -> None:
    begin(Kind.QUOTE, *QUOTE[:3])
    forms.forget_unfinished(timezone.now() + timedelta(days=settings.ENVIRONMENT.retention_days + 1))
    assert not Disclosure.objects.exists()
    assert kept() == ("quote", "annual_sales", "")


def test_it_holds_nothing_of_the_visitor() -> None:
    begin(Kind.QUOTE, *QUOTE)
    (row,) = FormProgress.objects.values()
    assert set(row) == {"id", "day", "kind", "reached", "end"}
    assert "山田" not in repr(row)
    assert str(SESSION) not in repr(row)


def test_two_forms_of_one_session_are_two() -> None:
    begin(Kind.CALLBACK, "同意しません")
    begin(Kind.QUOTE, "同意します")
    found = FormProgress.objects.order_by("id").values_list("kind", "reached", "end")
    assert list(found) == [("callback", "consent", "cancelled"), ("quote", "company", "")]
