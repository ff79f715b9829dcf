"""The delivering process dies or hangs: visitors notice nothing, operators are told, each lead arrives once."""

from bench.breaking import halted, killed, told_by_readyz
from bench.receiver import Receiver
from bench.visiting import Visitor
from bench.visits import receipts
from deploy.started import Stack
from tests.faults.conftest import Crowd
from tests.faults.waiting import until


def until_sent(visitors: list[Visitor]) -> None:
    until(lambda: len(receipts(visitors)) >= 2, "two leads")


def test_killed_its_leads_wait_and_operators_are_told(whole: Stack, crowd: Crowd, receiver: Receiver) -> None:
    with crowd() as visitors:
        with killed(whole, "deliver"):
            until_sent(visitors)
            said = told_by_readyz(whole, "leads are late")
            assert '"ready": true' in said, "visitors are answered all the same"
            arrived = {lead.reference for lead in receiver.leads.values()}
            assert not arrived & set(receipts(visitors))
        told_by_readyz(whole, '"warnings": []')


def test_halted_it_goes_on_where_it_was(whole: Stack, crowd: Crowd) -> None:
    with crowd() as visitors, halted(whole, "deliver"):
        until_sent(visitors)
