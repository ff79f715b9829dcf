"""The same message id again returns the same reply and changes nothing."""

import datetime
import uuid

from django.utils import timezone

from chat.models import Session, Turn
from tests.chat.visitor import Visitor, assert_problem
from tests.fakes import FakeEngine

QUESTION = "委託先から情報が漏れた場合はどうなりますか"


def test_the_same_id_twice_asks_the_engine_once(visitor: Visitor, engine: FakeEngine) -> None:
    message_id = uuid.uuid4()
    visitor.says(QUESTION, message_id)
    visitor.says(QUESTION, message_id)
    assert engine.heard == [QUESTION]


def test_the_same_id_twice_gets_the_identical_body(visitor: Visitor) -> None:
    message_id = uuid.uuid4()
    first, second = visitor.says(QUESTION, message_id), visitor.says(QUESTION, message_id)
    assert (first.status_code, second.status_code) == (200, 200)
    assert first.json() == second.json()


def test_the_same_id_twice_stands_in_the_transcript_once(visitor: Visitor) -> None:
    message_id = uuid.uuid4()
    visitor.says(QUESTION, message_id)
    before = visitor.transcript()
    visitor.says(QUESTION, message_id)
    assert visitor.transcript() == before
    assert visitor.typed() == [QUESTION]


def test_an_id_written_in_another_way_is_the_same_id(visitor: Visitor, engine: FakeEngine) -> None:
    message_id = uuid.uuid4()
    for written in (str(message_id), str(message_id).upper(), message_id.hex):
        visitor.send("POST", "/api/chat/messages", {"id": written, "text": QUESTION})
    assert engine.heard == [QUESTION]


def test_other_words_under_a_used_id_get_the_first_reply(visitor: Visitor, engine: FakeEngine) -> None:
    message_id = uuid.uuid4()
    first = visitor.says(QUESTION, message_id).json()
    assert visitor.says("別の質問です", message_id).json() == first
    assert visitor.typed() == engine.heard == [QUESTION]


def test_the_same_words_under_a_new_id_are_a_new_question(visitor: Visitor, engine: FakeEngine) -> None:
    visitor.says(QUESTION)
    visitor.says(QUESTION)
    assert engine.heard == [QUESTION, QUESTION]


def test_the_same_id_of_two_visitors_is_two_messages(visitor: Visitor, other: Visitor, engine: FakeEngine) -> None:
    message_id = uuid.uuid4()
    visitor.says(QUESTION, message_id)
    other.says("原因の調査費用は対象ですか", message_id)
    assert engine.heard == [QUESTION, "原因の調査費用は対象ですか"]


def test_a_button_pressed_twice_under_one_id_is_pressed_once(visitor: Visitor, engine: FakeEngine) -> None:
    button, message_id = visitor.opened["messages"][0]["buttons"][-1]["id"], uuid.uuid4()
    first, second = visitor.presses(button, message_id), visitor.presses(button, message_id)
    assert first.json() == second.json()
    assert engine.heard == ["/person"]


def test_a_refused_message_leaves_its_id_free(visitor: Visitor, engine: FakeEngine) -> None:
    message_id = uuid.uuid4()
    assert_problem(visitor.says("", message_id), 400)
    assert visitor.says(QUESTION, message_id).status_code == 200
    assert engine.heard == [QUESTION]


def test_a_turn_cut_off_with_its_process_is_answered_when_asked_again(visitor: Visitor, engine: FakeEngine) -> None:
    message_id = uuid.uuid4()
    long_ago = timezone.now() - datetime.timedelta(minutes=5)
    session = Session.objects.get()
    Turn.objects.create(
        session=session, message_id=message_id, text=QUESTION, message=QUESTION, claimed_at=long_ago, reply=None
    )
    assert visitor.says(QUESTION, message_id).status_code == 200
    assert engine.heard == [QUESTION]
    assert visitor.typed() == [QUESTION]


def test_the_reply_is_repeated_although_the_engine_would_now_say_something_else(
    visitor: Visitor, engine: FakeEngine
) -> None:
    message_id = uuid.uuid4()
    first = visitor.says(QUESTION, message_id).json()
    engine.says = [{"text": "まったく別の答えです。"}]
    assert visitor.says(QUESTION, message_id).json() == first
