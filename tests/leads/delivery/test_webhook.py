"""A lead over HTTP, to a real receiver."""

import uuid

import pytest

from bench.receiver import Receiver, Reply
from deploy.ports import free_port
from leads.delivery import http, webhook
from leads.delivery.sending import NotDelivered
from leads.models import Delivery
from tests.leads.delivery.conftest import Operator
from tests.leads.delivery.samples import PERSONAL, a_delivery

pytestmark = pytest.mark.django_db


@pytest.fixture
def delivery() -> Delivery:
    return a_delivery()


def refusal(delivery: Delivery) -> NotDelivered:
    with pytest.raises(NotDelivered) as refused:
        webhook.send(delivery)
    return refused.value


def test_the_receiver_gets_the_lead_as_the_contract_says_signed(receiver: Receiver, delivery: Delivery) -> None:
    webhook.send(delivery)
    assert receiver.requests == [(str(delivery.pk), True)]
    assert receiver.bodies == [delivery.lead.said.model_dump_json().encode()]
    assert receiver.leads[str(delivery.pk)] == delivery.lead.said


def test_a_wrong_secret_does_not_pass_for_ours(receiver: Receiver, delivery: Delivery, operator_sets: Operator) -> None:
    operator_sets(lead_webhook_secret="whsec_" + "YW5vdGhlciBzZWNyZXQgb2YgMjQgYnl0ZXM=")
    assert refusal(delivery).reason == "HTTP 401"
    assert receiver.leads == {}


def test_another_try_has_the_same_id_and_the_same_body(receiver: Receiver, delivery: Delivery) -> None:
    receiver.reply = lambda: Reply(500)
    refusal(delivery)
    receiver.reply = Reply
    webhook.send(Delivery.objects.get())
    assert receiver.requests == 2 * [(str(delivery.pk), True)]
    assert receiver.bodies[0] == receiver.bodies[1]
    assert len(receiver.leads) == 1


@pytest.mark.parametrize("status", [200, 201, 202, 204])
def test_two_hundred_and_something_is_delivered(receiver: Receiver, delivery: Delivery, status: int) -> None:
    receiver.reply = lambda: Reply(status)
    webhook.send(delivery)


@pytest.mark.parametrize("status", [400, 401, 404, 413, 429, 500, 502, 503])
def test_an_error_is_tried_again(receiver: Receiver, delivery: Delivery, status: int) -> None:
    receiver.reply = lambda: Reply(status)
    error = refusal(delivery)
    assert (error.reason, error.final) == (f"HTTP {status}", False)


def test_gone_is_final(receiver: Receiver, delivery: Delivery) -> None:
    receiver.reply = lambda: Reply(410)
    assert refusal(delivery).final


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(receiver: Receiver, delivery: Delivery, status: int) -> None:
    receiver.reply = lambda: Reply(status, taken=False, location=receiver.url + "/elsewhere")
    assert refusal(delivery).reason == f"HTTP {status}"
    assert len(receiver.requests) == 1


def test_a_receiver_that_hangs_is_left_after_the_time_allowed(
    receiver: Receiver, delivery: Delivery, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http, "TIMEOUT", 0.2)
    receiver.reply = lambda: Reply(None)
    error = refusal(delivery)
    assert ("応答がありません" in error.reason, error.final) == (True, False)


def test_nobody_listening_is_tried_again(delivery: Delivery, operator_sets: Operator, receiver: Receiver) -> None:
    operator_sets(lead_webhook_url=f"http://127.0.0.1:{free_port()}/{uuid.uuid4()}")
    error = refusal(delivery)
    assert (error.reason, error.final) == ("接続できません(ConnectError)", False)


def test_no_reason_tells_the_address_or_the_visitor(
    receiver: Receiver, delivery: Delivery, operator_sets: Operator
) -> None:
    operator_sets(lead_webhook_url=receiver.url + "?key=secret")
    receiver.reply = lambda: Reply(500)
    reason = refusal(delivery).reason
    assert not [word for word in (*PERSONAL, "secret", "127.0.0.1") if word in reason]
