"""What Rasa's REST channel and our control channel are asked, and what is made of their answers."""

import asyncio
import json
from collections.abc import Iterator

import pytest
from asgiref.sync import async_to_sync

from chat.ahead import Ahead
from chat.dialogue_engine import EngineAway, Part
from chat.rasa import TURNS_AT_ONCE, Rasa
from sealing.keys import unseal
from tests.fakes import RasaServer, rasa_server

pytestmark = pytest.mark.slow

TOKEN = "aikotoba"
PATIENT, HASTY = 10.0, 0.2
"""Seconds: for a server that answers, and for one that never does."""


@pytest.fixture
def server() -> Iterator[RasaServer]:
    with rasa_server() as started:
        yield started


@pytest.fixture
def rasa(server: RasaServer) -> Rasa:
    return Rasa(server.url + "/", TOKEN, PATIENT)


def answers(server: RasaServer, status: int, body: object) -> None:
    server.status, server.body = status, json.dumps(body).encode()


def test_a_message_goes_to_the_rest_channel_with_its_sender_and_id(rasa: Rasa, server: RasaServer) -> None:
    answers(server, 200, [{"text": "はい。"}])
    assert async_to_sync(rasa.reply)("abc", "誤送信は補償されますか", "m1") == [Part(text="はい。")]
    ((method, path, authorization, body),) = server.requests
    assert (method, path, authorization) == ("POST", "/webhooks/rest/webhook", f"Bearer {TOKEN}")
    said = {"sender": "abc", "message": "誤送信は補償されますか"}
    assert json.loads(body) == said | {"metadata": {"message": "m1"}}


class Begun(Ahead):
    """Notes what was begun, and how many requests Rasa had had by then; and who is in a form."""

    def __init__(self, server: RasaServer) -> None:
        self.server, self.begun, self.asked = server, list[tuple[str, int]](), dict[str, bool]()

    def begin(self, sender: str, message: str) -> None:
        self.begun.append((message, len(self.server.requests)))

    def replied(self, sender: str, asks: bool) -> None:
        self.asked[sender] = asks


def test_what_the_answer_will_need_is_begun_before_rasa_has_answered(server: RasaServer) -> None:
    begun = Begun(server)
    answers(server, 200, [{"text": "はい。"}])
    async_to_sync(Rasa(server.url, TOKEN, PATIENT, begun).reply)("abc", "補償されますか", "m1")
    assert begun.begun == [("補償されますか", 0)]


@pytest.mark.parametrize(
    ("custom", "asks"),
    [({}, False), ({"form": None}, False), ({"form": {"asks": None}}, False), ({"form": {"asks": "company"}}, True)],
)
def test_who_is_asked_by_a_form_is_told_from_who_is_not(
    server: RasaServer, custom: dict[str, object], asks: bool
) -> None:
    begun = Begun(server)
    answers(server, 200, [{"text": "貴社名をお聞かせください。"}, {"custom": custom}])
    async_to_sync(Rasa(server.url, TOKEN, PATIENT, begun).reply)("abc", "見積り", "m1")
    assert begun.asked == {"abc": asks}


async def served(rasa: Rasa, turns: int) -> None:
    async with rasa.connected():
        for _ in range(turns):
            await rasa.reply("abc", "補償されますか", "m1")


def test_who_serves_visitors_asks_over_one_connection(rasa: Rasa, server: RasaServer) -> None:
    answers(server, 200, [{"text": "はい。"}])
    async_to_sync(served)(rasa, 3)
    assert len(server.requests) == 3
    assert len(server.connections) == 1


def test_a_proxy_is_told_whose_conversation_it_is(rasa: Rasa, server: RasaServer) -> None:
    """To keep it on one of several Rasa; erasing goes where the conversation is."""
    answers(server, 200, [{"text": "はい。"}])
    async_to_sync(rasa.reply)("abc", "誤送信は補償されますか", "m1")
    server.status = 204
    async_to_sync(rasa.forget)("abc")
    assert server.conversations == ["abc", "abc"]


