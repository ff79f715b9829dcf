"""Who may try a row of the outbox, and until when."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.utils import timezone

from leads.models import Channel, Delivery, DeliveryState
from leads.outbox import LEASE, claim, hold
from tests.leads.delivery.samples import a_delivery, a_lead

NOW = timezone.now()
SECOND = timedelta(seconds=1)


@pytest.mark.django_db
def test_what_is_due_is_claimed_and_counted_as_a_try() -> None:
    row = a_delivery(not_before=NOW)
    claimed = claim(NOW)
    assert claimed == row
    row.refresh_from_db()
    assert (row.attempts, row.not_before) == (1, NOW + LEASE)


@pytest.mark.django_db
def test_what_is_not_due_yet_is_left() -> None:
    a_delivery(not_before=NOW + SECOND)
    assert claim(NOW) is None


@pytest.mark.django_db
@pytest.mark.parametrize("state", [DeliveryState.DELIVERED, DeliveryState.DEAD])
def test_what_is_settled_is_left(state: DeliveryState) -> None:
    a_delivery(not_before=NOW, state=state)
    assert claim(NOW) is None


@pytest.mark.django_db
def test_the_row_longest_due_comes_first() -> None:
    a_delivery(not_before=NOW - SECOND)
    longest = a_delivery(not_before=NOW - 2 * SECOND)
    assert claim(NOW) == longest


@pytest.mark.django_db
def test_a_new_lead_does_not_wait_behind_one_that_failed_before() -> None:
    a_delivery(not_before=NOW + 60 * SECOND, attempts=12)
    new = a_delivery(not_before=NOW)
    assert claim(NOW) == new


@pytest.mark.django_db
def test_only_the_channels_asked_for_are_claimed() -> None:
    lead = a_lead()
    a_delivery(Channel.WEBHOOK, lead, not_before=NOW - SECOND)
    email = a_delivery(Channel.EMAIL, lead, not_before=NOW)
    assert claim(NOW, [Channel.EMAIL]) == email
    assert claim(NOW, [Channel.EMAIL]) is None


@pytest.mark.django_db
def test_a_claimed_row_is_nobody_elses_until_the_lease_has_run_out() -> None:
    row = a_delivery(not_before=NOW)
    claim(NOW)
    assert claim(NOW + LEASE - SECOND) is None
    again = claim(NOW + LEASE)
    assert again == row
    assert again.attempts == 2


@pytest.mark.django_db
def test_the_lease_of_a_try_that_still_runs_is_renewed() -> None:
    a_delivery(not_before=NOW)
    claimed = claim(NOW)
    assert claimed
    hold(claimed, NOW + LEASE - SECOND)
    assert claim(NOW + LEASE) is None
    assert claim(NOW + 2 * LEASE) == claimed


@pytest.mark.django_db
def test_a_lease_that_another_has_taken_over_is_not_renewed() -> None:
    a_delivery(not_before=NOW)
    slow = claim(NOW)
    other = claim(NOW + LEASE)
    assert slow
    assert other
    hold(slow, NOW + LEASE)
    assert Delivery.objects.get().not_before == other.not_before == NOW + 2 * LEASE


@pytest.mark.django_db(transaction=True)
def test_many_workers_never_claim_one_row_at_once() -> None:
    rows = {a_delivery(not_before=NOW).pk for _ in range(24)}
    together = threading.Barrier(4)

    def claim_all() -> list[UUID]:
        together.wait()
        claimed = []
        while row := claim(NOW):
            claimed.append(row.pk)
        connection.close()
        return claimed

    with ThreadPoolExecutor(4) as pool:
        workers = [pool.submit(claim_all) for _ in range(4)]
    claimed = [pk for worker in workers for pk in worker.result()]
    assert len(claimed) == len(rows)
    assert set(claimed) == rows
