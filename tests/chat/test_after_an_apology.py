"""The engine was away; what the visitor can do next."""

import uuid

import pytest

from chat.models import Turn
from tests.chat.visitor import Visitor, assert_problem
from tests.fakes import ANSWER, FakeEngine

QUESTION = "社員が顧客名簿を持ち出した場合はどうなりますか"


@pytest.fixture
def message_id(visitor: Visitor, engine: FakeEngine) -> uuid.UUID:
    """The id of a message that was answered with an apology."""
    sent = uuid.uuid4()
    engine.away = True
    assert_problem(visitor.says(QUESTION, sent), 503)
    return sent


def test_the_same_id_asks_the_engine_again(visitor: Visitor, engine: FakeEngine, message_id: uuid.UUID) -> None:
    engine.away = False
    response = visitor.says(QUESTION, message_id)
    assert response.status_code == 200
    assert response.json()["messages"][0]["text"] == ANSWER
    assert engine.heard == [QUESTION, QUESTION]


def test_while_the_engine_is_away_the_same_id_is_apologised_to_again(
    visitor: Visitor, engine: FakeEngine, message_id: uuid.UUID
) -> None:
    assert_problem(visitor.says(QUESTION, message_id), 503)
    assert engine.heard == [QUESTION, QUESTION]
    assert visitor.typed() == [QUESTION]


def test_once_answered_the_same_id_is_answered_for_good(
    visitor: Visitor, engine: FakeEngine, message_id: uuid.UUID
) -> None:
    engine.away = False
    first = visitor.says(QUESTION, message_id)
    engine.away = True
    second = visitor.says(QUESTION, message_id)
    assert (first.status_code, second.status_code) == (200, 200)
    assert first.json() == second.json()


def test_the_answer_takes_the_apologys_place_in_the_transcript(
    visitor: Visitor, engine: FakeEngine, message_id: uuid.UUID
) -> None:
    engine.away = False
    visitor.says(QUESTION, message_id)
    assert [m["text"] for m in visitor.transcript()[1:]] == [QUESTION, ANSWER]
    assert not Turn.objects.get(message_id=message_id).failed


def test_the_person_offered_by_the_apology_can_be_asked_for(
    visitor: Visitor, engine: FakeEngine, message_id: uuid.UUID
) -> None:
    (button,) = visitor.transcript()[-1]["buttons"]
    engine.away = False
    assert visitor.presses(button["id"]).status_code == 200
    assert engine.heard[-1] == "/person"


def test_the_button_of_an_apology_works_after_the_question_was_answered(
    visitor: Visitor, engine: FakeEngine, message_id: uuid.UUID
) -> None:
    """It may still be on the page: another tab sent the question again."""
    (button,) = visitor.transcript()[-1]["buttons"]
    engine.away = False
    visitor.says(QUESTION, message_id)
    assert visitor.presses(button["id"]).status_code == 200


def test_a_press_repeated_after_its_button_is_gone_gets_the_same_reply(
    visitor: Visitor, engine: FakeEngine, message_id: uuid.UUID
) -> None:
    (button,) = visitor.transcript()[-1]["buttons"]
    press = uuid.uuid4()
    engine.away = False
    first = visitor.presses(button["id"], press)
    visitor.says(QUESTION, message_id)
    again = visitor.presses(button["id"], press)
    assert (first.status_code, again.status_code) == (200, 200)
    assert first.json() == again.json()


def test_the_transcript_shows_the_words_that_were_answered(
    visitor: Visitor, engine: FakeEngine, message_id: uuid.UUID
) -> None:
    """The same id with other words: whichever of the two is taken, the record must agree with what was asked."""
    engine.away = False
    visitor.says("まったく別の質問です", message_id)
    assert visitor.typed() == [engine.heard[-1]]


def test_an_apology_can_be_rated(visitor: Visitor, engine: FakeEngine, message_id: uuid.UUID) -> None:
    apology = visitor.transcript()[-1]["id"]
    assert visitor.send("POST", f"/api/chat/messages/{apology}/feedback", {"helpful": False}).status_code == 204
