"""What visitors asked is counted by day, verdict and entry, apart from who asked it and in which words."""

import uuid
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connections
from django.utils import timezone

from chat.models import Session, Tally
from tests.chat.kept import turn_of
from tests.chat.visitor import MESSAGES, Visitor
from tests.fakes import LISTED, PERSON_PAYLOAD, FakeEngine

pytestmark = pytest.mark.slow

MISSENT = "メールの誤送信は補償されますか"


def saying(**answer: Any) -> list[dict[str, Any]]:
    return [{"text": "お答えします。"}, {"custom": {"answer": LISTED | answer}}]


def counts() -> dict[tuple[str, str], tuple[int, int]]:
    """(verdict, entry) -> (questions, first questions of their conversations)."""
    return {(row.verdict, row.entry_id): (row.questions, row.conversations) for row in Tally.objects.all()}


def test_an_answered_question_is_counted_on_its_day(visitor: Visitor) -> None:
    visitor.says(MISSENT)
    assert counts() == {("listed", "scenario.missent_mail_or_fax"): (1, 1)}
    assert Tally.objects.get().day == timezone.localdate(turn_of(MISSENT).at)


def test_only_the_first_question_of_a_conversation_counts_as_one(visitor: Visitor, other: Visitor) -> None:
    for text in (MISSENT, "FAXの誤送信はどうですか", "宛先を間違えました"):
        visitor.says(text)
    other.says(MISSENT)
    assert counts() == {("listed", "scenario.missent_mail_or_fax"): (4, 2)}


def test_verdicts_and_entries_are_counted_apart(visitor: Visitor, engine: FakeEngine) -> None:
    visitor.says(MISSENT)
    engine.says = saying(verdict="not_listed", entries=[])
    visitor.says("保険料はいくらですか")
    assert counts() == {("listed", "scenario.missent_mail_or_fax"): (1, 1), ("not_listed", ""): (1, 0)}


def test_the_same_message_again_is_counted_once(visitor: Visitor) -> None:
    message_id = uuid.uuid4()
    visitor.says(MISSENT, message_id)
    visitor.says(MISSENT, message_id)
    assert sum(questions for questions, _ in counts().values()) == 1


def test_an_apology_is_no_answer_and_the_answer_after_it_counts(visitor: Visitor, engine: FakeEngine) -> None:
    message_id = uuid.uuid4()
    engine.away = True
    visitor.says(MISSENT, message_id)
    assert counts() == {}
    engine.away = False
    visitor.says(MISSENT, message_id)
    assert counts() == {("listed", "scenario.missent_mail_or_fax"): (1, 1)}


@pytest.mark.parametrize("says", [[{"text": "会社名をお知らせください。"}], saying(verdict="none", entries=[])])
def test_small_talk_and_the_forms_turns_are_no_questions(
    visitor: Visitor, engine: FakeEngine, says: list[dict[str, Any]]
) -> None:
    engine.says = says
    visitor.says("こんにちは")
    assert counts() == {}


def test_the_button_for_a_person_is_no_question(visitor: Visitor) -> None:
    buttons = visitor.says(MISSENT).json()["messages"][0]["buttons"]
    (person,) = (button["id"] for button in buttons if button["title"] == "担当者に相談する")
    visitor.presses(person)
    assert PERSON_PAYLOAD == "/person"
    assert counts() == {("listed", "scenario.missent_mail_or_fax"): (1, 1)}


def test_erasing_a_conversation_leaves_the_count(visitor: Visitor) -> None:
    visitor.says(MISSENT)
    visitor.send("DELETE", "/api/chat/session")
    assert not Session.objects.exists()
    assert counts() == {("listed", "scenario.missent_mail_or_fax"): (1, 1)}


def test_a_count_holds_nothing_of_the_visitor(visitor: Visitor) -> None:
    visitor.says(MISSENT)
    (row,) = Tally.objects.values()
    assert set(row) == {"id", "day", "verdict", "entry_id", "questions", "conversations", "helpful", "unhelpful"}


def test_questions_asked_at_the_same_time_are_all_counted(visitor: Visitor) -> None:
    """Each thread has its own connection to the database, as each process has."""

    def ask(number: int) -> int:
        again = Visitor()
        again.token = visitor.token
        try:
            return again.says(f"{number}通の誤送信は補償されますか").status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(6) as pool:
        assert set(pool.map(ask, range(12))) == {200}
    assert counts() == {("listed", "scenario.missent_mail_or_fax"): (12, 1)}


def rated(visitor: Visitor, message_id: str, *opinions: bool) -> tuple[int, int]:
    """(👍, 👎) after the visitor has said so, one after another."""
    for helpful in opinions:
        visitor.send("POST", f"{MESSAGES}/{message_id}/feedback", {"helpful": helpful})
    tally = Tally.objects.get()
    return tally.helpful, tally.unhelpful


@pytest.mark.parametrize(
    ("opinions", "counted"),
    [([True], (1, 0)), ([False], (0, 1)), ([True, True], (1, 0)), ([True, False], (0, 1)), ([False, True], (1, 0))],
)
def test_a_rating_is_counted_with_its_question_as_it_is_at_last(
    visitor: Visitor, opinions: list[bool], counted: tuple[int, int]
) -> None:
    message_id = visitor.says(MISSENT).json()["messages"][0]["id"]
    assert rated(visitor, message_id, *opinions) == counted


def test_rating_what_is_no_question_is_kept_and_not_counted(visitor: Visitor) -> None:
    greeting = visitor.opened["messages"][0]["id"]
    visitor.says(MISSENT)
    assert rated(visitor, greeting, True) == (0, 0)
