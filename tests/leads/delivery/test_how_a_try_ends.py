"""What is written down when a try has ended."""

import logging
import random
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from leads.delivery.backoff import FIRST, TRIES
from leads.delivery.sending import NotDelivered
from leads.models import Delivery, DeliveryState
from leads.outbox import LEASE, claim, replay, settle
from tests.leads.delivery.samples import PERSONAL, a_delivery

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def claimed(**columns: Any) -> Delivery:
    a_delivery(not_before=NOW, **columns)
    row = claim(NOW)
    assert row
    return row


def end(row: Delivery, error: BaseException | None) -> Delivery:
    settle(row, error, NOW, random.Random(1))
    return Delivery.objects.get(pk=row.pk)


def test_a_success_is_delivered_and_never_claimed_again() -> None:
    row = end(claimed(last_error="HTTP 500"), None)
    assert (row.state, row.delivered_at, row.last_error) == (DeliveryState.DELIVERED, NOW, "")
    assert claim(NOW + timedelta(days=9)) is None


def test_a_failure_comes_due_again_a_little_later() -> None:
    row = end(claimed(), NotDelivered("HTTP 500"))
    assert (row.state, row.attempts, row.last_error) == (DeliveryState.WAITING, 1, "HTTP 500")
    assert NOW < row.not_before <= NOW + FIRST


def test_the_last_failure_is_given_up() -> None:
    assert end(claimed(attempts=TRIES - 2), NotDelivered("HTTP 500")).state == DeliveryState.WAITING
    Delivery.objects.all().delete()
    assert end(claimed(attempts=TRIES - 1), NotDelivered("HTTP 500")).state == DeliveryState.DEAD


def test_a_receiver_that_wants_no_more_is_given_up_at_once() -> None:
    assert end(claimed(), NotDelivered("HTTP 410", final=True)).state == DeliveryState.DEAD


def test_an_unforeseen_error_is_written_down_by_its_class_alone() -> None:
    row = end(claimed(), ValueError("佐藤花子 sato@yamada.example.co.jp https://hooks.example/secret"))
    assert (row.state, row.last_error) == (DeliveryState.WAITING, "ValueError")


def test_a_late_failure_does_not_disturb_whoever_has_the_row_now() -> None:
    slow = claimed()
    other = claim(NOW + LEASE)
    row = end(slow, NotDelivered("HTTP 500"))
    assert other
    assert (row.not_before, row.last_error) == (other.not_before, "")


def test_a_late_success_counts_though_another_has_the_row_now() -> None:
    slow = claimed()
    claim(NOW + LEASE)
    assert end(slow, None).state == DeliveryState.DELIVERED


def test_a_lead_erased_meanwhile_stays_erased() -> None:
    row = claimed()
    row.lead.delete()
    settle(row, None, NOW, random.Random(1))
    assert not Delivery.objects.exists()


@pytest.mark.parametrize("error", [None, NotDelivered("HTTP 500"), NotDelivered("x", final=True), ValueError(PERSONAL)])
def test_the_log_names_the_lead_by_its_reference_and_nobody_in_it(
    error: Exception | None, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    row = claimed()
    end(row, error)
    assert row.lead.reference in caplog.text
    assert not [word for word in PERSONAL if word in caplog.text]


def test_staff_have_a_dead_row_tried_again_from_the_beginning() -> None:
    row = end(claimed(attempts=TRIES), NotDelivered("HTTP 500"))
    before = timezone.now()
    assert replay(row)
    again = claim(timezone.now())
    assert again == row
    assert again.attempts == 1
    assert again.not_before >= before


def test_staff_have_a_waiting_row_tried_now() -> None:
    row = a_delivery(not_before=timezone.now() + timedelta(hours=3), attempts=20)
    assert replay(row)
    assert claim(timezone.now()) == row


def test_what_was_delivered_is_not_sent_again() -> None:
    row = end(claimed(), None)
    assert not replay(row)
    assert claim(timezone.now()) is None
