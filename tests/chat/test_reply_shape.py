"""The reply to a message is what docs/openapi.yaml promises, no more and no less."""

import datetime
import uuid

from django.utils import timezone

from tests.chat.visitor import Visitor
from tests.fakes import ANSWER, LISTED, FakeEngine

QUESTION = "メールを誤って別の会社に送ってしまいました"


def test_a_reply_has_messages_an_answer_and_a_form(visitor: Visitor) -> None:
    response = visitor.says(QUESTION)
    assert (response.status_code, response.headers["Content-Type"]) == (200, "application/json")
    assert response.json().keys() == {"messages", "answer", "form"}


def test_a_message_has_an_id_a_sender_a_text_buttons_and_a_time(visitor: Visitor) -> None:
    (message,) = visitor.says(QUESTION).json()["messages"]
    assert message.keys() == {"id", "from", "text", "buttons", "at", "answer"}
    assert uuid.UUID(message["id"])
    assert (message["from"], message["text"]) == ("bot", ANSWER)


def test_the_time_of_a_message_is_now_and_carries_its_zone(visitor: Visitor) -> None:
    (message,) = visitor.says(QUESTION).json()["messages"]
    age = timezone.now() - datetime.datetime.fromisoformat(message["at"])
    assert datetime.timedelta(0) <= age < datetime.timedelta(minutes=1)


def test_a_button_has_an_id_and_a_title_and_nothing_else(visitor: Visitor) -> None:
    buttons = visitor.says(QUESTION).json()["messages"][0]["buttons"]
    assert [button["title"] for button in buttons] == ["誤送信", "担当者に相談する"]
    assert all(button.keys() == {"id", "title"} for button in buttons)


def test_the_answer_is_handed_on_as_the_actions_made_it(visitor: Visitor) -> None:
    assert visitor.says(QUESTION).json()["answer"] == LISTED


def test_each_of_several_answers_stays_with_its_message_and_the_whole_is_the_reply(
    visitor: Visitor, engine: FakeEngine
) -> None:
    second, whole = {**LISTED, "release": 2}, {**LISTED, "release": 3}
    engine.says = [
        {"text": "一つ目です。"},
        {"custom": {"answer": LISTED}},
        {"text": "二つ目です。"},
        {"custom": {"answer": second, "whole": whole}},
    ]
    reply = visitor.says(QUESTION).json()
    assert [message["answer"] for message in reply["messages"]] == [LISTED, second]
    assert reply["answer"] == whole


def test_where_nothing_is_concluded_answer_and_form_are_null(visitor: Visitor, engine: FakeEngine) -> None:
    engine.says = [{"text": "承知しました。"}]
    reply = visitor.says("キャンセル").json()
    assert (reply["answer"], reply["form"]) == (None, None)
    assert reply["messages"][0]["buttons"] == []


def test_a_form_is_handed_on(visitor: Visitor, engine: FakeEngine) -> None:
    form = {"name": "disclosure", "asks": "company", "step": 2, "of": 12, "receipt": None}
    engine.says = [{"text": "会社名をお知らせください。"}, {"custom": {"form": form}}]
    assert visitor.says("見積もりをお願いします").json()["form"] == form


def test_the_last_message_of_a_sent_form_keeps_its_receipt(visitor: Visitor, engine: FakeEngine) -> None:
    form = {"name": "disclosure", "asks": None, "step": 12, "of": 12, "receipt": "H-261129-7KQ2MX"}
    engine.says = [{"text": "承りました。"}, {"text": "担当者よりご連絡します。"}, {"custom": {"form": form}}]
    visitor.says("送信")
    assert [message.get("receipt") for message in visitor.transcript()[-2:]] == [None, "H-261129-7KQ2MX"]


def test_several_texts_become_several_messages_in_their_order(visitor: Visitor, engine: FakeEngine) -> None:
    engine.says = [{"text": "掲載があります。"}, {"text": "ほかにご質問はありますか。"}]
    messages = visitor.says(QUESTION).json()["messages"]
    assert [message["text"] for message in messages] == ["掲載があります。", "ほかにご質問はありますか。"]
    assert messages[0]["id"] != messages[1]["id"]


def test_japanese_comes_back_character_by_character(visitor: Visitor, engine: FakeEngine) -> None:
    text = "補償の対象は「①情報漏えい」・②ｻｲﾊﾞｰ攻撃〜です。\n髙﨑𠮷野さま👩‍💻"
    engine.says = [{"text": text}]
    assert visitor.says(QUESTION).json()["messages"][0]["text"] == text


def test_the_visitors_own_message_keeps_the_id_it_was_sent_with(visitor: Visitor) -> None:
    message_id = uuid.uuid4()
    visitor.says(QUESTION, message_id)
    message = visitor.transcript()[1]
    assert (message["id"], message["from"], message["text"]) == (str(message_id), "visitor", QUESTION)
    assert message["buttons"] == []
