"""The limits of a conversation and of an address: 429 that says when to come back, and how a person is reached."""

import time
import uuid
from typing import Any

import pytest
from pytest_django import Settings

from chat.limit_table import LIMITS
from chat.models import Session, Turn
from tests.chat.visitor import MESSAGES, Visitor, assert_problem
from tests.fakes import FakeEngine

pytestmark = pytest.mark.slow

A_MINUTE = {(name, limit.per): limit.item.amount for name in LIMITS for limit in reversed(LIMITS[name])}
"""The narrowest of each, all of them by the minute."""
QUESTION = "メールの誤送信は補償されますか"
OFFICE = "203.0.113.7"


@pytest.fixture
def in_the_office(stranger: Visitor) -> Visitor:
    """Somebody behind the one address of an office."""
    return Visitor(OFFICE).opens()


def with_the_limit(monkeypatch: pytest.MonkeyPatch, name: str, per: str, amount: int) -> None:
    """That limit alone, smaller: its figure is not what the test is about."""
    (first, *_) = [limit for limit in LIMITS[name] if limit.per == per]
    monkeypatch.setitem(LIMITS, name, (type(first)(per, type(first.item)(amount), first.reason),))


def assert_told_to_wait(response: Any, at_most: int = 60) -> int:
    """A problem whose Retry-After is within this; returns the seconds."""
    detail = assert_problem(response, 429)["detail"]
    seconds = int(response.headers["Retry-After"])
    assert 1 <= seconds <= at_most
    assert f"{seconds}秒" in detail or "分" in detail or "時間" in detail
    assert "お電話で担当者に" in detail
    return seconds


def test_a_visitor_who_hurries_is_answered(visitor: Visitor) -> None:
    assert {visitor.says(QUESTION).status_code for _ in range(A_MINUTE["message", "session"])} == {200}


def test_more_messages_than_a_minute_holds_wait(visitor: Visitor, engine: FakeEngine) -> None:
    for _ in range(A_MINUTE["message", "session"]):
        visitor.says(QUESTION)
    kept = Turn.objects.count()
    assert_told_to_wait(visitor.says("もう一つ質問です"))
    assert Turn.objects.count() == kept, "the widget sends it again: keeping it now would say it twice"
    assert len(engine.asked) == A_MINUTE["message", "session"]


