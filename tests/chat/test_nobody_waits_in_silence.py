"""Whatever is slow or away behind the gateway, the visitor is answered in time, and the message is not lost."""

import threading
import uuid
from collections.abc import Iterator

import pytest
from django.db import OperationalError
from pytest_django import Settings

from chat import database_trouble, in_time, rasa, turns
from chat.models import Session
from tests.chat.visitor import Visitor, assert_problem
from tests.fakes import ANSWER, FakeEngine, SlowEngine

pytestmark = pytest.mark.slow

QUESTION = "委託先から情報が漏れました。補償されますか"


@pytest.fixture
def impatient(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """50 ms are too long."""
    settings.ENVIRONMENT = settings.ENVIRONMENT.model_copy(update={"turn_timeout": 0.05})
    monkeypatch.setattr(in_time, "GRACE", 0.0)


@pytest.fixture
def no_trouble() -> Iterator[None]:
    yield
    database_trouble._trouble = ""


def test_a_turn_that_takes_too_long_is_an_apology_with_a_way_to_a_person(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    monkeypatch.setattr(rasa, "_engine", SlowEngine())
    patient = settings.ENVIRONMENT
    settings.ENVIRONMENT = patient.model_copy(update={"turn_timeout": 1.0})
    response = visitor.says(QUESTION)
    settings.ENVIRONMENT = patient
    assert_problem(response, 503)
    assert "担当者" in response.json()["detail"]
    assert visitor.typed() == [QUESTION]


def test_a_turn_under_way_elsewhere_is_not_waited_for_without_end(
    visitor: Visitor, engine: FakeEngine, impatient: None
) -> None:
    """As after a web process was killed in the midst of it."""
    message_id = uuid.uuid4()
    visitor.says(QUESTION, message_id)
    Session.objects.get().turns.filter(message_id=message_id).update(reply=None)
    assert_problem(visitor.says(QUESTION, message_id), 503)


@pytest.mark.usefixtures("no_trouble")
def test_a_database_that_fails_in_the_midst_of_a_turn_is_an_apology_and_the_message_is_answered_later(
    visitor: Visitor, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    message_id = uuid.uuid4()
    with monkeypatch.context() as failing:
        failing.setattr(turns.tally, "keep", _fail)
        assert_problem(visitor.says(QUESTION, message_id), 503)
    monkeypatch.setattr(turns, "ABANDONED", turns.ABANDONED * 0)
    assert visitor.says(QUESTION, message_id).json()["messages"][0]["text"] == ANSWER
    assert visitor.typed() == [QUESTION]


def _fail(*_: object, **__: object) -> None:
    raise OperationalError("INSERT ... 'QUESTION'")


@pytest.mark.usefixtures("no_trouble")
def test_readiness_tells_that_nothing_can_be_written_until_it_can(
    visitor: Visitor, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = "nothing can be written to the database at HOSHO_DATABASE_URL: OperationalError"
    with monkeypatch.context() as failing:
        failing.setattr(turns.tally, "keep", _fail)
        visitor.says(QUESTION)
        failing.setattr(Session.objects, "create", _fail)
        assert told in visitor.send("GET", "/readyz").json()["problems"]
    assert told not in visitor.send("GET", "/readyz").json()["problems"]
    assert Session.objects.count() == 1, "looking leaves nothing behind"


def test_what_goes_wrong_after_the_apology_is_logged_without_what_was_said(
    visitor: Visitor, impatient: None, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    gone, released = threading.Event(), threading.Event()

    def too_late(*_: object) -> None:
        released.wait(5)
        gone.set()
        raise ZeroDivisionError(QUESTION)

    monkeypatch.setattr(turns.tally, "keep", too_late)
    assert_problem(visitor.says(QUESTION), 503)
    released.set()
    assert gone.wait(5)
    assert QUESTION not in caplog.text
