"""A session's form in the database: one at a time, each message once, the lead with its deliveries or nothing."""

import uuid
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from pytest_django import Settings

from knowledge.domain.entities import names_in
from leads import forms, outbox
from leads.domain.answers import Heard
from leads.domain.contents import Conversation
from leads.domain.lead import Kind, Question
from leads.forms import Step
from leads.models import Delivery, Disclosure, Lead
from sealing.lookups import digests
from tests.leads.form.talk import QUOTE
from tests.metrics import grown

pytestmark = pytest.mark.django_db

SESSION = uuid.UUID(int=1)
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ASKED = Question(text="身代金は出ますか", verdict="not_listed", entries=["silent.ransom"], at=NOW)


def heard(text: str, message: str = "", said: Callable[[], Conversation] = Conversation) -> Step | None:
    return forms.take(SESSION, Heard(text, NOW, names_in(text)), message or str(uuid.uuid4()), said)


@pytest.fixture
def review() -> None:
    """A quote answered up to its review."""
    forms.begin(SESSION, Kind.QUOTE, "begin")
    for text in QUOTE:
        heard(text)


def test_a_sent_form_is_a_lead_with_its_receipt(review: None) -> None:
    step = heard("送信", said=lambda: Conversation([ASKED], [{"text": "身代金は出ますか"}]))
    lead = Lead.objects.get()
    assert step is not None
    assert step.form is not None
    assert step.form["receipt"] == lead.reference
    assert lead.reference in step.says[-1].text
    assert (lead.said.company, lead.said.annual_sales_yen) == ("株式会社山田製作所", 350_000_000)
    assert lead.said.unanswered == ["身代金は出ますか"]
    assert Lead.objects.filter(
        company_key__in=digests("山田製作所"), email_key__in=digests("sato@example.co.jp")
    ).exists()
    assert lead.transcript == [{"text": "身代金は出ますか"}]


def test_a_lead_is_counted_by_kind_once_it_is_kept(
    review: None, django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[object]]
) -> None:
    def send() -> None:
        with django_capture_on_commit_callbacks(execute=True):
            heard("送信", "two")
            assert grown("hosho_leads_taken_total", lambda: heard("送信", "two"), kind="quote") == 0

    assert grown("hosho_leads_taken_total", send, kind="quote") == 1


def test_a_message_heard_twice_is_answered_the_same_and_moves_nothing(review: None) -> None:
    first = heard("売上は5億に訂正", "one")
    assert heard("売上は5億に訂正", "one") == first
    assert heard("送信", "two") is not None


def test_sending_twice_under_one_id_gives_one_lead_and_one_receipt(review: None) -> None:
    assert heard("送信", "same") == heard("送信", "same")
    assert Lead.objects.count() == 1


def test_after_it_was_sent_there_is_no_form_and_its_receipt_is_known(review: None) -> None:
    heard("送信")
    assert heard("送信") is None
    assert forms.last_receipt(SESSION) == Lead.objects.get().reference


def test_a_lead_that_cannot_be_stored_with_its_deliveries_is_not_stored_at_all(
    review: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(lead: Lead) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(outbox, "enqueue", broken)
    with pytest.raises(OSError, match="disk"):
        heard("送信", "first")
    assert not Lead.objects.exists()
    monkeypatch.undo()
    assert heard("送信", "first") is not None
    assert Lead.objects.count() == 1


def test_every_channel_that_is_on_gets_its_delivery(review: None, settings: Settings) -> None:
    on = {"lead_webhook_url": "https://example.com/leads", "lead_webhook_secret": "whsec_" + "a" * 32}
    settings.ENVIRONMENT = settings.ENVIRONMENT.model_copy(update=on)
    heard("送信")
    assert [delivery.channel for delivery in Delivery.objects.all()] == ["webhook"]


def test_a_second_form_starts_clean(review: None) -> None:
    heard("送信")
    forms.begin(SESSION, Kind.QUOTE, "again")
    step = heard("同意します")
    assert step is not None
    assert step.form is not None
    assert step.form["asks"] == "company"


def test_beginning_again_goes_on_with_the_form_under_way(review: None) -> None:
    step = forms.begin(SESSION, Kind.QUOTE, "again")
    assert "株式会社山田製作所" in step.says[0].text
    assert Disclosure.objects.count() == 1


def test_a_cancelled_form_keeps_nothing_of_what_was_said(review: None) -> None:
    heard("キャンセル")
    heard("はい")
    assert Disclosure.objects.get().state == {}


def test_a_sent_form_keeps_its_answers_in_the_lead_alone(review: None) -> None:
    heard("送信")
    assert Disclosure.objects.get().state == {}


def test_forgetting_a_session_erases_its_form_and_its_transcript(review: None) -> None:
    heard("送信", said=lambda: Conversation([], [{"text": "こんにちは"}]))
    forms.forget(SESSION)
    assert not Disclosure.objects.exists()
    assert Lead.objects.get().transcript == []


def test_a_form_left_unfinished_is_erased_after_the_retention_time(review: None, settings: Settings) -> None:
    kept = timedelta(days=settings.ENVIRONMENT.retention_days)
    assert forms.forget_unfinished(timezone.now() + kept - timedelta(hours=1)) == 0
    assert forms.forget_unfinished(timezone.now() + kept + timedelta(hours=1)) == 1
    assert not Disclosure.objects.exists()


def test_a_form_that_was_sent_is_not_taken_for_unfinished(review: None, settings: Settings) -> None:
    heard("送信")
    later = timezone.now() + timedelta(days=settings.ENVIRONMENT.retention_days + 1)
    assert forms.forget_unfinished(later) == 0


def test_the_review_is_told_line_by_line_with_the_words_that_change_each(review: None) -> None:
    step = forms.ask_again(SESSION)
    assert step is not None
    assert step.form is not None
    company = step.form["review"][0]
    assert company["label"] in step.says[0].text
    assert company["value"] in step.says[0].text
    assert company["edit"] in step.says[0].buttons
    changed = heard(company["edit"])
    assert changed is not None
    assert changed.form is not None
    assert (changed.form["asks"], changed.form["review"]) == (company["field"], None)
