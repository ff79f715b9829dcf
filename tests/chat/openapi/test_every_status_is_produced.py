"""Each status that the description promises is produced here, and its headers and body are as described."""

import asyncio
import uuid
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace

import httpx
import pytest
from asgiref.sync import async_to_sync
from django.http import HttpResponse
from limits import RateLimitItemPerMinute
from pytest_django import Settings

from chat import gate, limits
from chat.limit_table import LIMITS
from knowledge.models import Activation, Release
from tests.chat.openapi.description import Operation, assert_described, responses
from tests.chat.visitor import MESSAGES, Visitor, assert_problem
from tests.fakes import FakeEngine
from web.asgi import application

pytestmark = pytest.mark.slow

SESSIONS, SESSION = "/api/chat/sessions", "/api/chat/session"
FEEDBACK = "/api/chat/messages/{message_id}/feedback"
QUESTION = "委託先から個人情報が漏えいしました"
PAGES = ("/widget.js", "/", "/demo.css")
ID = str(uuid.UUID(int=7))


async def _break(*_: object, **__: object) -> None:
    raise ZeroDivisionError


@dataclass
class World:
    """A visitor with a session, and what can go wrong around them."""

    visitor: Visitor
    engine: FakeEngine
    patch: pytest.MonkeyPatch
    settings: Settings

    def asks(self, operation: Operation, body: object = None, path: str = "", **headers: str) -> HttpResponse:
        return self.visitor.send(operation[0], path or operation[1].format(message_id=ID), body, **headers)

    def says(self, text: str = QUESTION) -> HttpResponse:
        return self.visitor.says(text)

    def rates(self, helpful: object = True) -> HttpResponse:
        said = self.says().json()["messages"][0]["id"]
        return self.asks(("POST", FEEDBACK), {"helpful": helpful}, FEEDBACK.format(message_id=said))

    def nobody(self) -> "World":
        self.visitor.token = None
        return self

    def broken(self) -> "World":
        """A defect of ours: whatever is asked comes past it."""
        self.patch.setattr(limits, "count", _break)
        return self

    def away(self) -> "World":
        self.engine.away = True
        return self

    def unpublished(self) -> "World":
        Activation.objects.all().delete()
        Release.objects.all().delete()
        return self

    def asks_once_more(self, operation: Operation) -> HttpResponse:
        """From an address that may ask once a minute."""
        once = tuple(replace(limit, item=RateLimitItemPerMinute(1)) for limit in LIMITS["request"])
        self.patch.setitem(LIMITS, "request", once)
        office = Visitor("203.0.113.7")
        office.token = self.visitor.token
        path = operation[1].format(message_id=ID)
        office.send(operation[0], path, {"id": ID, "text": QUESTION, "helpful": True})
        return office.send(operation[0], path, {"id": ID, "text": QUESTION, "helpful": True})

    def asks_too_much(self, operation: Operation) -> HttpResponse:
        return self._through_the_gate(operation, body=LARGE)

    def asks_at_length(self, operation: Operation) -> HttpResponse:
        return self._through_the_gate(operation, query="a" * 3000)

    def asks_amid_many(self, operation: Operation) -> HttpResponse:
        self.patch.setattr(gate, "AT_ONCE", 0)
        return self._through_the_gate(operation)

    def asks_slowly(self, operation: Operation) -> HttpResponse:
        self.settings.ENVIRONMENT = self.settings.ENVIRONMENT.model_copy(update={"request_timeout": 0.05})
        return self._through_the_gate(operation, body=never_ending())

    @async_to_sync
    async def _through_the_gate(
        self, operation: Operation, query: str = "", body: AsyncIterator[bytes] | bytes = b""
    ) -> HttpResponse:
        """The ASGI application itself: the gate stands before Django."""
        transport = httpx.ASGITransport(app=application)
        async with httpx.AsyncClient(transport=transport, base_url="http://testserver") as client:
            path = operation[1].format(message_id=ID) + (f"?{query}" if query else "")
            headers = {"Authorization": f"Bearer {self.visitor.token}"}
            got = await client.request(operation[0], path, content=body, headers=headers)
        return HttpResponse(got.content, status=got.status_code, headers=dict(got.headers))


async def never_ending() -> AsyncIterator[bytes]:
    yield b"{"
    await asyncio.Event().wait()


