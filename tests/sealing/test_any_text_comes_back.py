"""Whatever is sealed comes back as it was, and is not to be read where it lies."""

import json
from typing import Any

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leads.models import Disclosure, Lead, Note
from sealing.keys import seal, unseal
from sealing.lookups import digest, digests
from tests.leads.staff.samples import a_lead
from tests.sealing.conftest import NEW, OLD, Keys

TEXTS = st.text(st.characters(), max_size=300)
"""Half a surrogate pair, too, which no encoding takes."""
JSONS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(st.characters(), max_size=40),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=12,
)
in_one_test = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@in_one_test
@given(TEXTS)
def test_any_text(keys: Keys, text: str) -> None:
    assert unseal(seal(text), "here") == text


@pytest.mark.django_db
@in_one_test
@given(TEXTS)
def test_a_text_column(keys: Keys, text: str) -> None:
    note = Note.objects.create(lead=Lead.objects.first() or a_lead(), text=text)
    assert Note.objects.get(pk=note.pk).text == text


@pytest.mark.django_db
@in_one_test
@given(JSONS.filter(lambda value: value is not None))
def test_a_json_column(keys: Keys, value: Any) -> None:
    form = Disclosure.objects.create(session="0af1" * 8, state=value, ended_at="2026-11-29T00:00:00Z")
    assert Disclosure.objects.get(pk=form.pk).state == json.loads(json.dumps(value))


@pytest.mark.django_db
def test_nothing_stays_nothing(keys: Keys) -> None:
    form = Disclosure.objects.create(session="0af1" * 8, state={}, outcome=None)
    assert Disclosure.objects.get(pk=form.pk).outcome is None
    assert (
        Disclosure.objects.filter(outcome__isnull=True).count() == Disclosure.objects.filter(outcome=None).count() == 1
    )


@pytest.mark.django_db
def test_the_column_itself_shows_nothing_of_it(keys: Keys) -> None:
    a_lead().notes.create(text="夕方に折り返す約束")
    with connection.cursor() as cursor:
        cursor.execute("SELECT content, company, company_key, email_key, phone_key FROM leads_lead")
        lead = cursor.fetchone()
        cursor.execute("SELECT text FROM leads_note")
        (note,) = cursor.fetchone()
    stored = "".join([*lead, note])
    for said in ("山田製作所", "佐藤", "sato@example.co.jp", "0000", "誤送信", "折り返す"):
        assert said not in stored
        assert json.dumps(said)[1:-1] not in stored


def test_the_same_text_is_sealed_otherwise_each_time(keys: Keys) -> None:
    assert seal("山田製作所") != seal("山田製作所")


@in_one_test
@given(st.text(min_size=1), st.text(min_size=1))
def test_a_digest_is_the_same_for_the_same_text_alone(keys: Keys, one: str, other: str) -> None:
    assert (digest(one) == digest(other)) == (one == other)


def test_nothing_is_not_looked_up(keys: Keys) -> None:
    assert (digest(""), digests("")) == ("", [])


def test_who_has_not_the_key_cannot_make_the_digest(keys: Keys) -> None:
    under_old = digest("sato@example.co.jp")
    keys(NEW)
    assert digest("sato@example.co.jp") != under_old
    keys(NEW, OLD)
    assert under_old in digests("sato@example.co.jp")