def test_a_proxy_of_the_environment_is_not_used(server: RasaServer, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    answers(server, 200, [{"text": "はい。"}])
    assert async_to_sync(Rasa(server.url, TOKEN, PATIENT).reply)("abc", "補償されますか", "m1")


def test_an_answer_that_trickles_in_is_given_up_in_time(server: RasaServer) -> None:
    """Each byte comes soon enough; all of them together do not."""
    answers(server, 200, [{"text": "ただいまお調べしています。" * 20}])
    server.trickles = True
    with pytest.raises(EngineAway):
        async_to_sync(Rasa(server.url, TOKEN, HASTY).reply)("abc", "補償されますか", "m1")


async def all_of(rasa: Rasa, count: int) -> list[object]:
    turns = (rasa.reply(str(number), "補償されますか", "m1") for number in range(count))
    return await asyncio.gather(*turns, return_exceptions=True)


def test_a_turn_for_which_there_is_no_time_left_is_given_up_unsent(server: RasaServer) -> None:
    """Rasa goes on with what was sent, although nobody waits for it any more: it would never catch up."""
    server.body = None
    said = async_to_sync(all_of)(Rasa(server.url, TOKEN, 1.0), TURNS_AT_ONCE + 2)
    assert len(server.requests) == TURNS_AT_ONCE
    assert list(map(str, said[TURNS_AT_ONCE:])) == ["Rasa at HOSHO_RASA_URL has more turns than it can answer"] * 2


def test_more_turns_than_are_sent_at_once_are_all_answered(rasa: Rasa, server: RasaServer) -> None:
    answers(server, 200, [{"text": "はい。"}])
    assert async_to_sync(all_of)(rasa, 5 * TURNS_AT_ONCE) == [[Part(text="はい。")]] * (5 * TURNS_AT_ONCE)


def test_a_ready_rasa_has_no_problem(rasa: Rasa, server: RasaServer) -> None:
    answers(server, 200, {"problem": None})
    assert async_to_sync(rasa.problem)() is None
    assert server.requests[0][:3] == ("GET", "/webhooks/control/ready", f"Bearer {TOKEN}")


def test_the_problem_that_rasa_names_is_handed_on(rasa: Rasa, server: RasaServer) -> None:
    answers(server, 503, {"problem": "no model is loaded"})
    assert async_to_sync(rasa.problem)() == "no model is loaded"


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b"{}", b"null", b'"ok"', b"5"])
def test_an_answer_that_says_nothing_about_readiness_is_a_problem(rasa: Rasa, server: RasaServer, body: bytes) -> None:
    server.body = body
    problem = async_to_sync(rasa.problem)()
    assert problem is not None
    assert "Rasa" in problem


def test_a_wrong_token_is_told_from_a_rasa_that_is_not_there(rasa: Rasa, server: RasaServer) -> None:
    """Whoever reads /readyz must learn what to mend."""
    answers(server, 401, {"detail": "the shared token is missing or wrong"})
    problem = async_to_sync(rasa.problem)()
    assert problem is not None
    assert "token" in problem or "401" in problem


def test_a_rasa_that_is_not_there_is_a_problem_that_names_the_setting(server: RasaServer) -> None:
    problem = async_to_sync(Rasa("http://127.0.0.1:1", TOKEN, PATIENT).problem)()
    assert problem is not None
    assert "HOSHO_RASA_URL" in problem


def test_forgetting_names_the_conversation(rasa: Rasa, server: RasaServer) -> None:
    server.status, server.body = 204, b""
    async_to_sync(rasa.forget)("abc")
    assert server.requests[0][:3] == ("DELETE", "/webhooks/control/conversations/abc", f"Bearer {TOKEN}")


@pytest.mark.parametrize("status", [200, 401, 404, 500, 503])
def test_forgetting_that_is_not_confirmed_has_failed(rasa: Rasa, server: RasaServer, status: int) -> None:
    server.status, server.body = status, b"{}"
    with pytest.raises(EngineAway, match=str(status)):
        async_to_sync(rasa.forget)("abc")


def test_forgetting_in_silence_has_failed(server: RasaServer) -> None:
    server.body = None
    with pytest.raises(EngineAway):
        async_to_sync(Rasa(server.url, TOKEN, HASTY).forget)("abc")


def test_resealing_counts_what_rasa_did(rasa: Rasa, server: RasaServer) -> None:
    answers(server, 200, {"resealed": 7, "last": None})
    assert async_to_sync(rasa.reseal)() == 7
    ((method, path, authorization, body),) = server.requests
    assert (method, path, authorization) == ("POST", "/webhooks/control/reseal", f"Bearer {TOKEN}")
    asked = json.loads(body)
    assert asked["after"] == 0
    assert unseal(asked["sealed"], "the request") == ""


def test_resealing_hands_on_why_rasa_does_not(rasa: Rasa, server: RasaServer) -> None:
    answers(server, 409, {"detail": "it was started with another newest key: start it anew"})
    with pytest.raises(EngineAway, match="Rasa: it was started with another newest key: start it anew"):
        async_to_sync(rasa.reseal)()


@pytest.mark.parametrize(("status", "body"), [(401, {}), (404, {}), (500, {}), (200, {}), (200, []), (200, None)])
def test_resealing_that_is_not_confirmed_has_failed(rasa: Rasa, server: RasaServer, status: int, body: object) -> None:
    answers(server, status, body)
    with pytest.raises(EngineAway, match=f"Rasa did not reseal: HTTP {status}"):
        async_to_sync(rasa.reseal)()


def test_silence_is_a_problem(server: RasaServer) -> None:
    server.body = None
    problem = async_to_sync(Rasa(server.url, TOKEN, HASTY).problem)()
    assert problem is not None
    assert "Timeout" in problem
