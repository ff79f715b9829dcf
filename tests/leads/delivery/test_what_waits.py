"""Prometheus is told what of the outbox waits, how long already, and that somebody should be sending it."""

from datetime import timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone

from bench.receiver import Receiver
from leads.measures import Outbox
from leads.models import Channel, Delivery, DeliveryState, Lead
from leads.outbox import LATE, Waiting, waiting
from tests.leads.delivery.conftest import Operator
from tests.leads.delivery.samples import a_delivery

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def a_waiting_one(minutes: int, channel: Channel = Channel.WEBHOOK, **changes: object) -> Delivery:
    """Of a lead that came so long ago."""
    delivery = a_delivery(channel, **changes)
    Lead.objects.filter(pk=delivery.lead_id).update(created_at=NOW - timedelta(minutes=minutes))
    return delivery


def told() -> dict[tuple[str, str], float]:
    """By metric and channel."""
    samples = [sample for family in Outbox().collect() for sample in family.samples]
    return {(sample.name, sample.labels.get("channel", "")): sample.value for sample in samples}


def test_the_oldest_is_told_by_when_its_lead_came(receiver: Receiver) -> None:
    a_waiting_one(10, not_before=NOW + timedelta(hours=1), attempts=3)
    a_waiting_one(3)
    assert waiting(NOW) == {Channel.WEBHOOK: Waiting(2, 600.0)}


@pytest.mark.parametrize("state", [DeliveryState.DELIVERED, DeliveryState.DEAD])
def test_what_is_settled_waits_no_more(receiver: Receiver, state: DeliveryState) -> None:
    a_waiting_one(10, state=state)
    assert waiting(NOW) == {Channel.WEBHOOK: Waiting(0, 0.0)}


def test_each_channel_that_is_on_is_told_apart(receiver: Receiver, operator_sets: Operator) -> None:
    operator_sets(lead_email=["eigyo@example.jp"])
    a_waiting_one(10, Channel.EMAIL)
    a_waiting_one(10, Channel.SLACK)
    assert waiting(NOW) == {Channel.WEBHOOK: Waiting(0, 0.0), Channel.EMAIL: Waiting(1, 600.0)}


def test_all_of_it_reaches_prometheus(receiver: Receiver) -> None:
    a_waiting_one(10, not_before=NOW - LATE - timedelta(seconds=1))
    of_webhook, passed = told(), (timezone.now() - NOW).total_seconds()
    assert of_webhook["hosho_deliveries_waiting", "webhook"] == 1
    assert of_webhook["hosho_deliveries_oldest_seconds", "webhook"] == pytest.approx(600 + passed, abs=60)
    assert of_webhook["hosho_deliveries_late", ""] == 1


def test_while_the_database_is_away_nothing_is_told_of_it(receiver: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(now: object) -> None:
        raise OperationalError

    monkeypatch.setattr("leads.outbox.late", away)
    assert told() == {}
