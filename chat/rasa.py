"""The dialogue engine as it is: Rasa over its REST channel, the one way to it."""

import asyncio
import contextlib
import json
import time
import weakref
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import aiohttp
from django.conf import settings
from pydantic import TypeAdapter, ValidationError

from chat import log_context, measures
from chat.ahead import Ahead
from chat.connections import Answer, Connections
from chat.dialogue_engine import DialogueEngine, EngineAway, Part
from knowledge import reading
from sealing.keys import seal

TURNS_AT_ONCE = 4
"""One process of Rasa handles one after another; more of them at once only make each take longer."""
AMPLE = 2.0
"""Times what turns took lately: with less time left a turn would be given up while Rasa is still at it, for nothing."""
CONVERSATION = "X-Conversation"
"""Header with the conversation's id: a proxy before several Rasa keeps each conversation on one of them."""
_WEIGHT = 1 / 8
_PARTS = TypeAdapter(list[Part])


@dataclass
class _Line:
    """What turns of one event loop share on their way to Rasa: places, and the seconds that one took lately."""

    places: asyncio.Semaphore
    lately: float


class Rasa(DialogueEngine):
    """Rasa at HOSHO_RASA_URL: its REST channel, and our control channel behind the shared token."""

    def __init__(self, url: str, token: str, timeout: float, ahead: Ahead | None = None) -> None:
        """`ahead`: begins what the answer will need, while Rasa still reads the message."""
        self._timeout, self._ahead = timeout, ahead
        self._connections = Connections(url, token, timeout)
        self._lines: weakref.WeakKeyDictionary[asyncio.AbstractEventLoop, _Line] = weakref.WeakKeyDictionary()

    def connected(self) -> contextlib.AbstractAsyncContextManager[None]:
        return self._connections.kept()

    def _line(self) -> _Line:
        new = _Line(asyncio.Semaphore(TURNS_AT_ONCE), self._timeout / 10)
        return self._lines.setdefault(asyncio.get_running_loop(), new)

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

    async def _call(self, method: str, path: str, within: float | None = None, **options: Any) -> Answer:
        try:
            return await self._connections.call(method, path, within, **options)
        except (TimeoutError, aiohttp.ClientError) as error:
            raise EngineAway(f"Rasa at HOSHO_RASA_URL: {type(error).__name__}") from error

    async def reply(self, sender: str, message: str, message_id: str) -> list[Part]:
        body = {"sender": sender, "message": message, "metadata": {"message": message_id}}
        async with self._in_turn() as left:
            if self._ahead:
                self._ahead.begin(sender, message)
            headers = {CONVERSATION: sender, **log_context.passed_on()}
            answer = await self._call("POST", "/webhooks/rest/webhook", left, json=body, headers=headers)
        said = _said(answer)
        if self._ahead:
            self._ahead.replied(sender, any((part.custom.get("form") or {}).get("asks") for part in said))
        return said

    async def problem(self) -> str | None:
        try:
            answer = await self._call("GET", "/webhooks/control/ready")
            if answer.status == 401:
                return "Rasa refuses the shared token: start both with the same HOSHO_ACTION_TOKEN"
            problem = json.loads(answer.content)["problem"]
        except EngineAway as error:
            return f"Rasa does not answer: {error}"
        except (ValueError, KeyError, TypeError):
            return f"what listens at HOSHO_RASA_URL is not our Rasa: HTTP {answer.status}"
        return None if problem is None else str(problem)

    async def forget(self, sender: str) -> None:
        path = f"/webhooks/control/conversations/{sender}"
        answer = await self._call("DELETE", path, headers={CONVERSATION: sender})
        if answer.status != 204:
            raise EngineAway(f"Rasa did not forget: HTTP {answer.status}")

    async def reseal(self) -> int:
        same_key, resealed, last = seal(""), 0, 0
        while last is not None:
            answer = await self._call("POST", "/webhooks/control/reseal", json={"sealed": same_key, "after": last})
            try:
                done = json.loads(answer.content)
                if answer.status == 409:
                    raise EngineAway(f"Rasa: {done.get('detail')}")
                if answer.status != 200:
                    raise ValueError
                resealed, last = resealed + done["resealed"], done["last"]
            except (ValueError, KeyError, TypeError, AttributeError):
                raise EngineAway(f"Rasa did not reseal: HTTP {answer.status}") from None
        return resealed


def _said(answer: Answer) -> list[Part]:
    """What Rasa's REST channel said, with at least one text in it. Raises EngineAway."""
    if answer.status != 200:
        raise EngineAway(f"Rasa answered HTTP {answer.status}")
    try:
        said = _PARTS.validate_json(answer.content)
    except ValidationError:
        # Not "from error": a validation error quotes what was said.
        raise EngineAway("Rasa's answer has another shape than its REST channel's") from None
    if not any(part.text for part in said):
        raise EngineAway("Rasa said nothing")
    return said


_engine: DialogueEngine | None = None


def engine() -> DialogueEngine:
    """The engine of this process."""
    global _engine
    if _engine is None:
        environment = settings.ENVIRONMENT
        in_time = environment.turn_timeout
        _engine = Rasa(environment.rasa_url, environment.action_token, in_time, Ahead(reading.ahead))
    return _engine
