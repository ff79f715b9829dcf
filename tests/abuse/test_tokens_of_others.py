"""Tokens put together from two, sent to another door, or used again; what is forged or expired is told in
tests/chat/test_session_token.py."""

import uuid
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client

from chat.models import Session, Turn
from tests.actions.calls import call, post
from tests.chat.test_session_token import signed_by
from tests.chat.visitor import MESSAGES, Visitor, assert_problem
from tests.fakes import FakeEngine

pytestmark = pytest.mark.slow

MINE, THEIRS = "弊社の顧客名簿が漏えいしました", "取引先に誤ってメールを送りました"


def parts_of(visitor: Visitor) -> list[str]:
    """(session, time, signature)"""
    assert visitor.token
    return visitor.token.split(":")


@pytest.mark.parametrize("taken", [(0,), (1,), (2,), (0, 1), (1, 2), (0, 2)])
def test_a_token_put_together_from_two_opens_neither(visitor: Visitor, other: Visitor, taken: tuple[int, ...]) -> None:
    mine, theirs = parts_of(visitor), parts_of(other)
    later = signed_by(Session.objects.get(id=uuid.UUID(theirs[0])), age=-60).split(":")
    assert all(part != mine[n] for n, part in enumerate(later)), "nothing of it is the same"
    visitor.token = ":".join(later[n] if n in taken else part for n, part in enumerate(mine))
    assert_problem(visitor.send("GET", MESSAGES), 401)


@pytest.mark.parametrize("spoilt", ["{} ", " {}", "{}\t", "{}=", "{}:", "{},{}", "{}\u3000"])
def test_a_token_with_something_beside_it_shows_nobody_elses_words(
    visitor: Visitor, other: Visitor, spoilt: str
) -> None:
    other.says(THEIRS)
    token = visitor.token
    response = Visitor().send("POST", "/api/chat/sessions", {"resume": spoilt.format(token, other.token)})
    assert_problem(response, 401)
    assert THEIRS not in response.content.decode()


def test_a_message_id_of_another_session_brings_no_reply_of_theirs(
    visitor: Visitor, other: Visitor, engine: FakeEngine
) -> None:
    id = uuid.uuid4()
    other.says(THEIRS, id)
    assert visitor.says(MINE, id).status_code == 200
    assert (visitor.typed(), other.typed()) == ([MINE], [THEIRS])
    assert len({sender for sender, _ in engine.asked}) == 2


def test_a_message_of_another_session_is_neither_rated_nor_read_from(visitor: Visitor, other: Visitor) -> None:
    theirs = other.says(THEIRS).json()["messages"][0]["id"]
    assert_problem(visitor.send("POST", f"{MESSAGES}/{theirs}/feedback", {"helpful": False}), 404)
    response = visitor.send("GET", f"{MESSAGES}?after={theirs}")
    assert_problem(response, 400)
    assert THEIRS not in response.content.decode()
    assert set(Turn.objects.values_list("helpful", flat=True)) == {None}


@pytest.mark.parametrize("door", ["DELETE", "POST", "GET"])
def test_the_login_of_staff_is_no_token_of_a_visitor(visitor: Visitor, door: str) -> None:
    visitor.says(MINE)
    browser = Client()
    browser.force_login(User.objects.create_superuser("kanri"))
    given = {"Authorization": f"Bearer {browser.cookies[settings.SESSION_COOKIE_NAME].value}"}
    path = "/api/chat/session" if door == "DELETE" else MESSAGES
    response: Any = browser.generic(door, path, b"{}", headers=given)
    assert response.status_code == 401
    assert visitor.typed() == [MINE]


def test_the_token_shared_with_rasa_is_no_token_of_a_visitor(visitor: Visitor) -> None:
    visitor.token = settings.ENVIRONMENT.action_token
    assert_problem(visitor.send("GET", MESSAGES), 401)


def test_the_token_of_a_visitor_runs_no_action(visitor: Visitor) -> None:
    response = post(call("action_delete_my_data"), token=f"Bearer {visitor.token}")
    assert response.status_code == 401


def test_a_button_and_a_message_of_an_erased_session_are_worth_nothing(visitor: Visitor, engine: FakeEngine) -> None:
    button = visitor.says(MINE).json()["messages"][0]["buttons"][0]["id"]
    asked = len(engine.asked)
    visitor.send("DELETE", "/api/chat/session")
    assert_problem(visitor.presses(button), 401)
    visitor.opens()
    assert_problem(visitor.presses(button), 400)
    assert len(engine.asked) == asked
