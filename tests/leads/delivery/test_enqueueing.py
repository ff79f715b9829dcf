"""The rows that are stored with a lead."""

import pytest
from django.db import transaction

from leads.models import Channel, Delivery
from leads.outbox import enqueue
from tests.leads.delivery.conftest import Operator
from tests.leads.delivery.samples import a_lead

EVERYTHING = {
    "lead_webhook_url": "https://crm.example.co.jp/leads",
    "lead_email": ["eigyo@example.co.jp"],
    "slack_webhook_url": "https://hooks.slack.example/services/secret",
}


@pytest.mark.django_db
def test_without_a_way_out_there_is_nothing_to_deliver(operator_sets: Operator) -> None:
    assert enqueue(a_lead()) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("setting", "channel"), list(zip(EVERYTHING, [Channel.WEBHOOK, Channel.EMAIL, Channel.SLACK], strict=True))
)
def test_each_way_out_that_is_set_gets_a_row(operator_sets: Operator, setting: str, channel: Channel) -> None:
    operator_sets(**{setting: EVERYTHING[setting]})
    lead = a_lead()
    assert [row.channel for row in enqueue(lead)] == [channel]
    assert [row.channel for row in lead.deliveries.all()] == [channel]


@pytest.mark.django_db
def test_all_of_them_get_one_each_under_ids_of_their_own(operator_sets: Operator) -> None:
    operator_sets(**EVERYTHING)
    rows = enqueue(a_lead())
    assert len({row.pk for row in rows}) == len({row.channel for row in rows}) == 3


@pytest.mark.django_db(transaction=True)
def test_a_submission_that_is_rolled_back_leaves_no_row(operator_sets: Operator) -> None:
    operator_sets(**EVERYTHING)

    def submit() -> None:
        with transaction.atomic():
            enqueue(a_lead())
            raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        submit()
    assert not Delivery.objects.exists()
