import datetime

from django.utils import timezone

from chat.models import Session
from tests.chat.visitor import Visitor, assert_problem
from tests.fakes import FakeEngine

SESSIONS = "/api/chat/sessions"


def test_a_session_is_created_with_a_token_its_end_and_the_first_words(stranger: Visitor) -> None:
    response = stranger.send("POST", SESSIONS, {})
    assert response.status_code == 201
    assert response.json().keys() == {"token", "expires_at", "messages", "form", "about"}
    assert (response.json()["form"], response.json()["about"]) == (None, False)


def test_an_empty_body_opens_a_session_too(stranger: Visitor) -> None:
    assert stranger.send("POST", SESSIONS).status_code == 201


def test_the_end_is_told_with_its_time_zone_and_lies_ahead(visitor: Visitor) -> None:
    assert datetime.datetime.fromisoformat(visitor.opened["expires_at"]) > timezone.now() + datetime.timedelta(hours=1)


def test_the_first_words_greet_and_say_that_this_is_a_machine(visitor: Visitor) -> None:
    (greeting,) = visitor.opened["messages"]
    assert greeting.keys() == {"id", "from", "text", "buttons", "at"}
    assert greeting["from"] == "bot"
    assert greeting["text"].startswith("こんにちは。")
    assert "自動応答" in greeting["text"]


def test_the_greeting_offers_questions_and_a_person_as_buttons(visitor: Visitor) -> None:
    buttons = visitor.opened["messages"][0]["buttons"]
    assert "メールの誤送信は補償されますか" in [button["title"] for button in buttons]
    assert buttons[-1]["title"] == "担当者に相談する"


def test_the_greeting_asks_nobody_and_sets_no_cookie(visitor: Visitor, engine: FakeEngine) -> None:
    assert visitor.opened["messages"]
    assert engine.asked == []
    assert not visitor.client.cookies


def test_two_visitors_get_different_tokens_and_different_sessions(visitor: Visitor, other: Visitor) -> None:
    assert visitor.token != other.token
    assert Session.objects.count() == 2


def test_resuming_gives_the_transcript_again(visitor: Visitor) -> None:
    reply = visitor.says("メールを別の会社に送ってしまいました").json()
    resumed = Visitor().send("POST", SESSIONS, {"resume": visitor.token}).json()
    assert [m["from"] for m in resumed["messages"]] == ["bot", "visitor", "bot"]
    assert resumed["messages"][0] == visitor.opened["messages"][0]
    assert resumed["messages"][1]["text"] == "メールを別の会社に送ってしまいました"
    assert resumed["messages"][2]["id"] == reply["messages"][0]["id"]


def test_resuming_opens_no_second_session_and_extends_nothing(visitor: Visitor) -> None:
    resumed = Visitor().send("POST", SESSIONS, {"resume": visitor.token}).json()
    assert resumed["expires_at"] == visitor.opened["expires_at"]
    assert Session.objects.count() == 1


def test_the_token_of_a_resumed_session_speaks_in_it(visitor: Visitor) -> None:
    again = Visitor()
    again.token = Visitor().send("POST", SESSIONS, {"resume": visitor.token}).json()["token"]
    again.says("USBメモリをなくしました")
    assert visitor.typed() == ["USBメモリをなくしました"]


def test_an_unknown_token_is_not_resumed_as_a_new_session(stranger: Visitor) -> None:
    assert_problem(stranger.send("POST", SESSIONS, {"resume": "知らない"}), 401)
    assert Session.objects.count() == 0
