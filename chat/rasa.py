"""The one way to Rasa: the abstract dialogue engine, and Rasa over its REST channel."""

import abc
import asyncio
import contextlib
import json
import re
import time
import weakref
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any

import httpx
from django.conf import settings
from pydantic import BaseModel, TypeAdapter, ValidationError

from chat import ahead, log_context, measures
from sealing.keys import seal

TURNS_AT_ONCE = 4
"""One process of Rasa handles one after another; more of them at once only make each take longer."""
AMPLE = 2.0
"""Times what turns took lately: with less time left a turn would be given up while Rasa is still at it, for nothing."""
CONVERSATION = "X-Conversation"
"""Header with the conversation's id: a proxy before several Rasa keeps each conversation on one of them."""
_WEIGHT = 1 / 8
_LEADING_SLASHES = re.compile(r"^[\s/／]+")


class Button(BaseModel):
    """A button as an action utters it; its payload never leaves the gateway."""

    title: str
    payload: str


class Part(BaseModel):
    """One of the messages with which Rasa answers on its REST channel."""

    text: str = ""
    buttons: list[Button] = []
    custom: dict[str, Any] = {}


_PARTS = TypeAdapter(list[Part])


class EngineAway(Exception):
    """The dialogue engine gave no usable reply in time: away, slow, broken or silent."""


class DialogueEngine(abc.ABC):
    """Takes one message of a conversation and returns what the bot says to it."""

    @abc.abstractmethod
    async def reply(self, sender: str, message: str, message_id: str) -> list[Part]:
        """What the bot says, with at least one text in it. Raises EngineAway.

        A message sent again, because its reply got lost, comes under the same id."""

    @abc.abstractmethod
    async def problem(self) -> str | None:
        """Why the engine is not ready, for operators; None when it is."""

    @abc.abstractmethod
    async def forget(self, sender: str) -> None:
        """Erase the conversation. Raises EngineAway."""

    @abc.abstractmethod
    async def reseal(self) -> int:
        """Put all conversations under the newest key: how many events were not. Raises EngineAway."""


def show_entry(entry_id: str) -> str:
    """The payload of a button that shows this entry."""
    return "/show_entry" + json.dumps({"entry": entry_id})


def as_typed(text: str) -> str:
    """Typed text as Rasa may see it: a leading slash would be read as an intent, so it is dropped.

    What is only slashes becomes a full stop; the transcript keeps the text as typed."""
    return _LEADING_SLASHES.sub("", text) or "。"


@dataclass
class _Line:
    """What leads to Rasa from one event loop: open connections, places for turns, the seconds a turn took lately."""

    client: httpx.AsyncClient
    places: asyncio.Semaphore
    lately: float


class Rasa(DialogueEngine):
    """Rasa at HOSHO_RASA_URL: its REST channel, and our control channel behind the shared token."""

    def __init__(self, url: str, token: str, timeout: float, meanwhile: Callable[[str], None] | None = None) -> None:
        """`meanwhile`: begins, with the message, what the answer will need, while Rasa still reads it."""
        self._url, self._token, self._timeout = url.rstrip("/"), token, timeout
        self._meanwhile = meanwhile
        self._lines: weakref.WeakKeyDictionary[asyncio.AbstractEventLoop, _Line] = weakref.WeakKeyDictionary()

    def _line(self) -> _Line:
        loop = asyncio.get_running_loop()
        if loop not in self._lines:
            client = httpx.AsyncClient(
                base_url=self._url,
                timeout=self._timeout,
                trust_env=False,
                headers={"Authorization": f"Bearer {self._token}"},
            )
            self._lines[loop] = _Line(client, asyncio.Semaphore(TURNS_AT_ONCE), self._timeout / 10)
        return self._lines[loop]

    @contextlib.asynccontextmanager
    async def _in_turn(self) -> AsyncIterator[float]:
        """From when this turn may be sent: the seconds it has left. Raises EngineAway when they would not suffice."""
        came, line = time.monotonic(), self._line()
        try:
            with measures.WAITING.track_inprogress():
                async with asyncio.timeout(max(self._timeout - AMPLE * line.lately, 0)):
                    await line.places.acquire()
        except TimeoutError:
            raise EngineAway("Rasa at HOSHO_RASA_URL has more turns than it can answer") from None
        sent = time.monotonic()
        try:
            yield self._timeout - (sent - came)
        finally:
            took = time.monotonic() - sent
            measures.AT_RASA.observe(took)
            line.lately += (took - line.lately) * _WEIGHT
            line.places.release()

    async def _call(self, method: str, path: str, within: float | None = None, **options: Any) -> httpx.Response:
        try:
            async with asyncio.timeout(within or self._timeout):
                response = await self._line().client.request(method, path, **options)
        except (TimeoutError, httpx.HTTPError) as error:
            raise EngineAway(f"Rasa at HOSHO_RASA_URL: {type(error).__name__}") from error
        return response

    async def reply(self, sender: str, message: str, message_id: str) -> list[Part]:
        body = {"sender": sender, "message": message, "metadata": {"message": message_id}}
        async with self._in_turn() as left:
            if self._meanwhile:
                self._meanwhile(message)
            headers = {CONVERSATION: sender, **log_context.passed_on()}
            response = await self._call("POST", "/webhooks/rest/webhook", left, json=body, headers=headers)
        try:
            said = _PARTS.validate_json(response.raise_for_status().content)
        except httpx.HTTPStatusError as error:
            raise EngineAway(f"Rasa answered HTTP {response.status_code}") from error
        except ValidationError:
            # Not "from error": a validation error quotes what was said.
            raise EngineAway("Rasa's answer has another shape than its REST channel's") from None
        if not any(part.text for part in said):
            raise EngineAway("Rasa said nothing")
        return said

    async def problem(self) -> str | None:
        try:
            response = await self._call("GET", "/webhooks/control/ready")
            if response.status_code == 401:
                return "Rasa refuses the shared token: start both with the same HOSHO_ACTION_TOKEN"
            problem = response.json()["problem"]
        except EngineAway as error:
            return f"Rasa does not answer: {error}"
        except (ValueError, KeyError, TypeError):
            return f"what listens at HOSHO_RASA_URL is not our Rasa: HTTP {response.status_code}"
        return None if problem is None else str(problem)

    async def forget(self, sender: str) -> None:
        path = f"/webhooks/control/conversations/{sender}"
        response = await self._call("DELETE", path, headers={CONVERSATION: sender})
        if response.status_code != 204:
            raise EngineAway(f"Rasa did not forget: HTTP {response.status_code}")

    async def reseal(self) -> int:
        same_key, resealed, last = seal(""), 0, 0
        while last is not None:
            response = await self._call("POST", "/webhooks/control/reseal", json={"sealed": same_key, "after": last})
            if response.status_code == 409:
                raise EngineAway(f"Rasa: {response.json().get('detail')}")
            try:
                done = response.raise_for_status().json()
                resealed, last = resealed + done["resealed"], done["last"]
            except (httpx.HTTPStatusError, ValueError, KeyError, TypeError):
                raise EngineAway(f"Rasa did not reseal: HTTP {response.status_code}") from None
        return resealed


_engine: DialogueEngine | None = None


def engine() -> DialogueEngine:
    """The engine of this process."""
    global _engine
    if _engine is None:
        environment = settings.ENVIRONMENT
        _engine = Rasa(environment.rasa_url, environment.action_token, environment.turn_timeout, ahead.begin)
    return _engine
