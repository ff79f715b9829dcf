"""Whoever sees, searches, exports, changes or sends a lead again is on record, and nothing of the visitor with it."""

import json

import pytest
from django.contrib.auth.models import User
from django.test import Client

from audit.models import Record
from audit.vocabulary import Did, Kind
from leads.models import Channel, Delivery, DeliveryState
from tests.audit.trail import trail
from tests.leads.staff.pages import INBOX, form_of, page_of
from tests.leads.staff.samples import CONTACT, a_lead

pytestmark = pytest.mark.django_db


def test_seeing_a_lead_is_recorded_once_a_view(sales: Client, sato: User) -> None:
    lead = a_lead()
    sales.get(page_of(lead))
    sales.get(page_of(lead))
    assert trail(Did.SAW) == [("sato", Did.SAW, Kind.LEAD, "H-2611-0001", {})] * 2
    assert set(Record.objects.filter(did=Did.SAW).values_list("user_id", flat=True)) == {sato.pk}


def test_the_list_is_recorded_with_the_leads_on_the_page(sales: Client) -> None:
    a_lead(reference="H-1", grade="B")
    a_lead(reference="H-2", grade="A")
    sales.get(INBOX, {"grade__exact": "A"})
    sales.get(INBOX)
    assert trail(Did.LISTED) == [
        ("sato", Did.LISTED, Kind.LEAD, "H-2", {"count": 1, "filters": ["grade__exact"]}),
        ("sato", Did.LISTED, Kind.LEAD, "H-2 H-1", {"count": 2}),
    ]


def test_a_search_is_recorded_without_its_words(sales: Client) -> None:
    a_lead()
    sales.get(INBOX, {"q": "山田"})
    assert trail(Did.SEARCHED) == [("sato", Did.SEARCHED, Kind.LEAD, "H-2611-0001", {"count": 1, "searched": True})]


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_an_export_is_recorded_with_every_lead_in_it(sales: Client, form: str) -> None:
    for n in range(60):
        a_lead(reference=f"H-{n:02}")
    sales.get(f"{INBOX}export/{form}/", {"q": "山田", "status__exact": "new"})
    ((who, _, kind, ids, facts),) = trail(Did.EXPORTED)
    assert (who, kind, len(ids.split())) == ("sato", Kind.LEAD, 60)
    assert facts == {"count": 60, "form": form, "filters": ["status__exact"], "searched": True}


def test_a_refused_export_is_no_export(sales: Client) -> None:
    sales.get(f"{INBOX}export/pdf/")
    assert trail(Did.EXPORTED) == []


def test_a_change_is_recorded_by_the_names_of_its_fields_and_a_note_without_its_text(sales: Client) -> None:
    lead = a_lead()
    sales.post(page_of(lead), form_of(lead, status="in_progress", note="山田様は不在"))
    assert trail(Did.CHANGED, Did.NOTED)[-2:] == [
        ("sato", Did.CHANGED, Kind.LEAD, lead.reference, {"fields": ["status"]}),
        ("sato", Did.NOTED, Kind.LEAD, lead.reference, {}),
    ]


def test_saving_nothing_changes_nothing(sales: Client) -> None:
    lead = a_lead()
    before = len(trail(Did.CHANGED))
    sales.post(page_of(lead), form_of(lead))
    assert len(trail(Did.CHANGED)) == before


def test_sending_again_is_recorded(sales: Client) -> None:
    delivery = Delivery.objects.create(lead=a_lead(), channel=Channel.WEBHOOK, state=DeliveryState.DEAD)
    sales.post(f"{INBOX}{delivery.lead_id}/replay/{delivery.pk}/")
    told = {"channel": "webhook", "delivery": str(delivery.pk)}
    assert trail(Did.REPLAYED) == [("sato", Did.REPLAYED, Kind.LEAD, "H-2611-0001", told)]


def test_nothing_that_the_visitor_said_is_in_the_trail(sales: Client) -> None:
    lead = a_lead()
    sales.get(INBOX, {"q": "山田"})
    sales.get(page_of(lead))
    sales.get(f"{INBOX}export/csv/", {"q": CONTACT["email"]})
    sales.post(page_of(lead), form_of(lead, status="quoted", note="佐藤花子様、03-0000-1234"))
    kept = json.dumps(list(Record.objects.values()), default=str, ensure_ascii=False)
    assert lead.reference in kept
    for said in ("山田", "花子", "example.co.jp", "0000", "製造", "委託先"):
        assert said not in kept


def test_a_lead_that_may_not_be_seen_is_not_seen(sales: Client, client: Client) -> None:
    client.get(page_of(a_lead()))
    assert trail(Did.SAW) == []


def test_where_from_is_kept_as_a_digest_that_tells_two_places_apart(sales: Client) -> None:
    lead = a_lead()
    for address in ("203.0.113.9", "203.0.113.9", "198.51.100.7"):
        sales.get(page_of(lead), REMOTE_ADDR=address)
    places = list(Record.objects.filter(did=Did.SAW).order_by("number").values_list("place", flat=True))
    assert places[0] == places[1] != places[2]
    assert all(place and "." not in place for place in places)


def test_a_lead_that_cannot_be_recorded_is_not_shown(sales: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    lead = a_lead()
    monkeypatch.setattr("audit.chain.one_at_a_time", lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        sales.get(page_of(lead))
