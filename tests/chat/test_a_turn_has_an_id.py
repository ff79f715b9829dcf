"""One id for a turn, made by the gateway, in every line that any process writes of it; and no word of the visitor's."""

import io
import json
import re

import pytest
from asgiref.sync import async_to_sync
from rasa_sdk.executor import ActionExecutor

from chat import rasa
from chat.rasa import Rasa
from tests.actions.calls import call, post
from tests.actions.conftest import executor  # noqa: F401 -- a fixture
from tests.chat.visitor import Visitor
from tests.fakes import FakeEngine, rasa_server
from tests.logs import written

ID = re.compile(r"\bturn=(t[0-9a-f]{11})\b")
SAID = "ひみつ商事の山田花子の名簿"
GIVEN = "t0123456789a"


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    return written(monkeypatch)


def turns(log: io.StringIO, event: str) -> list[str]:
    """The ids of the lines that say this."""
    return [turn for line in log.getvalue().splitlines() if event in line for turn in ID.findall(line)]


def test_the_turn_and_its_request_carry_the_same(visitor: Visitor, log: io.StringIO) -> None:
    visitor.says(SAID)
    (answered,) = turns(log, "turn answered")
    assert turns(log, "route=api/chat/messages") == [answered]


def test_another_turn_has_another(visitor: Visitor, log: io.StringIO) -> None:
    visitor.says(SAID)
    visitor.says(SAID)
    assert len(set(turns(log, "turn answered"))) == 2


def test_what_is_no_turn_has_none(visitor: Visitor, log: io.StringIO) -> None:
    visitor.says(SAID)
    visitor.transcript()
    assert len(turns(log, "route=api/chat/messages")) == 1


def test_one_that_failed_has_it_too(visitor: Visitor, engine: FakeEngine, log: io.StringIO) -> None:
    engine.away = True
    visitor.says(SAID)
    assert turns(log, "turn failed") == turns(log, "turn answered")
    assert len(turns(log, "turn failed")) == 1


def test_rasa_is_told_it(visitor: Visitor, log: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    with rasa_server() as server:
        server.body = json.dumps([{"text": "はい。"}]).encode()
        monkeypatch.setattr(rasa, "_engine", Rasa(server.url, "token", 5.0))
        visitor.says(SAID)
    assert server.turns == turns(log, "turn answered")


def test_rasa_is_told_none_outside_a_turn() -> None:
    with rasa_server() as server:
        server.body = b'{"problem": null}'
        async_to_sync(Rasa(server.url, "token", 5.0).problem)()
    assert server.turns == [""]


def test_an_action_works_at_the_turn_that_rasa_names(executor: ActionExecutor, log: io.StringIO) -> None:  # noqa: F811
    post(call("action_failing"), turn=GIVEN)
    assert turns(log, "an action failed") == [GIVEN]


@pytest.mark.parametrize("given", [SAID.encode().decode("latin-1"), "yamada", "03-1234-5678", GIVEN + "0"])
def test_what_is_no_id_is_not_taken_for_one(
    executor: ActionExecutor,  # noqa: F811
    log: io.StringIO,
    given: str,
) -> None:
    post(call("action_failing"), turn=given)
    assert "an action failed" in log.getvalue()
    assert "turn=" not in log.getvalue()


@pytest.mark.parametrize("digits", ["12345678901", "00000000000"])
def test_it_stays_though_it_has_no_letter_among_its_digits(
    executor: ActionExecutor,  # noqa: F811
    log: io.StringIO,
    digits: str,
) -> None:
    post(call("action_failing"), turn=f"t{digits}")
    assert turns(log, "an action failed") == [f"t{digits}"]
