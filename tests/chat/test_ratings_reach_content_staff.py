"""A visitor's 👍/👎 is kept for content staff with the question and what answered it, apart from the visitor."""

import uuid
from typing import Any

from knowledge.models import RatedAnswer
from tests.chat.visitor import MESSAGES, Visitor
from tests.fakes import LISTED, PERSON_PAYLOAD, FakeEngine

MISSENT = "メールの誤送信は補償されますか"


def rate(visitor: Visitor, text: str, *opinions: bool) -> None:
    message_id = visitor.says(text).json()["messages"][0]["id"]
    for helpful in opinions:
        assert visitor.send("POST", f"{MESSAGES}/{message_id}/feedback", {"helpful": helpful}).status_code == 204


def kept() -> list[tuple[str, str, str, int, int]]:
    rows = RatedAnswer.objects.order_by("id")
    return [(row.text, row.entry_id, row.verdict, row.helpful, row.unhelpful) for row in rows]


def saying(**answer: Any) -> list[dict[str, Any]]:
    return [{"text": "お答えします。"}, {"custom": {"answer": LISTED | answer}}]


def test_it_is_kept_with_the_question_its_verdict_and_the_entry_that_answered(visitor: Visitor) -> None:
    rate(visitor, MISSENT, False)
    assert kept() == [(MISSENT, "scenario.missent_mail_or_fax", "listed", 0, 1)]


def test_visitors_are_counted_together_in_whatever_width(visitor: Visitor, other: Visitor) -> None:
    rate(visitor, "FAXの誤送信は？", False)
    rate(other, "ＦＡＸの誤送信は", True)
    assert kept() == [("FAXの誤送信は？", "scenario.missent_mail_or_fax", "listed", 1, 1)]


def test_the_same_opinion_again_counts_once_and_another_replaces_it(visitor: Visitor) -> None:
    rate(visitor, MISSENT, True, True, False, False)
    assert kept() == [(MISSENT, "scenario.missent_mail_or_fax", "listed", 0, 1)]


def test_who_asked_and_for_whom_is_masked(visitor: Visitor) -> None:
    rate(visitor, "みどり建設株式会社の佐藤です。03-1234-5678へのFAXの誤送信は", False)
    [(text, *_)] = kept()
    assert text == "〔会社名〕の〔氏名〕です。〔電話番号〕へのFAXの誤送信は"


def test_where_the_page_is_silent_the_topic_answered(visitor: Visitor, engine: FakeEngine) -> None:
    engine.says = saying(verdict="not_listed", topic="silent.premium")
    rate(visitor, "保険料はいくらですか", False)
    engine.says = saying(verdict="not_listed", entries=[])
    rate(visitor, "宇宙人に盗まれたら", False)
    assert [(entry, verdict) for _, entry, verdict, _, _ in kept()] == [
        ("silent.premium", "not_listed"),
        ("", "not_listed"),
    ]


def test_what_answers_no_question_is_not_kept(visitor: Visitor, engine: FakeEngine) -> None:
    engine.says = [{"text": "会社名を教えてください。"}]
    rate(visitor, "山田太郎", False)
    engine.says = saying()
    [person] = [b for b in visitor.opened["messages"][0]["buttons"] if b["title"].startswith("担当者")]
    message_id = visitor.presses(person["id"]).json()["messages"][0]["id"]
    visitor.send("POST", f"{MESSAGES}/{message_id}/feedback", {"helpful": False})
    assert PERSON_PAYLOAD in engine.heard
    assert kept() == []


def test_a_message_of_somebody_else_counts_for_nobody(visitor: Visitor, other: Visitor) -> None:
    message_id = visitor.says(MISSENT).json()["messages"][0]["id"]
    for wrong in (message_id, str(uuid.uuid4())):
        assert other.send("POST", f"{MESSAGES}/{wrong}/feedback", {"helpful": False}).status_code == 404
    assert kept() == []


def test_what_is_kept_names_no_conversation(visitor: Visitor) -> None:
    rate(visitor, "佐藤と申します。誤送信は補償されますか", False)
    assert kept() == [("〔氏名〕と申します。誤送信は補償されますか", "scenario.missent_mail_or_fax", "listed", 0, 1)]
    links = {field.name for field in RatedAnswer._meta.get_fields() if field.is_relation}
    assert links == set()


def test_of_an_erased_visitor_only_what_others_rated_too_is_kept(visitor: Visitor, other: Visitor) -> None:
    rate(visitor, "佐藤と申します。誤送信は補償されますか", False)
    rate(visitor, "弁護士費用は出ますか", True)
    rate(other, "弁護士費用は出ますか", True)
    assert visitor.send("DELETE", "/api/chat/session").status_code == 204
    assert [(text, helpful) for text, _, _, helpful, _ in kept()] == [("弁護士費用は出ますか", 1)]
