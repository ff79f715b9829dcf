"""DELETE /api/chat/session: the visitor is erased everywhere, or told that it did not work."""

from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.utils import timezone

from chat import texts
from chat.models import Session, Turn
from knowledge.models import RatedAnswer, UnansweredQuestion
from tests.chat.visitor import MESSAGES, Visitor, assert_problem
from tests.fakes import FakeEngine

SECRET = "極秘の取引先は株式会社ひみつ商事です"


def erase(visitor: Visitor) -> Any:
    return visitor.send("DELETE", "/api/chat/session")


def everything() -> str:
    """Every row of every table of ours, as text."""
    models = [m for app in ("chat", "knowledge", "leads", "sessions") for m in apps.get_app_config(app).get_models()]
    return repr([list(model.objects.values()) for model in models])


@pytest.fixture
def told(visitor: Visitor) -> Visitor:
    """A visitor who has said something."""
    assert visitor.says(SECRET).status_code == 200
    return visitor


def test_it_is_done_without_a_word(told: Visitor) -> None:
    response = erase(told)
    assert (response.status_code, response.content) == (204, b"")


def test_the_engine_forgets_the_very_conversation_it_was_told(told: Visitor, engine: FakeEngine) -> None:
    erase(told)
    assert engine.forgotten == [engine.asked[0][0]]


def test_nothing_of_it_is_left_in_the_database(told: Visitor) -> None:
    assert SECRET in everything()
    erase(told)
    assert SECRET not in everything()
    assert Turn.objects.count() == 0


def test_nothing_of_it_is_left_in_the_files_of_sqlite(told: Visitor) -> None:
    """A deleted row stays readable in the write-ahead log until that is cut off. What was said is sealed; the id of
    the conversation stands there as it is."""
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite keeps its files beside us")

    def written() -> bytes:
        file = Path(str(connection.settings_dict["NAME"]))
        return b"".join(part.read_bytes() for part in file.parent.glob(f"{file.name}*"))

    session = Session.objects.get().pk.hex.encode()
    assert session in written()
    erase(told)
    assert session not in written()
    assert SECRET.encode() not in written()


def test_the_token_is_dead(told: Visitor) -> None:
    erase(told)
    assert_problem(told.send("GET", MESSAGES), 401)
    assert_problem(told.says("まだ覚えていますか"), 401)
    assert_problem(told.send("POST", "/api/chat/sessions", {"resume": told.token}), 401)


def test_erasing_again_finds_nobody(told: Visitor, engine: FakeEngine) -> None:
    erase(told)
    assert_problem(erase(told), 401)
    assert len(engine.forgotten) == 1


def test_nobody_else_is_erased(told: Visitor, other: Visitor) -> None:
    other.says("USBメモリをなくしました")
    erase(told)
    assert other.typed() == ["USBメモリをなくしました"]


def test_a_new_session_begins_with_nothing(told: Visitor) -> None:
    erase(told)
    assert told.opens().typed() == []


def test_while_the_engine_is_away_it_is_said_that_it_did_not_work(told: Visitor, engine: FakeEngine) -> None:
    engine.away = True
    assert assert_problem(erase(told), 503)["detail"] == texts.CANNOT_ERASE


def test_while_the_engine_is_away_nothing_is_lost(told: Visitor, engine: FakeEngine) -> None:
    engine.away = True
    before = told.transcript()
    erase(told)
    assert told.transcript() == before
    assert Session.objects.count() == 1


def test_what_did_not_work_can_be_asked_for_again(told: Visitor, engine: FakeEngine) -> None:
    engine.away = True
    erase(told)
    engine.away = False
    assert erase(told).status_code == 204
    assert Session.objects.count() == 0


def test_content_staff_keep_nothing_of_what_it_asked(told: Visitor) -> None:
    question = UnansweredQuestion.objects.create(
        key="k", text="極秘の取引先は〔会社名〕です", verdict="not_listed", count=2, last_at=timezone.now()
    )
    erase(told)
    question.refresh_from_db()
    assert question.count == 1


def test_a_rating_is_taken_back_with_its_question(told: Visitor) -> None:
    answer = told.transcript()[-1]["id"]
    told.send("POST", f"{MESSAGES}/{answer}/feedback", {"helpful": False})
    assert RatedAnswer.objects.count() == 1
    erase(told)
    assert not RatedAnswer.objects.exists()
