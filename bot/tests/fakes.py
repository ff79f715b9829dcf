"""Stand-ins for what surrounds our two components inside Rasa, and a real server of Rasa's kind to talk to."""

from __future__ import annotations

import contextlib
import itertools
import socket
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import aiohttp
from cryptography.fernet import Fernet
from rasa.core.channels.channel import InputChannel, register
from rasa.core.tracker_store import FailSafeTrackerStore, TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig
from sanic import Sanic

from bot.control import ControlChannel
from bot.recent_store import RecentTrackerStore
from bot.sealed_store import SealedTrackerStore

TOKEN = "aikotoba"
KEY = Fernet.generate_key().decode()
_names = itertools.count()
Sanic.test_mode = True  # else the second app of a process fails: Sanic rewrites its own protocol at each start


class FakeAgent:
    """Rasa's agent as far as the control channel looks at it; `ready` stands for a loaded model."""

    def __init__(self, tracker_store: TrackerStore, ready: bool = True) -> None:
        self.tracker_store = tracker_store
        self.ready = ready
        self.processor = self
        self.action_endpoint = EndpointConfig("http://127.0.0.1:1/")

    def is_ready(self) -> bool:
        return self.ready


class BrokenStore(RecentTrackerStore):
    """An SQL store whose database has gone until it is `mended`."""

    mended = False

    async def save(self, tracker: DialogueStateTracker) -> None:
        with self.session_scope():
            await super().save(tracker)

    @contextlib.contextmanager
    def session_scope(self) -> Iterator[Any]:
        if not self.mended:
            raise OSError("disk I/O error")
        with super().session_scope() as session:
            yield session


def sql_store(file: Path, keys: str = KEY) -> FailSafeTrackerStore:
    """The store as Rasa makes it from endpoints.yml: SQLite, sealed, inside the wrapper that falls back to memory."""
    return FailSafeTrackerStore(SealedTrackerStore(Domain.empty(), keys=keys, dialect="sqlite", db=str(file)))


def broken_store(file: Path) -> FailSafeTrackerStore:
    return FailSafeTrackerStore(BrokenStore(Domain.empty(), dialect="sqlite", db=str(file)))


def conversation(sender_id: str, *texts: str) -> DialogueStateTracker:
    """A tracker in which the visitor has said these texts and was answered."""
    events: list[Any] = []
    for text in texts:
        events += [ActionExecuted("action_listen"), UserUttered(text), BotUttered("承知しました。")]
    return DialogueStateTracker.from_events(sender_id, events)


async def said(store: TrackerStore, sender_id: str) -> list[str]:
    """What the store still holds of the visitor's words."""
    tracker = await store.retrieve_full_tracker(sender_id)
    return [event.text or "" for event in tracker.events if isinstance(event, UserUttered)] if tracker else []


class Caller:
    """Calls the control channel over HTTP, with the token unless another is given."""

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self._session, self._url = session, url

    async def __call__(
        self, method: str, path: str, authorization: str | None = f"Bearer {TOKEN}", body: Any = None
    ) -> tuple[int, dict[str, Any]]:
        """(status, JSON body); a body that is no JSON is an empty dict."""
        headers = {} if authorization is None else {"Authorization": authorization}
        async with self._session.request(method, self._url + path, headers=headers, json=body) as response:
            is_json = response.content_type == "application/json"
            return response.status, await response.json() if is_json else {}


@contextlib.asynccontextmanager
async def listening(agent: FakeAgent | None) -> AsyncIterator[Caller]:
    """The control channel, called over HTTP."""
    async with serving(ControlChannel(TOKEN), agent) as url, aiohttp.ClientSession() as session:
        yield Caller(session, f"{url}/webhooks/control")


@contextlib.asynccontextmanager
async def serving(channel: InputChannel, agent: Any) -> AsyncIterator[str]:
    """A real Sanic server with the channel registered as Rasa registers it, on a free loopback port."""
    app = Sanic(f"hosho_test_{next(_names)}", configure_logging=False)
    app.ctx.agent = agent
    register([channel], app, route="/webhooks/")
    with socket.create_server(("127.0.0.1", 0)) as sock:
        server = await app.create_server(sock=sock, return_asyncio_server=True, access_log=False)
        await server.startup()
        await server.after_start()
        try:
            yield f"http://127.0.0.1:{sock.getsockname()[1]}"
        finally:
            server.close()
            await server.wait_closed()
