"""A defect of our own must not show its insides, nor lose the question."""

import uuid

import pytest

from chat import rasa, turns
from chat.models import Session
from tests.chat.kept import turn_of
from tests.chat.visitor import Visitor, assert_problem
from tests.fakes import BrokenEngine, FakeEngine

QUESTION = "退職した社員がデータを持ち出しました"


@pytest.fixture
def broken(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> BrokenEngine:
    engine = BrokenEngine()
    monkeypatch.setattr(rasa, "_engine", engine)
    return engine


def test_it_is_a_problem_in_japanese_without_a_trace(visitor: Visitor, broken: BrokenEngine) -> None:
    response = visitor.says(QUESTION)
    assert response.status_code in (500, 503), "an error, or the apology"
    assert_problem(response, response.status_code)
    assert broken.heard == [QUESTION]


def test_a_database_that_fails_is_a_problem_in_japanese(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Session._meta, "db_table", "not_there")
    response = Visitor().send("POST", "/api/chat/sessions", {})
    assert_problem(response, 503)
    assert "担当者" in response.json()["detail"]


def test_the_question_is_kept(visitor: Visitor, broken: BrokenEngine) -> None:
    visitor.says(QUESTION)
    assert turn_of(QUESTION)
    assert visitor.typed() == [QUESTION]


def test_the_same_message_is_answered_once_the_defect_is_gone(
    visitor: Visitor, broken: BrokenEngine, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    message_id = uuid.uuid4()
    visitor.says(QUESTION, message_id)
    monkeypatch.setattr(turns, "ABANDONED", turns.ABANDONED * 0)
    monkeypatch.setattr(rasa, "_engine", engine)
    assert visitor.says(QUESTION, message_id).status_code == 200
    assert engine.heard == [QUESTION]


def test_the_next_question_is_answered(
    visitor: Visitor, broken: BrokenEngine, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor.says(QUESTION)
    monkeypatch.setattr(rasa, "_engine", engine)
    assert visitor.says("保険料はいくらですか").status_code == 200
