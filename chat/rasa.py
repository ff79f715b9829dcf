"""The one way to Rasa: the abstract dialogue engine, and Rasa over its REST channel."""

import abc
import asyncio
import weakref
from typing import Any

import httpx
from django.conf import settings

SLASHES = "/／"


class EngineAway(Exception):
    """The dialogue engine gave no usable reply in time: away, slow, broken or silent."""


class DialogueEngine(abc.ABC):
    """Takes one message of a conversation and returns what the bot says to it."""

    @abc.abstractmethod
    async def reply(self, sender: str, message: str) -> list[dict[str, Any]]:
        """Rasa's list of {"text", "buttons", "custom"}, never empty. Raises EngineAway."""

    @abc.abstractmethod
    async def problem(self) -> str | None:
        """Why the engine is not ready, for operators; None when it is."""

    @abc.abstractmethod
    async def forget(self, sender: str) -> None:
        """Erase the conversation. Raises EngineAway."""


def as_typed(text: str) -> str:
    """Typed text as Rasa may see it: a leading slash would be read as an intent, so it is dropped.

    What is only slashes becomes a full stop; the transcript keeps the text as typed."""
    return text.lstrip(SLASHES + " \u3000\n\t") or "。"


class Rasa(DialogueEngine):
    """Rasa at HOSHO_RASA_URL: its REST channel, and our control channel behind the shared token."""

    def __init__(self, url: str, token: str, timeout: float) -> None:
        self._url, self._token, self._timeout = url.rstrip("/"), token, timeout
        self._clients: weakref.WeakKeyDictionary[asyncio.AbstractEventLoop, httpx.AsyncClient] = (
            weakref.WeakKeyDictionary()
        )

    def _client(self) -> httpx.AsyncClient:
        """One client, and so one set of open connections, per event loop."""
        loop = asyncio.get_running_loop()
        if loop not in self._clients:
            self._clients[loop] = httpx.AsyncClient(
                base_url=self._url,
                timeout=self._timeout,
                trust_env=False,
                headers={"Authorization": f"Bearer {self._token}"},
            )
        return self._clients[loop]

    async def _call(self, method: str, path: str, **options: Any) -> httpx.Response:
        try:
            async with asyncio.timeout(self._timeout):
                response = await self._client().request(method, path, **options)
        except (TimeoutError, httpx.HTTPError) as error:
            raise EngineAway(f"Rasa at HOSHO_RASA_URL: {type(error).__name__}") from error
        return response

    async def reply(self, sender: str, message: str) -> list[dict[str, Any]]:
        body = {"sender": sender, "message": message}
        response = await self._call("POST", "/webhooks/rest/webhook", json=body)
        try:
            said = response.raise_for_status().json()
        except (httpx.HTTPStatusError, ValueError) as error:
            raise EngineAway(f"Rasa answered HTTP {response.status_code}") from error
        if not said:
            raise EngineAway("Rasa said nothing")
        return list(said)

    async def problem(self) -> str | None:
        try:
            response = await self._call("GET", "/webhooks/control/ready")
            problem = response.json()["problem"]
        except (EngineAway, ValueError, KeyError) as error:
            return f"Rasa does not answer: {error}"
        return None if problem is None else str(problem)

    async def forget(self, sender: str) -> None:
        response = await self._call("DELETE", f"/webhooks/control/conversations/{sender}")
        if response.status_code != 204:
            raise EngineAway(f"Rasa did not forget: HTTP {response.status_code}")


_engine: DialogueEngine | None = None


def engine() -> DialogueEngine:
    """The engine of this process."""
    global _engine
    if _engine is None:
        environment = settings.ENVIRONMENT
        _engine = Rasa(environment.rasa_url, environment.action_token, environment.turn_timeout)
    return _engine
