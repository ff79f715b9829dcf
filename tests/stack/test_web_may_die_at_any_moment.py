"""Visitors fill in the form over the API while web is killed: every receipt has its lead, each lead arrives once."""

import signal
import threading
import uuid
from concurrent.futures import ThreadPoolExecutor

import httpx

from bench.receiver import Receiver
from deploy.started import Stack
from tests.stack.visitor import Visitor

VISITORS = 12
KILLS = 3
TELLS = ("同意します", "株式会社山田製作所", "佐藤", "sato@example.co.jp", "送信")


def insist(visitor: Visitor, text: str, up: threading.Event) -> str | None:
    """Send a message under one id until it is answered, as the widget does; the receipt, if the reply holds one."""
    message = {"id": str(uuid.uuid4()), "text": text}
    while True:
        try:
            response = visitor.client.post("/api/chat/messages", json=message, headers=visitor.headers)
        except httpx.TransportError:
            up.wait()
            continue
        if response.status_code == 200:
            receipt: str | None = (response.json()["form"] or {}).get("receipt")
            return receipt
        assert response.status_code == 503


def fill_in(stack: Stack, started: threading.Barrier, up: threading.Event) -> str | None:
    visitor = Visitor(stack)
    started.wait()
    insist(visitor, "担当者に相談する", up)
    return [insist(visitor, text, up) for text in TELLS][-1]


def test_every_receipt_has_its_lead_and_each_arrives_once(stack: Stack, receiver: Receiver) -> None:
    started, up = threading.Barrier(VISITORS + 1), threading.Event()
    before = set(receiver.leads)
    with ThreadPoolExecutor(VISITORS) as pool:
        visitors = [pool.submit(fill_in, stack, started, up) for _ in range(VISITORS)]
        started.wait()
        for _ in range(KILLS):
            up.clear()
            stack.stop("web", signal.SIGKILL)
            stack.start("web")
            stack.wait_until_ready()
            up.set()
        receipts = [visitor.result() for visitor in visitors]
    assert None not in receipts
    assert len(set(receipts)) == VISITORS
    for receipt in receipts:
        assert receiver.wait_for(str(receipt)).contact.name == "佐藤"
    new = [lead.reference for delivery, lead in receiver.leads.items() if delivery not in before]
    assert sorted(new) == sorted(str(receipt) for receipt in receipts)
