"""GET /metrics: what Prometheus is told of the turns, and by whom it may be asked."""

import asyncio
import uuid

import pytest
from django.conf import settings
from django.db import OperationalError
from django.http import HttpResponse

from chat import rasa
from chat.models import Session
from chat.rasa import Rasa
from tests.chat.visitor import Visitor, assert_problem
from tests.fakes import ANSWER, BrokenEngine, FakeEngine, rasa_server
from tests.metrics import Told, grown, told_by

SAID = "ひみつ商事の山田花子の名簿"
APOLOGY = [{"text": "申し訳ございません。", "custom": {"failed": True}}]


def ask(token: str | None) -> HttpResponse:
    visitor = Visitor()
    visitor.token = token
    return visitor.send("GET", "/metrics")


def told() -> Told:
    response = ask(settings.ENVIRONMENT.action_token)
    assert response.status_code == 200
    return told_by(response.content.decode())


@pytest.mark.parametrize("token", [None, "", "wrong"])
def test_without_the_token_nothing_is_told(stranger: Visitor, token: str | None) -> None:
    assert "hosho" not in str(assert_problem(ask(token), 401))


def test_nor_with_the_token_of_a_conversation(visitor: Visitor) -> None:
    assert_problem(ask(visitor.token), 401)


def test_a_turn_is_counted_and_timed(visitor: Visitor) -> None:
    assert grown("hosho_turns_total", lambda: visitor.says(SAID), told, outcome="answered") == 1
    assert grown("hosho_turn_seconds_count", lambda: visitor.says(SAID), told) == 1


def test_so_is_the_verdict_of_its_answer(visitor: Visitor) -> None:
    assert grown("hosho_verdicts_total", lambda: visitor.says(SAID), told, verdict="listed") == 1


def test_a_verdict_that_is_none_becomes_no_label(visitor: Visitor, engine: FakeEngine) -> None:
    answer = {"verdict": SAID, "entries": [], "conditions": [], "pays_for": [], "release": 1, "offers_person": True}
    engine.says = [{"text": ANSWER, "custom": {"answer": answer}}]
    assert visitor.says(SAID).status_code == 200
    assert SAID not in told().text


def test_the_same_message_again_is_no_other_turn(visitor: Visitor) -> None:
    message = uuid.uuid4()
    visitor.says(SAID, message)
    assert grown("hosho_turns_total", lambda: visitor.says(SAID, message), told, outcome="answered") == 0


def test_a_turn_that_an_action_apologised_for_is_told_apart(visitor: Visitor, engine: FakeEngine) -> None:
    engine.says = APOLOGY
    assert grown("hosho_turns_total", lambda: visitor.says(SAID), told, outcome="apology") == 1


def test_so_is_one_that_rasa_did_not_answer(visitor: Visitor, engine: FakeEngine) -> None:
    engine.away = True
    assert grown("hosho_turns_total", lambda: visitor.says(SAID), told, outcome="failed") == 1


def test_and_one_that_broke(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rasa, "_engine", BrokenEngine())
    assert grown("hosho_turns_total", lambda: visitor.says(SAID), told, outcome="failed") == 1


def test_nothing_a_visitor_said_is_in_the_metrics(visitor: Visitor) -> None:
    visitor.says(SAID)
    text = told().text
    (session,) = Session.objects.all()
    for said in (SAID, ANSWER, session.id.hex, str(session.id), visitor.token):
        assert str(said) not in text
    assert text.isascii()


def test_the_time_at_rasa_is_measured(stranger: Visitor) -> None:
    with rasa_server() as server:
        server.body = b'[{"text": "OK"}]'
        asking = Rasa(server.url, "token", 5.0)
        assert grown("hosho_rasa_seconds_count", lambda: asyncio.run(asking.reply("a", "b", "c")), told) == 1


def test_turns_that_wait_for_a_place_are_told(stranger: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    async def waiting() -> float:
        asking = Rasa("http://127.0.0.1:1", "token", 5.0)
        async with asking._in_turn(), asking._in_turn(), asking._in_turn(), asking._in_turn():
            fifth = asyncio.ensure_future(asking._in_turn().__aenter__())
            await asyncio.sleep(0)
            response = await stranger.asend(
                "GET", "/metrics", Authorization=f"Bearer {settings.ENVIRONMENT.action_token}"
            )
            fifth.cancel()
            return told_by(response.content.decode()).value("hosho_turns_waiting")

    assert asyncio.run(waiting()) == 1
    assert told().value("hosho_turns_waiting") == 0


def test_while_the_database_is_away_the_rest_is_told(stranger: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_: object) -> None:
        raise OperationalError

    monkeypatch.setattr("leads.outbox.waiting", away)
    assert "hosho_turns_total" in told().names
    assert not any(name.startswith("hosho_deliveries") for name in told().names)
