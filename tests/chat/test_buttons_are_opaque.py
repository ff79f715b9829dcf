"""A button's id is ours; what it means to Rasa stays on the server."""

import pytest

from chat.models import Session
from tests.chat.visitor import MESSAGES, Visitor, assert_problem
from tests.fakes import ENTRY_PAYLOAD, PERSON_PAYLOAD, FakeEngine

QUESTION = "メールを誤って別の会社に送ってしまいました"
SECRETS = ("/person", "show_entry", "payload", "none_of_these")


def assert_opaque(text: str) -> None:
    assert "buttons" in text
    assert not [secret for secret in SECRETS if secret in text]


def test_pressing_a_button_sends_the_engine_what_it_means(visitor: Visitor, engine: FakeEngine) -> None:
    buttons = visitor.says(QUESTION).json()["messages"][0]["buttons"]
    for button in buttons:
        assert visitor.presses(button["id"]).status_code == 200
    assert engine.heard[1:] == [ENTRY_PAYLOAD, PERSON_PAYLOAD]


def test_the_transcript_shows_a_pressed_button_by_its_title(visitor: Visitor) -> None:
    buttons = visitor.says(QUESTION).json()["messages"][0]["buttons"]
    visitor.presses(buttons[1]["id"])
    assert visitor.typed() == [QUESTION, "担当者に相談する"]


def test_a_question_of_the_greeting_is_asked_as_if_typed(visitor: Visitor, engine: FakeEngine) -> None:
    first = visitor.opened["messages"][0]["buttons"][0]
    visitor.presses(first["id"])
    assert engine.heard == [first["title"]] == ["メールの誤送信は補償されますか"]


def test_a_button_of_an_earlier_reply_still_works(visitor: Visitor, engine: FakeEngine) -> None:
    early = visitor.opened["messages"][0]["buttons"][-1]
    visitor.says(QUESTION)
    visitor.presses(early["id"])
    assert engine.heard[-1] == PERSON_PAYLOAD


def test_ids_differ_each_time_the_same_button_is_shown(visitor: Visitor) -> None:
    shown = [b["id"] for _ in range(3) for b in visitor.says(QUESTION).json()["messages"][0]["buttons"]]
    assert len(shown) == len(set(shown)) == 6
    assert all(len(button_id) >= 12 for button_id in shown)


def test_no_payload_leaves_the_server_when_a_session_opens(visitor: Visitor) -> None:
    assert_opaque(Visitor().send("POST", "/api/chat/sessions", {}).content.decode())


def test_no_payload_leaves_the_server_in_a_reply(visitor: Visitor) -> None:
    assert_opaque(visitor.says(QUESTION).content.decode())


def test_no_payload_leaves_the_server_in_the_transcript_or_on_resuming(visitor: Visitor) -> None:
    visitor.says(QUESTION)
    assert_opaque(visitor.send("GET", MESSAGES).content.decode())
    assert_opaque(visitor.send("POST", "/api/chat/sessions", {"resume": visitor.token}).content.decode())


def test_no_payload_leaves_the_server_in_the_apology(visitor: Visitor, engine: FakeEngine) -> None:
    engine.away = True
    assert_opaque(visitor.says(QUESTION).content.decode())


def test_a_button_of_another_session_is_refused(visitor: Visitor, other: Visitor, engine: FakeEngine) -> None:
    foreign = other.says(QUESTION).json()["messages"][0]["buttons"][0]["id"]
    assert other.presses(foreign).status_code == 200
    asked = len(engine.asked)
    assert "ボタン" in assert_problem(visitor.presses(foreign), 400)["detail"]
    assert len(engine.asked) == asked


@pytest.mark.parametrize("button", ["", "知らない", PERSON_PAYLOAD, ENTRY_PAYLOAD, "\x00", "\ud800", "a" * 3000])
def test_an_unknown_button_is_refused_and_nobody_is_asked(visitor: Visitor, engine: FakeEngine, button: str) -> None:
    assert_problem(visitor.presses(button), 400)
    assert engine.asked == []
    assert visitor.typed() == []


def test_the_title_of_a_button_is_not_its_id(visitor: Visitor, engine: FakeEngine) -> None:
    title = visitor.opened["messages"][0]["buttons"][-1]["title"]
    assert_problem(visitor.presses(title), 400)


def test_the_button_of_an_expired_session_is_gone_with_it(visitor: Visitor, engine: FakeEngine) -> None:
    button = visitor.opened["messages"][0]["buttons"][-1]["id"]
    Session.objects.all().delete()
    assert_problem(visitor.presses(button), 401)
    assert engine.asked == []
