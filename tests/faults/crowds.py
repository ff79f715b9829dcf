"""Visitors under whose eyes something breaks, and what they must have met when it is over."""

import contextlib
import itertools
import threading
from collections.abc import Iterator

from bench.receiver import Receiver
from bench.visiting import FORM, GIVES_UP_AFTER, QUESTIONS, Visitor
from bench.visits import faults, receipts
from deploy.started import Stack

VISITORS = 4


@contextlib.contextmanager
def visiting(stack: Stack, receiver: Receiver) -> Iterator[list[Visitor]]:
    """A block during which visitors ask, fill in the form and insist. When it ends, each of them must have been
    answered in time, nothing of what they said may be lost or doubled, and each receipt's lead must have arrived."""
    stopping = threading.Event()
    tells = [itertools.cycle([*QUESTIONS[n % 3 :], *FORM]) for n in range(VISITORS)]
    visitors = [Visitor(stack.url, tell, stopping) for tell in tells]
    for visitor in visitors:
        visitor.start()
    try:
        yield visitors
    finally:
        stopping.set()
        for visitor in visitors:
            visitor.join(GIVES_UP_AFTER + 10)
    stack.wait_until_ready()
    assert not any(visitor.is_alive() for visitor in visitors)
    assert not (found := faults(visitors)), found
    for receipt in receipts(visitors):
        assert receiver.wait_for(receipt, 30).contact.name == "佐藤"
    arrived = [lead.reference for lead in receiver.leads.values()]
    assert len(set(arrived)) == len(arrived)