Way = Callable[[World], HttpResponse]
OPEN, SEND, READ = ("POST", SESSIONS), ("POST", MESSAGES), ("GET", MESSAGES)
RATE, ERASE = ("POST", FEEDBACK), ("DELETE", SESSION)
LARGE = b'{"text": "' + b"a" * 9000 + b'"}'
WAYS: dict[tuple[Operation, int], Way] = {
    (OPEN, 201): lambda w: w.asks(OPEN, {"about": "scenario.lost_device"}),
    (OPEN, 400): lambda w: w.asks(OPEN, {"about": 1}),
    (OPEN, 401): lambda w: w.asks(OPEN, {"resume": "偽の引換券"}),
    (OPEN, 413): lambda w: w.asks(OPEN, LARGE),
    (OPEN, 500): lambda w: w.broken().asks(OPEN),
    (SEND, 200): lambda w: w.says(),
    (SEND, 400): lambda w: w.says("　"),
    (SEND, 401): lambda w: w.nobody().says(),
    (SEND, 413): lambda w: w.says("補" * 1001),
    (SEND, 500): lambda w: w.broken().says(),
    (SEND, 503): lambda w: w.away().says(),
    (READ, 200): lambda w: w.asks(READ, path=f"{MESSAGES}?after={w.visitor.opened['messages'][0]['id']}"),
    (READ, 400): lambda w: w.asks(READ, path=f"{MESSAGES}?after={uuid.UUID(int=7)}"),
    (READ, 401): lambda w: w.nobody().asks(READ),
    (READ, 500): lambda w: w.broken().asks(READ),
    (RATE, 204): lambda w: w.rates(),
    (RATE, 400): lambda w: w.rates("はい"),
    (RATE, 401): lambda w: w.nobody().asks(RATE, {"helpful": True}),
    (RATE, 404): lambda w: w.asks(RATE, {"helpful": True}),
    (RATE, 413): lambda w: w.asks(RATE, LARGE),
    (RATE, 500): lambda w: w.broken().asks(RATE, {"helpful": True}),
    (ERASE, 204): lambda w: w.asks(ERASE),
    (ERASE, 401): lambda w: w.nobody().asks(ERASE),
    (ERASE, 500): lambda w: w.broken().asks(ERASE),
    (ERASE, 503): lambda w: w.away().asks(ERASE),
    (("GET", "/healthz"), 200): lambda w: w.asks(("GET", "/healthz")),
    (("GET", "/readyz"), 200): lambda w: w.asks(("GET", "/readyz")),
    (("GET", "/readyz"), 503): lambda w: w.unpublished().asks(("GET", "/readyz")),
    (("GET", "/favicon.ico"), 204): lambda w: w.asks(("GET", "/favicon.ico")),
}


def page(path: str) -> Way:
    return lambda world: world.asks(("GET", path))


def page_again(path: str) -> Way:
    return lambda w: w.asks(("GET", path), **{"If-None-Match": w.asks(("GET", path)).headers["ETag"]})


WAYS |= {(("GET", path), 200): page(path) for path in PAGES}
WAYS |= {(("GET", path), 304): page_again(path) for path in PAGES}
EVERYWHERE: dict[int, Callable[[World, Operation], HttpResponse]] = {
    405: lambda w, operation: w.asks(("PUT", operation[1])),
    408: World.asks_slowly,
    414: World.asks_at_length,
    429: World.asks_once_more,
    503: World.asks_amid_many,
}
"""Whatever is asked for."""
OPERATIONS: list[Operation] = sorted(responses())
WAYS |= {(READ, 413): lambda w: w.asks_too_much(READ), (ERASE, 413): lambda w: w.asks_too_much(ERASE)}


@pytest.fixture
def world(
    visitor: Visitor, engine: FakeEngine, release: Release, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> World:
    return World(visitor, engine, monkeypatch, settings)


def test_every_described_status_has_a_way_to_it() -> None:
    described = {(operation, status) for operation, statuses in responses().items() for status in statuses}
    everywhere = {(operation, status) for operation, status in described if status in EVERYWHERE}
    assert described - everywhere == set(WAYS) - everywhere


@pytest.mark.parametrize(("operation", "status"), WAYS, ids=str)
def test_it_is_answered_as_described(world: World, operation: Operation, status: int) -> None:
    response = WAYS[operation, status](world)
    assert response.status_code == status
    assert_described(operation, response)
    if status >= 400 and operation[1] != "/readyz":
        assert_problem(response, status)


@pytest.mark.parametrize("operation", OPERATIONS, ids=str)
@pytest.mark.parametrize("status", EVERYWHERE)
def test_what_may_be_said_to_whatever_is_asked_is_described(world: World, operation: Operation, status: int) -> None:
    if status not in responses()[operation]:
        assert (status, operation[1][:5] == "/api/") == (429, False)
        return
    response = EVERYWHERE[status](world, operation)
    assert response.status_code == status
    assert_described(operation, response)
    assert_problem(response, status)
