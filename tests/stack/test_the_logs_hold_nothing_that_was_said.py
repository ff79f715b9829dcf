"""A conversation in which all goes wrong that can, and nothing of it in the real logs. The fixture `stack` searches
them once more after the last test, for whatever the whole run has said."""

import os
import signal
import uuid
from collections.abc import Iterator
from typing import Any

import pytest

from bench.receiver import Receiver, Reply
from deploy.started import Stack
from tests import said
from tests.stack.visitor import Visitor
from tests.stack_logs import assert_they_hold_nothing_said

pytestmark = pytest.mark.alone
ANSWERS = ("同意します", "みどり商事", "竜宮司弥三郎です", "y.ryuguji@midori.example", "送信")
NOBODY_ELSES = ("竜宮司", "弥三郎", "y.ryuguji@midori.example", "y.ryuguji", "龍の落とし子")


@pytest.fixture
def failing_receiver(receiver: Receiver) -> Iterator[Receiver]:
    before, receiver.reply = receiver.reply, lambda: Reply(500, taken=False)
    yield receiver
    receiver.reply = before


def until_answered(visitor: Visitor, text: str) -> dict[str, Any]:
    """The reply, asked for again under the same id while Rasa is away, as the widget does."""
    message = {"id": str(uuid.uuid4()), "text": text}
    for _ in range(10):
        response = visitor.send(**message)
        if response.status_code == 200:
            reply: dict[str, Any] = response.json()
            return reply
    raise AssertionError(response.text)


@pytest.fixture
def conversation(stack: Stack, failing_receiver: Receiver) -> Visitor:
    """A form sent to a receiver that refuses it, a message of no shape, and a turn during which Rasa hangs."""
    visitor = Visitor(stack)
    for text in ("担当者と話したいです", *ANSWERS):
        reply = until_answered(visitor, text)
    assert reply["form"]["receipt"]
    visitor.send(text="龍の落とし子が暗証番号4649を漏らしました", surplus="龍の落とし子")
    visitor.client.get("/龍の落とし子?q=竜宮司")
    os.killpg(stack.processes["rasa"].pid, signal.SIGSTOP)
    try:
        away = visitor.send(id=str(uuid.uuid4()), text="龍の落とし子が電話 03-9999-4649 から")
    finally:
        os.killpg(stack.processes["rasa"].pid, signal.SIGCONT)
    assert away.status_code == 503
    return visitor


def test_every_text_that_was_sent_is_in_no_log(stack: Stack, receiver: Receiver, conversation: Visitor) -> None:
    stack.wait_until_ready()
    stack.wait_for_line("deliver", "not delivered")
    said.heard([*NOBODY_ELSES, conversation.opened["token"]])
    assert_they_hold_nothing_said(stack, receiver)
    assert {"みどり商事", "竜宮司弥三郎です", "y.ryuguji@midori.example"} <= said.SAID
    assert "turn failed" in stack.log("web")
    assert "turn answered" in stack.log("web")
