"""POST /api/chat/messages/{id}/feedback: was this reply of any help?"""

import uuid

import pytest

from chat.models import Turn
from tests.chat.kept import turn_of
from tests.chat.visitor import MESSAGES, Visitor, assert_problem

pytestmark = pytest.mark.slow

QUESTION = "情報漏えいのお詫びの費用は出ますか"


def path_of(message_id: str) -> str:
    return f"{MESSAGES}/{message_id}/feedback"


@pytest.fixture
def reply_id(visitor: Visitor) -> str:
    message_id: str = visitor.says(QUESTION).json()["messages"][0]["id"]
    return message_id


@pytest.mark.parametrize("helpful", [True, False])
def test_it_is_kept_with_the_turn(visitor: Visitor, reply_id: str, helpful: bool) -> None:
    response = visitor.send("POST", path_of(reply_id), {"helpful": helpful})
    assert (response.status_code, response.content) == (204, b"")
    assert turn_of(QUESTION).helpful is helpful


def test_a_page_that_is_opened_again_is_told_of_it(visitor: Visitor, reply_id: str) -> None:
    assert "helpful" not in visitor.transcript()[-1]
    visitor.send("POST", path_of(reply_id), {"helpful": False})
    assert visitor.transcript()[-1]["helpful"] is False


def test_only_the_rated_turn_is_rated(visitor: Visitor, reply_id: str) -> None:
    visitor.says("保険料はいくらですか")
    visitor.send("POST", path_of(reply_id), {"helpful": True})
    assert list(Turn.objects.order_by("id").values_list("helpful", flat=True)) == [None, True, None]


def test_the_visitor_may_think_again(visitor: Visitor, reply_id: str) -> None:
    visitor.send("POST", path_of(reply_id), {"helpful": True})
    visitor.send("POST", path_of(reply_id), {"helpful": False})
    assert turn_of(QUESTION).helpful is False


def test_it_changes_nothing_else_in_the_transcript(visitor: Visitor, reply_id: str) -> None:
    before = visitor.transcript()
    assert visitor.send("POST", path_of(reply_id), {"helpful": True}).status_code == 204
    assert [{k: v for k, v in m.items() if k != "helpful"} for m in visitor.transcript()] == before


def test_a_message_of_somebody_else_is_not_found(visitor: Visitor, other: Visitor, reply_id: str) -> None:
    assert_problem(other.send("POST", path_of(reply_id), {"helpful": True}), 404)
    assert turn_of(QUESTION).helpful is None


def test_the_visitors_own_message_is_not_found(visitor: Visitor) -> None:
    message_id = uuid.uuid4()
    visitor.says(QUESTION, message_id)
    assert_problem(visitor.send("POST", path_of(str(message_id)), {"helpful": True}), 404)


@pytest.mark.parametrize("message_id", [str(uuid.UUID(int=7)), "1", "%00", "%E8%A3%9C%E5%84%9F", "x" * 500])
def test_a_message_that_never_was_is_not_found(visitor: Visitor, message_id: str) -> None:
    assert_problem(visitor.send("POST", path_of(message_id), {"helpful": True}), 404)


@pytest.mark.parametrize("helpful", ["true", "はい", "", 1, 0, None, [], {}, [True]])
def test_what_is_neither_true_nor_false_is_malformed(visitor: Visitor, reply_id: str, helpful: object) -> None:
    assert_problem(visitor.send("POST", path_of(reply_id), {"helpful": helpful}), 400)
    assert turn_of(QUESTION).helpful is None


@pytest.mark.parametrize("body", [{}, {"helpfull": True}, None])
def test_without_an_opinion_it_is_malformed(visitor: Visitor, reply_id: str, body: object) -> None:
    assert_problem(visitor.send("POST", path_of(reply_id), body), 400)
