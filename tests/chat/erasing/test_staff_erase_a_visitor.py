"""What an erasure by staff takes, what it leaves, and what its receipt says."""

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection

from audit.models import Record
from chat import rasa
from chat.dialogue_engine import EngineAway
from chat.erasing import erasure, traces
from chat.erasing.traces import CannotLook
from chat.erasing.visitor import Visitor as Known
from chat.erasing.visitor import by_email, by_phone, by_reference, by_session
from chat.models import ErasureReceipt, Session, Turn
from leads.models import Delivery, Disclosure, Lead, Note
from tests.chat.erasing.conftest import sent_form
from tests.chat.visitor import Visitor
from tests.fakes import FakeEngine

pytestmark = pytest.mark.slow

EVERYTHING = (Lead, Note, Delivery, Disclosure, Session, Turn, Lead.history.model, LogEntry)


def erase(known: Known) -> ErasureReceipt:
    return erasure.erase(known, "木村", rasa.engine())


def left() -> dict[str, int]:
    return {model.__name__: count for model in EVERYTHING if (count := model._default_manager.count())}


def test_all_that_hangs_on_the_visitor_is_gone(lead: Lead) -> None:
    assert set(left()) == {model.__name__ for model in EVERYTHING}
    erase(by_reference(lead.reference))
    assert left() == {}


def test_rasa_forgets_the_conversation(lead: Lead, engine: FakeEngine) -> None:
    erase(by_reference(lead.reference))
    assert engine.forgotten == [lead.session.hex]


def test_nobody_else_is_touched(lead: Lead, other: Visitor) -> None:
    other.says("USBメモリをなくしました")
    theirs = sent_form(Session.objects.exclude(pk=lead.session).get().pk)
    erase(by_reference(lead.reference))
    assert Lead.objects.get() == theirs
    assert other.typed() == ["USBメモリをなくしました"]


@pytest.mark.parametrize("address", ["sato@example.co.jp", "ＳＡＴＯ＠example.co.jp"])
def test_by_an_address_all_their_leads_are_found(lead: Lead, address: str) -> None:
    assert by_email(address).leads == (lead,)


@pytest.mark.parametrize("number", ["03-1234-5678", "+81 3 1234 5678", "0312345678"])
def test_by_a_number_all_their_leads_are_found(lead: Lead, number: str) -> None:
    assert by_phone(number).leads == (lead,)


def test_who_is_not_known_is_nobody(lead: Lead) -> None:
    assert not any([by_email("nobody@example.co.jp"), by_email("こんにちは"), by_phone("なし"), by_reference("H-1")])


def test_by_the_conversation_its_leads_are_found(lead: Lead) -> None:
    assert by_session(lead.session) == by_reference(lead.reference)


def test_a_conversation_without_a_lead_is_erased_alone(told: Visitor) -> None:
    receipt = erase(by_session(Session.objects.get().pk))
    assert (receipt.references, receipt.erased["turn"], left()) == ([], 2, {})


def test_a_lead_whose_conversation_is_gone_already_is_erased(lead: Lead, told: Visitor) -> None:
    told.send("DELETE", "/api/chat/session")
    assert Lead.objects.exists()
    erase(by_reference(lead.reference))
    assert left() == {}


def test_while_rasa_is_away_nothing_is_erased(lead: Lead, engine: FakeEngine) -> None:
    engine.away, before = True, left()
    with pytest.raises(EngineAway):
        erase(by_reference(lead.reference))
    assert left() == before
    assert not ErasureReceipt.objects.exists()


def test_the_receipt_says_what_was_erased_and_names_nobody(lead: Lead) -> None:
    receipt = erase(by_reference(lead.reference))
    receipt.refresh_from_db()
    assert receipt.number.startswith("E-")
    assert receipt.references == [lead.reference]
    assert receipt.erased == {
        "form": 1,
        "note": 1,
        "delivery": 1,
        "log_entry": 1,
        "history": 2,
        "lead": 1,
        "turn": 2,
        "session": 1,
    }
    assert (receipt.by, receipt.sent) == ("木村", ["email"])
    kept = repr(ErasureReceipt.objects.values().get())
    for personal in ("佐藤", "山田製作所", "sato@", "1234", lead.session.hex, str(lead.session)):
        assert personal not in kept


def test_it_was_looked_for_what_the_visitor_said_and_nothing_was_found(lead: Lead) -> None:
    receipt = erase(by_reference(lead.reference))
    assert receipt.found == []
    assert (receipt.looked_for or 0) >= 10


def test_that_it_could_not_be_checked_is_on_the_receipt(lead: Lead, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise CannotLook("grep ended with 2")

    monkeypatch.setattr(traces, "found", broken)
    with pytest.raises(CannotLook):
        erase(by_reference(lead.reference))
    receipt = ErasureReceipt.objects.get()
    assert (receipt.looked_for, receipt.result) == (None, "確かめられませんでした")
    assert left() == {}


def test_it_is_in_the_audit_trail(lead: Lead) -> None:
    erase(by_reference(lead.reference))
    row = Record.objects.get(did="erased")
    assert (row.kind, row.ids, row.user_name) == ("visitor", lead.reference, "木村")


def test_what_cannot_be_recorded_is_not_done(lead: Lead, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ValueError("no fact for the audit trail")

    monkeypatch.setattr(erasure, "record", broken)
    before = left()
    with pytest.raises(ValueError, match="audit"):
        erase(by_reference(lead.reference))
    assert left() == before


def test_the_test_database_is_the_one_that_is_looked_at(lead: Lead) -> None:
    """Guards the tests above: before the erasure the conversation's id is found where it is kept."""
    places = traces.found({lead.session.hex}, [lead.session])
    expected = {"hosho.db", "hosho.db-wal"} if connection.vendor == "sqlite" else {"chat_session", "leads_lead"}
    assert expected & set(places)
