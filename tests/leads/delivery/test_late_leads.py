"""Leads that nobody sends are noticed, whether the delivering process has died or cannot keep up."""

from datetime import timedelta

import pytest
from django.utils import timezone

from bench.receiver import Receiver
from leads.models import Channel, DeliveryState
from leads.outbox import LATE, claim, late
from tests.leads.delivery.samples import a_delivery

pytestmark = pytest.mark.django_db
NOW = timezone.now()
LONG_AGO = NOW - LATE - timedelta(seconds=1)


def test_a_row_long_due_is_late(receiver: Receiver) -> None:
    a_delivery(not_before=LONG_AGO)
    a_delivery(not_before=NOW - LATE / 2)
    assert late(NOW) == 1


def test_one_that_is_being_tried_is_not(receiver: Receiver) -> None:
    a_delivery(not_before=LONG_AGO)
    claim(NOW)
    assert late(NOW) == 0


@pytest.mark.parametrize("state", [DeliveryState.DELIVERED, DeliveryState.DEAD])
def test_what_is_settled_is_not(receiver: Receiver, state: DeliveryState) -> None:
    a_delivery(not_before=LONG_AGO, state=state)
    assert late(NOW) == 0


def test_a_channel_that_is_off_waits_without_being_late(receiver: Receiver) -> None:
    a_delivery(Channel.SLACK, not_before=LONG_AGO)
    assert late(NOW) == 0
