from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import DjangoAssertNumQueries

from leads.models import Channel, Delivery, DeliveryState
from leads.staff.age import ago
from tests.leads.staff.pages import INBOX, shown
from tests.leads.staff.samples import AT, CONTACT, a_lead

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("passed", "words"),
    [
        (timedelta(seconds=-2), "たった今"),
        (timedelta(seconds=59), "たった今"),
        (timedelta(minutes=3, seconds=59), "3分前"),
        (timedelta(hours=2, minutes=59), "2時間前"),
        (timedelta(days=5, hours=23), "5日前"),
    ],
)
def test_the_age_of_a_lead_is_said_in_words(passed: timedelta, words: str) -> None:
    assert ago(AT, AT + passed) == words


def test_a_row_says_whose_lead_it_is_and_how_old(sales: Client, sato: User) -> None:
    a_lead(created_at=timezone.now() - timedelta(hours=2, minutes=1), owner=sato)
    page = shown(sales, INBOX)
    assert all(words in page for words in ("株式会社山田製作所", "2時間前", "佐藤 一郎", "未対応", "見積り"))


def test_an_urgent_lead_stands_out_in_words(sales: Client) -> None:
    a_lead(kind="urgent")
    assert "【緊急】" in shown(sales, INBOX)


def test_no_other_lead_is_called_urgent(sales: Client) -> None:
    a_lead()
    assert "【緊急】" not in shown(sales, INBOX)


def test_a_lead_without_a_company_is_listed_by_the_person(sales: Client) -> None:
    a_lead(company=None, kind="callback", contact=CONTACT)
    assert "佐藤 花子 様" in shown(sales, INBOX)


def test_the_state_of_each_delivery_is_in_sight(sales: Client) -> None:
    lead = a_lead()
    Delivery.objects.create(lead=lead, channel=Channel.EMAIL, state=DeliveryState.DELIVERED)
    Delivery.objects.create(lead=lead, channel=Channel.WEBHOOK, state=DeliveryState.DEAD)
    page = shown(sales, INBOX)
    assert "メール: 配信済み" in page
    assert "Webhook: 配信できず" in page


def test_it_is_said_when_no_channel_is_set_up(sales: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("leads.admin.configured", dict)
    assert "配信先が設定されていません" in shown(sales, INBOX)


def test_nothing_is_said_when_one_is(sales: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("leads.admin.configured", lambda: {Channel.EMAIL: print})
    assert "配信先が設定されていません" not in shown(sales, INBOX)


def test_the_list_needs_no_query_for_each_lead(
    sales: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(20):
        a_lead(reference=f"H-{number}")
    with django_assert_max_num_queries(28):
        shown(sales, INBOX)
