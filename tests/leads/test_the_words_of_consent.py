"""Which words a lead agreed to is known for ever: versions are kept as they were, and each lead has its own."""

import hashlib
import uuid
from datetime import UTC, datetime

import pytest
from pytest_django import Settings

from knowledge.domain.entities import names_in
from leads import forms
from leads.domain import consent
from leads.domain.answers import Heard
from leads.domain.contents import Conversation
from leads.domain.fields import SPECS, Field
from leads.domain.lead import Kind
from leads.forms import Step
from leads.models import Lead
from tests.leads.form.talk import QUOTE, Talk, quote_until
from tests.leads.staff.pages import page_of, shown
from tests.leads.staff.samples import a_lead
from tests.people import logged_in, member

FINGERPRINTS = {
    "2026-11": "d822e966b10d86aa4fa78119ab612d85d23caea43bc03af4ffaa0864423b92c0",
}
"""Of each version as it was first used. A changed text is a new version: add its line here, change none."""


def fingerprint(version: str) -> str:
    words = [consent.VERSIONS[version].words(kind, "{agency}", "{days}") for kind in Kind]
    return hashlib.sha256("\n\n".join(words).encode()).hexdigest()


def test_no_version_was_changed_and_none_is_missing() -> None:
    assert {version: fingerprint(version) for version in consent.VERSIONS} == FINGERPRINTS


def test_what_is_asked_now_is_the_current_version() -> None:
    assert max(consent.VERSIONS) == consent.CURRENT
    assert SPECS[Field.CONSENT].question == consent.VERSIONS[consent.CURRENT].question


@pytest.mark.parametrize("kind", Kind)
def test_the_words_name_who_collects_what_for_how_long(kind: Kind) -> None:
    words = consent.current(kind, "みなと代理店", 45)
    assert "みなと代理店が" in words
    assert "45日以内" in words
    assert ("告知ではありません" in words) is (kind is Kind.QUOTE)


SESSION = uuid.UUID(int=17)
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def heard(*texts: str) -> Step:
    for text in texts:
        step = forms.take(SESSION, Heard(text, NOW, names_in(text)), str(uuid.uuid4()), Conversation)
    assert step is not None
    return step


@pytest.fixture
def agency(settings: Settings) -> str:
    settings.ENVIRONMENT = settings.ENVIRONMENT.model_copy(update={"agency_name": "みなと代理店"})
    return "みなと代理店"


@pytest.mark.django_db
def test_a_lead_keeps_the_very_words_its_visitor_read(agency: str, settings: Settings) -> None:
    read = forms.begin(SESSION, Kind.QUOTE, "begin").says[0].text
    settings.ENVIRONMENT = settings.ENVIRONMENT.model_copy(update={"agency_name": "改名した代理店"})
    heard(*QUOTE, "送信")
    lead = Lead.objects.get()
    assert lead.agreed_to in read
    assert lead.agreed_to.startswith("みなと代理店が、お見積りの準備とご連絡のために")
    assert lead.said.consent.version == consent.CURRENT


@pytest.mark.django_db
def test_sales_read_the_words_on_the_page_and_in_the_export(agency: str) -> None:
    forms.begin(SESSION, Kind.QUOTE, "begin")
    heard(*QUOTE, "送信")
    sales = logged_in(member("sato", "佐藤 一郎", "sales"))
    assert "みなと代理店が、お見積りの準備とご連絡のために" in shown(sales, page_of(Lead.objects.get()))
    exported = sales.get("/staff/leads/lead/export/csv/").content.decode()
    assert "みなと代理店が、お見積りの準備とご連絡のために" in exported


@pytest.mark.django_db
def test_an_older_lead_shows_the_words_of_its_version_with_the_blanks_open() -> None:
    assert (a_lead().consented_to or "").startswith("(代理店名)が、")


@pytest.mark.django_db
def test_a_version_that_never_was_shows_nothing_instead_of_other_words() -> None:
    assert a_lead(consent={"version": "1999-01", "at": NOW}).consented_to is None


def test_another_form_before_consent_says_its_own_words() -> None:
    talk = Talk(Kind.CALLBACK)
    assert talk.form.to_agree != consent.current(Kind.QUOTE, talk.form.agency, talk.form.days)
    assert consent.current(Kind.QUOTE, talk.form.agency, talk.form.days) in talk.switch(Kind.QUOTE)


def test_a_form_that_collects_more_asks_consent_again() -> None:
    talk = Talk(Kind.CALLBACK, "同意します", "株式会社山田製作所")
    assert "売上高" in talk.switch(Kind.QUOTE)
    assert talk.asks is Field.CONSENT
    talk.say("同意します")
    assert talk.form.agreed == consent.current(Kind.QUOTE, talk.form.agency, talk.form.days)
    assert (talk.asks, talk.shown(Field.COMPANY)) == (Field.INDUSTRY, "株式会社山田製作所")


def test_without_consent_to_more_nothing_more_is_asked() -> None:
    talk = Talk(Kind.CALLBACK, "同意します", "株式会社山田製作所")
    talk.switch(Kind.QUOTE)
    talk.say("同意しません")
    assert talk.outcome is not None
    assert talk.outcome.end is not None


def test_a_form_that_collects_less_needs_no_new_consent() -> None:
    talk = quote_until(Field.INDUSTRY)
    talk.switch(Kind.CALLBACK)
    assert talk.form.consented_at is not None
    assert talk.asks is Field.CONTACT_NAME
