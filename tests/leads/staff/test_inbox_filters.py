from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from tests.leads.staff.pages import listed
from tests.leads.staff.samples import a_lead

pytestmark = pytest.mark.django_db


@pytest.fixture
def leads(sato: User, suzuki: User) -> None:
    now = timezone.now()
    a_lead(reference="H-1", grade="B", created_at=now - timedelta(minutes=3), status="in_progress", owner=sato)
    a_lead(reference="H-2", grade="A", created_at=now - timedelta(hours=2), kind="urgent")
    a_lead(reference="H-3", grade="A", created_at=now - timedelta(days=5), status="won", owner=suzuki)
    a_lead(reference="H-4", grade="C", created_at=now - timedelta(days=9), kind="callback")


@pytest.mark.usefixtures("leads")
@pytest.mark.parametrize(
    ("query", "references"),
    [
        ({}, ["H-2", "H-3", "H-1", "H-4"]),
        ({"grade__exact": "A"}, ["H-2", "H-3"]),
        ({"kind__exact": "callback"}, ["H-4"]),
        ({"status__exact": "new"}, ["H-2", "H-4"]),
        ({"owner": "me"}, ["H-1"]),
        ({"owner": "none"}, ["H-2", "H-4"]),
        ({"age": "hour"}, ["H-1"]),
        ({"age": "day"}, ["H-2", "H-1"]),
        ({"age": "week"}, ["H-2", "H-3", "H-1"]),
        ({"age": "older"}, ["H-4"]),
        ({"grade__exact": "A", "age": "week", "owner": "none"}, ["H-2"]),
        ({"owner": "²"}, ["H-2", "H-3", "H-1", "H-4"]),
    ],
)
def test_the_best_lead_stands_first_whatever_the_list_is_narrowed_to(
    sales: Client, query: dict[str, str], references: list[str]
) -> None:
    assert listed(sales, **query) == references


@pytest.mark.usefixtures("leads")
def test_the_leads_of_a_colleague(sales: Client, suzuki: User) -> None:
    assert listed(sales, owner=str(suzuki.pk)) == ["H-3"]
