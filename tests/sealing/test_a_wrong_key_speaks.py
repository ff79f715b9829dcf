"""What no key opens is an error that says where and what to do; never an empty text."""

import pytest
from django.core.exceptions import FieldError
from django.db import connection

from chat.models import Session, Turn
from leads.models import Lead, Note
from sealing.keys import Unopened
from tests.leads.staff.samples import a_lead
from tests.sealing.conftest import NEW, OLD, Keys

pytestmark = pytest.mark.django_db
REMEDY = "put the key it was sealed under back into HOSHO_FIELD_KEYS"


def test_it_names_the_field_and_the_setting(keys: Keys) -> None:
    a_lead()
    keys(NEW)
    with pytest.raises(Unopened, match=f"no key in HOSHO_FIELD_KEYS opens leads.Lead.content: {REMEDY}"):
        Lead.objects.values_list("content").get()


def test_it_repeats_nothing_of_the_value(keys: Keys) -> None:
    a_lead()
    keys(NEW)
    with pytest.raises(Unopened) as told:
        Lead.objects.get()
    assert "gAAAA" not in str(told.value)


def test_what_is_not_sealed_at_all_is_not_believed(keys: Keys) -> None:
    note = Note.objects.create(lead=a_lead(), text="夕方に折り返す約束")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE leads_note SET text = %s", ["誰かが書き換えたメモ"])
    with pytest.raises(Unopened, match=r"leads\.Note\.text"):
        note.refresh_from_db()


def test_a_changed_character_is_noticed(keys: Keys) -> None:
    note = Note.objects.create(lead=a_lead(), text="夕方に折り返す約束")
    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM leads_note")
        sealed = cursor.fetchone()[0]
        changed = sealed[:40] + ("A" if sealed[40] != "A" else "B") + sealed[41:]
        cursor.execute("UPDATE leads_note SET text = %s", [changed])
    with pytest.raises(Unopened):
        note.refresh_from_db()


def test_with_the_older_key_behind_the_new_one_all_is_read_and_the_new_one_seals(keys: Keys) -> None:
    a_lead()
    keys(NEW, OLD)
    lead = Lead.objects.get()
    assert lead.company == "株式会社山田製作所"
    lead.save()
    keys(NEW)
    assert Lead.objects.get().company == "株式会社山田製作所"


@pytest.mark.parametrize(
    "look_up",
    [{"text": "誤送信"}, {"text__contains": "誤送信"}, {"reply__answer__verdict": "listed"}, {"text__in": ["x"]}],
)
def test_the_database_is_never_asked_for_a_sealed_value(look_up: dict[str, object]) -> None:
    """It would find nothing, and nobody would know why."""
    with pytest.raises(FieldError, match=r"chat\.Turn\.(text|reply) is sealed"):
        Turn.objects.filter(**look_up).exists()


def test_whether_there_is_a_value_may_be_asked(keys: Keys) -> None:
    session = Session.objects.create(expires_at="2026-12-29T00:00:00Z")
    turn = {"session": session, "text": "", "message": "", "claimed_at": "2026-11-29T00:00:00Z"}
    Turn.objects.create(**turn, message_id="0af1" * 8, reply=None)
    Turn.objects.create(**turn, message_id="0af2" * 8, reply={"messages": []})
    assert Turn.objects.filter(reply=None).count() == Turn.objects.exclude(reply=None).count() == 1