def test_after_the_wait_the_same_message_is_answered(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    with_the_limit(monkeypatch, "message", "session", 2)
    message = uuid.uuid4()
    for _ in range(2):
        visitor.says(QUESTION)
    seconds = assert_told_to_wait(visitor.says("保険料はいくらですか", message))
    now = time.time
    monkeypatch.setattr(time, "time", lambda: now() + seconds)
    assert visitor.says("保険料はいくらですか", message).status_code == 200
    assert visitor.typed().count("保険料はいくらですか") == 1


def test_a_lost_reply_is_sent_again_though_no_new_message_may_be(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_the_limit(monkeypatch, "message", "session", 1)
    message = uuid.uuid4()
    reply = visitor.says(QUESTION, message)
    assert_told_to_wait(visitor.says("もう一つ質問です"))
    assert visitor.says(QUESTION, message).json() == reply.json()


def test_the_same_message_without_end_waits_too(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    with_the_limit(monkeypatch, "repeat", "session", 3)
    message = uuid.uuid4()
    assert [visitor.says(QUESTION, message).status_code for _ in range(5)] == [200, 200, 200, 200, 429]


def test_one_visitor_who_asks_too_often_does_not_stop_another(
    visitor: Visitor, other: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_the_limit(monkeypatch, "message", "session", 1)
    visitor.says(QUESTION)
    assert_told_to_wait(visitor.says(QUESTION))
    assert other.says(QUESTION).status_code == 200


def test_an_office_of_twenty_is_answered_all_at_once(in_the_office: Visitor) -> None:
    people = [in_the_office, *(Visitor(OFFICE).opens() for _ in range(19))]
    assert {person.says(QUESTION).status_code for person in people for _ in range(5)} == {200}


def test_one_address_is_held_whatever_sessions_it_opens(
    in_the_office: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_the_limit(monkeypatch, "message", "address", 3)
    people = [in_the_office, *(Visitor(OFFICE).opens() for _ in range(3))]
    assert [person.says(QUESTION).status_code for person in people] == [200, 200, 200, 429]
    assert Visitor("203.0.113.8").opens().says(QUESTION).status_code == 200


def test_an_office_with_more_people_is_given_more(
    in_the_office: Visitor, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    settings.ENVIRONMENT = settings.ENVIRONMENT.model_copy(update={"limit_factor": 2.0})
    with_the_limit(monkeypatch, "message", "address", 3)
    assert [in_the_office.says(QUESTION).status_code for _ in range(7)] == [200] * 6 + [429]


def test_an_address_cannot_open_sessions_without_end(stranger: Visitor) -> None:
    for _ in range(A_MINUTE["open", "address"]):
        Visitor(OFFICE).opens()
    opened = Session.objects.count()
    assert_told_to_wait(Visitor(OFFICE).send("POST", "/api/chat/sessions", {}))
    assert Session.objects.count() == opened
    Visitor("203.0.113.8").opens()


def test_who_may_open_no_more_may_go_on_with_what_is_open(
    in_the_office: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_the_limit(monkeypatch, "open", "address", 1)
    Visitor(OFFICE).opens()
    assert_told_to_wait(Visitor(OFFICE).send("POST", "/api/chat/sessions", {}))
    assert in_the_office.send("POST", "/api/chat/sessions", {"resume": in_the_office.token}).status_code == 201
    assert in_the_office.says(QUESTION).status_code == 200


@pytest.mark.parametrize(
    ("name", "method", "path", "body"),
    [
        ("read", "GET", MESSAGES, None),
        ("feedback", "POST", f"{MESSAGES}/{uuid.UUID(int=7)}/feedback", {"helpful": True}),
    ],
)
def test_the_other_calls_have_limits_of_their_own(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch, name: str, method: str, path: str, body: Any
) -> None:
    with_the_limit(monkeypatch, name, "session", 2)
    assert 429 not in [visitor.send(method, path, body).status_code for _ in range(2)]
    assert_told_to_wait(visitor.send(method, path, body))
    assert visitor.says(QUESTION).status_code == 200


def test_who_has_no_session_is_held_by_the_address(stranger: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    with_the_limit(monkeypatch, "request", "address", 2)
    guesser = Visitor(OFFICE)
    assert [guesser.says(QUESTION).status_code for _ in range(3)] == [401, 401, 429]


def test_readiness_is_not_asked_without_end(
    stranger: Visitor, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each time it asks Rasa and the database."""
    with_the_limit(monkeypatch, "request", "address", 2)
    assert [Visitor(OFFICE).send("GET", "/readyz").status_code for _ in range(3)][2] == 429


def test_measurements_may_switch_the_limits_off(visitor: Visitor, settings: Settings) -> None:
    settings.ENVIRONMENT = settings.ENVIRONMENT.model_copy(update={"limits": False})
    assert {visitor.says(QUESTION).status_code for _ in range(A_MINUTE["message", "session"] + 1)} == {200}


def test_a_developers_machine_is_no_office(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything there comes from loopback; in production that is a proxy which nobody has named."""
    with_the_limit(monkeypatch, "message", "address", 1)
    assert [visitor.says(QUESTION).status_code for _ in range(3)] == [200] * 3


def test_in_production_loopback_is_an_address_like_others(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    settings.ENVIRONMENT = settings.ENVIRONMENT.model_copy(update={"production": True})
    with_the_limit(monkeypatch, "message", "address", 1)
    assert [visitor.says(QUESTION).status_code for _ in range(2)] == [200, 429]
