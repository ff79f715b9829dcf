"""manage.py rotate_field_keys: everything comes under the newest key, and the older ones may go."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from chat import rasa
from chat.dialogue_engine import EngineAway
from chat.models import Session, Turn
from leads.models import Disclosure, Lead, Note
from leads.staff.related import related
from sealing import rotation
from sealing.lookups import digest
from tests.fakes import FakeEngine
from tests.leads.staff.samples import CONTACT, a_lead
from tests.sealing.conftest import NEW, OLD, THIRD, Keys

pytestmark = pytest.mark.django_db


class Tracker(FakeEngine):
    """Rasa with so many events that are still under an older key; each call seals `at_once` of them anew."""

    def __init__(self, older: int = 0, endless: bool = False) -> None:
        super().__init__()
        self.older, self.endless = older, endless

    async def reseal(self) -> int:
        if self.away:
            raise EngineAway("Rasa at HOSHO_RASA_URL: ConnectError")
        done, self.older = self.older, self.older if self.endless else 0
        return done


@pytest.fixture
def tracker(monkeypatch: pytest.MonkeyPatch) -> Tracker:
    made = Tracker(older=7)
    monkeypatch.setattr(rasa, "_engine", made)
    return made


@pytest.fixture
def lead(keys: Keys, tracker: Tracker) -> Lead:
    """A lead with a note, a conversation and a form, all under the old key; then a new one is put before it."""
    made = a_lead(transcript=[{"from": "visitor", "text": "委託先から漏えいしました", "at": ""}])
    Note.objects.create(lead=made, text="夕方に折り返す約束")
    session = Session.objects.create(expires_at="2026-12-29T00:00:00Z")
    Turn.objects.create(
        session=session, message_id="0af1" * 8, text="誤送信は", message="誤送信は", claimed_at="2026-11-29T00:00:00Z"
    )
    Disclosure.objects.create(session=session.pk, state={"asks": "company"}, outcome={"says": [["会社名は?", []]]})
    keys(NEW, OLD)
    return made


def rotate() -> list[str]:
    out = io.StringIO()
    call_command("rotate_field_keys", stdout=out)
    return out.getvalue().splitlines()


def test_afterwards_the_new_key_alone_opens_everything(lead: Lead, keys: Keys) -> None:
    rotate()
    keys(NEW)
    found = Lead.objects.get()
    assert (found.company, found.said.contact.name) == ("株式会社山田製作所", CONTACT["name"])
    assert found.transcript[0]["text"] == "委託先から漏えいしました"
    assert Note.objects.get().text == "夕方に折り返す約束"
    turn = Turn.objects.get()
    assert (turn.text, turn.message, turn.reply, turn.payloads) == ("誤送信は", "誤送信は", None, {})
    form = Disclosure.objects.get()
    assert (form.state, form.outcome) == ({"asks": "company"}, {"says": [["会社名は?", []]]})


def test_it_says_how_many_rows_and_that_the_older_keys_may_go(lead: Lead) -> None:
    assert rotate() == [
        "Rasa's tracker store: 7 rows sealed anew",
        "chat.Turn: 1 rows sealed anew",
        "leads.Disclosure: 1 rows sealed anew",
        "leads.Lead: 1 rows sealed anew",
        "leads.Note: 1 rows sealed anew",
        "No row needs an older key: all but the first may now be removed from HOSHO_FIELD_KEYS.",
    ]


def test_every_model_with_a_sealed_column_is_among_them() -> None:
    assert {model._meta.label for model in rotation.sealed_models()} == {
        "chat.Turn",
        "leads.Lead",
        "leads.Note",
        "leads.Disclosure",
    }


def test_a_second_time_nothing_is_left_to_do(lead: Lead) -> None:
    rotate()
    assert [line for line in rotate() if " 0 rows" not in line] == [rotate()[-1]]


def test_the_same_customer_is_found_before_during_and_after(lead: Lead, keys: Keys) -> None:
    def same() -> list[str]:
        return [other.same for other in related(Lead.objects.get(pk=lead.pk))]

    a_lead(reference="H-2611-0002")  # under the new key; the other is still under the old one
    assert same() == ["会社・メール・電話"]
    rotate()
    assert same() == ["会社・メール・電話"]
    keys(NEW)
    assert same() == ["会社・メール・電話"]
    assert Lead.objects.filter(company_key=digest("山田製作所")).count() == 2


def test_it_goes_on_where_it_was_broken_off(lead: Lead, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        a_lead(reference=f"H-{number}")  # these are under the new key
    monkeypatch.setattr(rotation, "AT_ONCE", 2)
    assert rotation.reseal(Lead) == 1
    assert rotation.reseal(Lead) == 0


def test_what_was_changed_while_it_was_read_is_left_to_who_changed_it(
    lead: Lead, keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    renewed = rotation.renewed

    def meanwhile(sealed: str, where: str) -> str | None:
        Note.objects.update(text="別の人が直したメモ")
        return renewed(sealed, where)

    monkeypatch.setattr(rotation, "renewed", meanwhile)
    rotation.reseal(Note)
    keys(NEW)
    assert Note.objects.get().text == "別の人が直したメモ"


def test_while_a_row_needs_a_key_that_is_gone_nothing_may_be_removed(lead: Lead, keys: Keys) -> None:
    keys(NEW, THIRD)
    place = rf"no key in HOSHO_FIELD_KEYS opens leads\.Lead\.content of row {lead.pk}"
    with pytest.raises(CommandError, match=f"the older keys are still needed: {place}"):
        rotate()


def test_while_rasa_is_away_nothing_may_be_removed(lead: Lead, tracker: Tracker) -> None:
    tracker.away = True
    with pytest.raises(CommandError, match="the older keys are still needed: Rasa at HOSHO_RASA_URL"):
        rotate()


def test_while_something_seals_under_the_older_key_nothing_may_be_removed(lead: Lead, tracker: Tracker) -> None:
    tracker.endless = True
    with pytest.raises(CommandError, match="start web, rasa and deliver anew"):
        rotate()


def test_the_inbox_shows_and_finds_the_lead_all_the_while(lead: Lead, admin_client: Client) -> None:
    for _ in range(2):
        page = admin_client.get("/staff/leads/lead/", {"q": "山田製作所"}).content.decode()
        assert lead.reference in page
        rotate()
