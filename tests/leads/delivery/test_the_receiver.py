"""The receiver is read by tests and measurements while the stack goes on delivering."""

import uuid

from django.utils import timezone
from standardwebhooks import Webhook

from bench.receiver import SECRET, Receiver
from tests.leads.delivery.samples import a_content


def arrive(receiver: Receiver) -> None:
    delivery, now, body = str(uuid.uuid4()), timezone.now(), a_content().model_dump_json()
    signature = Webhook(SECRET).sign(delivery, now, body)
    headers = {"webhook-id": delivery, "webhook-timestamp": str(int(now.timestamp())), "webhook-signature": signature}
    receiver.take(body.encode(), {"Host": "127.0.0.1", **headers})


def test_a_lead_that_arrives_disturbs_nobody_who_reads_the_others(receiver: Receiver) -> None:
    arrive(receiver)
    for _ in receiver.leads.values():
        arrive(receiver)
    assert len(receiver.leads) == 2
