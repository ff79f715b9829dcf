"""The rows that are stored with a lead."""

import pytest
from django.db import transaction

from leads.delivery.channels import WAYS
from leads.models import Channel, Delivery
from leads.outbox import enqueue
from tests.leads.delivery.conftest import Operator
from tests.leads.delivery.samples import a_lead
from web.outlets import Outlets

ADDRESSES: dict[Channel, object] = dict.fromkeys(Channel, "https://rooms.example.co.jp/secret") | {
    Channel.EMAIL: ["eigyo@example.co.jp"]
}
EVERYTHING = {WAYS[channel][0]: address for channel, address in ADDRESSES.items()}


def test_every_way_out_is_turned_on_by_a_setting() -> None:
    assert list(WAYS) == list(Channel)
    assert set(EVERYTHING) <= set(Outlets.model_fields)


@pytest.mark.django_db
def test_without_a_way_out_there_is_nothing_to_deliver(operator_sets: Operator) -> None:
    assert enqueue(a_lead()) == []


@pytest.mark.django_db
@pytest.mark.parametrize("channel", Channel)
def test_each_way_out_that_is_set_gets_a_row(operator_sets: Operator, channel: Channel) -> None:
    operator_sets(**{WAYS[channel][0]: ADDRESSES[channel]})
    lead = a_lead()
    assert [row.channel for row in enqueue(lead)] == [channel]
    assert [row.channel for row in lead.deliveries.all()] == [channel]


@pytest.mark.django_db
def test_all_of_them_get_one_each_under_ids_of_their_own(operator_sets: Operator) -> None:
    operator_sets(**EVERYTHING)
    rows = enqueue(a_lead())
    assert len({row.pk for row in rows}) == len({row.channel for row in rows}) == len(Channel)


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
