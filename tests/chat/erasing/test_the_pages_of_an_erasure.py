"""Who keeps personal data erases a visitor from the lead's page and prints the receipt; nobody else can."""

import pytest
from django.test import Client

from chat.erasing import erasure, traces
from chat.models import ErasureReceipt
from leads.models import Lead
from tests.fakes import FakeEngine
from tests.leads.staff.pages import page_of, shown
from tests.leads.staff.samples import a_lead
from tests.people import logged_in, member

RECEIPTS = "/staff/chat/erasurereceipt/"


def erasing_of(lead: Lead) -> str:
    return f"/staff/leads/lead/{lead.pk}/erase/"


@pytest.fixture
def browser(db: None) -> Client:
    """Of who keeps personal data."""
    return logged_in(member("kimura", "木村 三郎", "privacy"))


@pytest.fixture
def sales(db: None) -> Client:
    return logged_in(member("sato", "佐藤 一郎", "sales"))


@pytest.fixture
def lead(db: None, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch) -> Lead:
    """The groups come with the migrations, so these tests run in a transaction, in which no file is cleaned."""
    monkeypatch.setattr(erasure, "clean_pages", lambda _: None)
    monkeypatch.setattr(traces, "found", lambda *_: [])
    lead = a_lead()
    lead.deliveries.create(channel="email", state="delivered")
    return lead


def test_the_leads_page_leads_there(browser: Client, lead: Lead) -> None:
    assert f'href="{erasing_of(lead)}"' in shown(browser, page_of(lead))


def test_it_is_told_what_will_go_and_what_cannot(browser: Client, lead: Lead) -> None:
    page = shown(browser, erasing_of(lead))
    assert lead.reference in page
    assert "元には戻せません" in page
    assert "外に出た写しは、ここからは消せません" in page
    assert Lead.objects.exists()


def test_confirmed_the_visitor_is_erased_and_the_receipt_is_shown(browser: Client, lead: Lead) -> None:
    response = browser.post(erasing_of(lead), {"sure": "on"}, follow=True)
    receipt = ErasureReceipt.objects.get()
    assert response.redirect_chain == [(f"{RECEIPTS}{receipt.pk}/change/", 302)]
    page = response.content.decode()
    for words in (receipt.number, lead.reference, "kimura", "見込み客 1件", "残っていた所はありません", "メール"):
        assert words in page
    assert not Lead.objects.exists()


def test_without_confirmation_nothing_is_erased(browser: Client, lead: Lead) -> None:
    response = browser.post(erasing_of(lead))
    assert response.status_code == 400
    assert "チェックを付けてください" in response.content.decode()
    assert Lead.objects.exists()


def test_while_rasa_is_away_it_is_said_and_nothing_is_erased(browser: Client, lead: Lead, engine: FakeEngine) -> None:
    engine.away = True
    response = browser.post(erasing_of(lead), {"sure": "on"})
    assert response.status_code == 503
    assert "ただいま消去できません" in response.content.decode()
    assert Lead.objects.exists()


def test_what_was_met_after_all_is_on_the_receipt(browser: Client, lead: Lead, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(traces, "found", lambda *_: ["web.log"])
    page = browser.post(erasing_of(lead), {"sure": "on"}, follow=True).content.decode()
    assert "残っていた所: web.log" in page
    assert "web.log" in shown(browser, RECEIPTS)


def test_sales_neither_see_nor_may_do_it(sales: Client, lead: Lead) -> None:
    assert "/erase/" not in shown(sales, page_of(lead))
    assert sales.get(erasing_of(lead)).status_code == 403
    assert sales.post(erasing_of(lead), {"sure": "on"}).status_code == 403
    assert sales.get(RECEIPTS).status_code == 403
    assert Lead.objects.exists()


def test_a_lead_that_is_not_there_is_not_found(browser: Client, lead: Lead) -> None:
    assert browser.get("/staff/leads/lead/999999/erase/").status_code == 404


def test_a_receipt_is_never_changed_nor_deleted(browser: Client, lead: Lead) -> None:
    browser.post(erasing_of(lead), {"sure": "on"})
    receipt = ErasureReceipt.objects.get()
    address = f"{RECEIPTS}{receipt.pk}/"
    assert browser.post(f"{address}change/", {"number": "E-0"}).status_code == 403
    assert browser.get(f"{address}delete/").status_code == 403
    assert browser.get(f"{RECEIPTS}add/").status_code == 403
    assert ErasureReceipt.objects.get() == receipt


def test_who_keeps_personal_data_works_on_no_lead(browser: Client, lead: Lead) -> None:
    assert browser.post(page_of(lead), {"status": "won"}).status_code == 403
