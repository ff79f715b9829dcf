"""Every chat room of sales hears of a lead, and of nobody in it."""

import json

import pytest

from bench.receiver import Receiver, Reply, receiving
from leads.delivery.channels import WAYS
from leads.delivery.sending import NotDelivered
from leads.models import Channel
from tests.leads.delivery.conftest import Operator
from tests.leads.delivery.samples import PERSONAL, a_delivery, a_lead

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.parametrize("room", [room for room in Channel if room not in (Channel.WEBHOOK, Channel.EMAIL)]),
]


def test_it_receives_json_with_the_reference_and_the_page_and_nothing_personal(
    room: Channel, operator_sets: Operator
) -> None:
    setting, send = WAYS[room]
    lead = a_lead(reference="H-0001")
    with receiving(unsigned=True) as receiver:
        operator_sets(**{setting: receiver.url}, lead_webhook_allow_private=True)
        send(a_delivery(room, lead))
    [told] = [json.dumps(json.loads(body), ensure_ascii=False) for body in receiver.bodies]
    assert "H-0001" in told
    assert f"/staff/leads/lead/{lead.pk}/change/" in told
    assert not [word for word in PERSONAL if word in told]


def test_one_that_is_down_is_tried_again(room: Channel, operator_sets: Operator, receiver: Receiver) -> None:
    setting, send = WAYS[room]
    receiver.reply = lambda: Reply(503)
    receiver.unsigned = True
    operator_sets(**{setting: receiver.url})
    with pytest.raises(NotDelivered, match="HTTP 503") as failed:
        send(a_delivery(room))
    assert not failed.value.final


def test_it_may_not_be_inside_unless_that_is_allowed(
    room: Channel, operator_sets: Operator, receiver: Receiver
) -> None:
    setting, send = WAYS[room]
    operator_sets(**{setting: receiver.url}, lead_webhook_allow_private=False)
    with pytest.raises(NotDelivered, match="HOSHO_LEAD_WEBHOOK_ALLOW_PRIVATE"):
        send(a_delivery(room))
    assert receiver.bodies == []
