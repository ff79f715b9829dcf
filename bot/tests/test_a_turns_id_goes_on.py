"""The id that the gateway gives a turn is in every line written of it, and goes on to the actions."""

import asyncio
import io
import json
import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from rasa.core.actions.action import RemoteAction
from rasa.core.channels.channel import UserMessage
from rasa.core.channels.rest import RestInput
from rasa.core.nlg import NaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.utils.endpoints import EndpointConfig

from bot import logs
from bot.action_calls import KeptEndpoint
from bot.control import ControlChannel
from bot.rest import Rest
from bot.tests.fakes import TOKEN, conversation, serving

ID = "t0123456789a"
logger = logging.getLogger("tests")


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    logging.getLogger().addHandler(handler)
    ControlChannel.from_credentials({"token": TOKEN})
    yield stream
    logging.getLogger().removeHandler(handler)
    logging.captureWarnings(False)


def lines(log: io.StringIO) -> "list[dict[str, Any]]":
    return [line for line in map(json.loads, log.getvalue().splitlines()) if line["logger"] == "tests"]


@asynccontextmanager
async def a_gateway(handle: Any) -> "AsyncIterator[Any]":
    """Sends messages to Rasa, which handles them so, over connections that it keeps."""
    async with serving(Rest(), SimpleNamespace(handle_message=handle)) as url, aiohttp.ClientSession() as session:

        async def send(message: str, **headers: str) -> None:
            body = {"sender": "hanako", "message": message}
            async with session.post(f"{url}/webhooks/rest/webhook", json=body, headers=headers) as response:
                assert response.status == 200

        yield send


async def telling(message: UserMessage) -> None:
    await asyncio.sleep(0)
    logger.error("at work")


def test_what_is_logged_of_a_message_names_its_turn(log: io.StringIO) -> None:
    async def scenario() -> None:
        async with a_gateway(telling) as send:
            await send("誤送信", **{logs.HEADER: ID})

    asyncio.run(scenario())
    assert [line["turn"] for line in lines(log)] == [ID]


@pytest.mark.parametrize("digits", ["12345678901", "00000000000"])
def test_an_id_without_a_letter_among_its_digits_is_not_masked(log: io.StringIO, digits: str) -> None:
    async def scenario() -> None:
        async with a_gateway(telling) as send:
            await send("誤送信", **{logs.HEADER: f"t{digits}"})

    asyncio.run(scenario())
    assert [line["turn"] for line in lines(log)] == [f"t{digits}"]


def test_two_turns_at_once_are_told_apart(log: io.StringIO) -> None:
    async def scenario() -> None:
        both = asyncio.Event()
        under_way: list[str] = []

        async def together(message: UserMessage) -> None:
            under_way.append(message.text or "")
            if len(under_way) == 2:
                both.set()
            await both.wait()
            logger.error("at work on %d", int(message.text or ""))

        async with a_gateway(together) as send:
            await asyncio.gather(*(send(str(n), **{logs.HEADER: f"t{n:011}"}) for n in (1, 2)))

    asyncio.run(scenario())
    told = {line["event"]: line["turn"] for line in lines(log)}
    assert told == {"at work on 1": "t00000000001", "at work on 2": "t00000000002"}


@pytest.mark.parametrize("given", ["", "山田花子".encode().decode("latin-1"), "yamada", ID + "0", "T0123456789A"])
def test_the_next_message_does_not_inherit_it_and_what_is_no_id_is_not_written(log: io.StringIO, given: str) -> None:
    async def scenario() -> None:
        async with a_gateway(telling) as send:
            await send("誤送信", **{logs.HEADER: ID})
            await send("誤送信", **({logs.HEADER: given} if given else {}))

    asyncio.run(scenario())
    assert [line.get("turn") for line in lines(log)] == [ID, None]


async def an_action_is_called(turn: str) -> "list[str | None]":
    """What the action server was told, by each call."""
    heard: list[str | None] = []

    async def action(request: web.Request) -> web.Response:
        heard.append(request.headers.get(logs.HEADER))
        return web.json_response({"events": [], "responses": []})

    application = web.Application()
    application.router.add_post("/webhook", action)
    runner = web.AppRunner(application)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        port = site._server.sockets[0].getsockname()[1]
        url = f"http://127.0.0.1:{port}/webhook"
        endpoint = KeptEndpoint(EndpointConfig(url, headers={"Authorization": "Bearer x"}))
        domain = Domain.empty()
        logs.work_at(turn)
        speaking = NaturalLanguageGenerator.create(EndpointConfig(type="response"), domain)
        tracker = conversation("hanako", "誤送信")
        await RemoteAction("action_answer", endpoint).run(RestInput(), speaking, tracker, domain)
        await endpoint.close()
    finally:
        await runner.cleanup()
    return heard


def test_the_action_is_told_the_turn(log: io.StringIO) -> None:
    assert asyncio.run(an_action_is_called(ID)) == [ID]


def test_outside_a_turn_it_is_told_none(log: io.StringIO) -> None:
    assert asyncio.run(an_action_is_called("")) == [None]


def test_the_id_looks_the_same_in_the_gateway() -> None:
    """Neither environment can import the other's."""
    ours = (Path(logs.__file__).parent.parent / "chat" / "log_context.py").read_text(encoding="utf-8")
    assert f'"{logs._TURN.pattern}"' in ours
    assert f'"{logs.HEADER}"' in ours
