"""The machine's clock is set forward or back in the midst of a conversation: nobody waits until it has caught up."""

import datetime
import uuid

import pytest

from chat.models import Session
from tests.chat.visitor import Visitor
from tests.fakes import ANSWER, FakeEngine

QUESTION = "社員がUSBメモリを紛失しました"
HOUR = datetime.timedelta(hours=1)


@pytest.mark.parametrize("by", [HOUR, -HOUR])
def test_a_turn_cut_off_before_is_taken_over(visitor: Visitor, engine: FakeEngine, by: datetime.timedelta) -> None:
    """A process was killed in the midst of it; then the clock was set by so much."""
    message_id = uuid.uuid4()
    visitor.says(QUESTION, message_id)
    turn = Session.objects.get().turns.get(message_id=message_id)
    turn.claimed_at, turn.reply = turn.claimed_at - by, None
    turn.save()
    assert visitor.says(QUESTION, message_id).json()["messages"][0]["text"] == ANSWER
    assert visitor.typed() == [QUESTION]


def test_an_answered_turn_stays_answered(visitor: Visitor, engine: FakeEngine) -> None:
    message_id = uuid.uuid4()
    before = visitor.says(QUESTION, message_id).json()
    turn = Session.objects.get().turns.get(message_id=message_id)
    turn.claimed_at += HOUR
    turn.save()
    assert visitor.says(QUESTION, message_id).json() == before
    assert engine.heard == [QUESTION]
