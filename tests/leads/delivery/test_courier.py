"""Several tries at once: one receiver that hangs does not hold up the others."""

import threading
from collections.abc import Iterator

import pytest
from django.utils import timezone

from bench.receiver import Receiver, Reply
from leads import outbox
from leads.courier import AT_ONCE, Courier, deliver_due
from leads.delivery import webhook
from leads.delivery.sending import NotDelivered
from leads.models import Channel, Delivery, DeliveryState
from tests.leads.delivery.samples import a_delivery

pytestmark = pytest.mark.django_db


class Outlet:
    """Keeps what it `sent`; while it hangs, every try waits until `released`."""

    def __init__(self, hangs: bool = False, fails: bool = False) -> None:
        self.sent: list[Delivery] = []
        self.fails, self.released = fails, threading.Event()
        if not hangs:
            self.released.set()

    def __call__(self, delivery: Delivery) -> None:
        self.released.wait(10)
        self.sent.append(delivery)
        if self.fails:
            raise NotDelivered("HTTP 500")


@pytest.fixture
def hanging() -> Iterator[Outlet]:
    outlet = Outlet(hangs=True)
    yield outlet
    outlet.released.set()


def settled(courier: Courier, count: int) -> None:
    """Goes on until so many rows are delivered."""
    for _ in range(200):
        courier.step()
        if Delivery.objects.filter(state=DeliveryState.DELIVERED).count() >= count:
            return
        courier.wait(0.05)
    raise AssertionError("not delivered")


def test_every_channel_goes_its_own_way(hanging: Outlet) -> None:
    rows = [a_delivery(Channel.WEBHOOK) for _ in range(3 * AT_ONCE)]
    mail = a_delivery(Channel.EMAIL)
    outlet = Outlet()
    with Courier({Channel.WEBHOOK: hanging, Channel.EMAIL: outlet}) as courier:
        settled(courier, 1)
        assert outlet.sent == [mail]
        hanging.released.set()
        settled(courier, len(rows) + 1)


def test_a_receiver_that_hangs_once_does_not_hold_up_the_next_lead() -> None:
    waiting, first = threading.Event(), a_delivery()

    def send(delivery: Delivery) -> None:
        if delivery == first:
            waiting.wait(10)

    with Courier({Channel.WEBHOOK: send}) as courier:
        courier.step()
        second = a_delivery()
        settled(courier, 1)
        assert Delivery.objects.get(state=DeliveryState.DELIVERED) == second
        waiting.set()


def test_no_more_are_claimed_than_are_tried(hanging: Outlet) -> None:
    for _ in range(3 * AT_ONCE):
        a_delivery()
    with Courier({Channel.WEBHOOK: hanging}) as courier:
        courier.step()
        assert Delivery.objects.filter(attempts=1).count() == AT_ONCE
        hanging.released.set()


def test_a_channel_that_is_off_keeps_its_rows() -> None:
    row = a_delivery(Channel.SLACK)
    with Courier({Channel.WEBHOOK: Outlet()}) as courier:
        courier.step()
    row.refresh_from_db()
    assert (row.state, row.attempts) == (DeliveryState.WAITING, 0)


def test_leaving_waits_for_what_is_under_way_and_writes_it_down() -> None:
    a_delivery()
    with Courier({Channel.WEBHOOK: Outlet()}) as courier:
        courier.step()
    assert Delivery.objects.get().state == DeliveryState.DELIVERED


def test_what_ended_while_the_database_was_away_is_written_down_later(monkeypatch: pytest.MonkeyPatch) -> None:
    a_delivery()
    outlet = Outlet()
    with Courier({Channel.WEBHOOK: outlet}) as courier:
        courier.step()
        courier.wait(5)
        with monkeypatch.context() as away:
            away.setattr("leads.outbox.settle", lambda *_: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                courier.step()
        courier.step()
        assert Delivery.objects.get().state == DeliveryState.DELIVERED
    assert len(outlet.sent) == 1


def test_a_worker_killed_before_it_wrote_down_its_success_sends_again_under_the_same_id(receiver: Receiver) -> None:
    row = a_delivery()
    killed = outbox.claim(timezone.now())
    assert killed
    webhook.send(killed)
    later = timezone.now() + outbox.LEASE
    with Courier({Channel.WEBHOOK: webhook.send}, now=lambda: later) as courier:
        courier.step()
    assert receiver.requests == 2 * [(str(row.pk), True)]
    assert len(receiver.leads) == 1
    assert Delivery.objects.get().state == DeliveryState.DELIVERED


def test_a_failure_is_written_down_with_its_reason() -> None:
    a_delivery()
    with Courier({Channel.WEBHOOK: Outlet(fails=True)}) as courier:
        courier.step()
    row = Delivery.objects.get()
    assert (row.state, row.last_error) == (DeliveryState.WAITING, "HTTP 500")


def test_deliver_due_sends_everything_that_is_due(receiver: Receiver) -> None:
    rows = {str(a_delivery().pk) for _ in range(3 * AT_ONCE)}
    deliver_due()
    assert receiver.leads.keys() == rows
    assert set(Delivery.objects.values_list("state", flat=True)) == {DeliveryState.DELIVERED}


def test_deliver_due_gives_up_where_nothing_is_wanted_any_more(receiver: Receiver) -> None:
    receiver.reply = lambda: Reply(410, taken=False)
    a_delivery()
    deliver_due()
    assert Delivery.objects.get().state == DeliveryState.DEAD
