"""One visitor's talk with a stack: through the public API, or straight with Rasa's REST channel."""

import abc
import uuid
from dataclasses import dataclass, field
from typing import Any

import aiohttp

Json = dict[str, Any]


@dataclass(frozen=True)
class Heard:
    """What came back: whether it was an answer, what the form asks next, the reference of a form that was sent."""

    answered: bool
    asks: str | None = None
    receipt: str | None = None


@dataclass
class Talk(abc.ABC):
    """What was offered as a button is pressed when it is said; everything else is typed."""

    client: aiohttp.ClientSession
    url: str
    offered: dict[str, str] = field(default_factory=dict)
    """Titles of the buttons offered last, and what pressing them sends."""

    @abc.abstractmethod
    async def open(self) -> None:
        """Begin a conversation of its own."""

    @abc.abstractmethod
    async def say(self, words: str) -> Heard:
        """One turn."""


class PublicApi(Talk):
    """A session with its token, as the widget has one."""

    async def open(self) -> None:
        async with self.client.post(f"{self.url}/api/chat/sessions", json={}, raise_for_status=True) as response:
            opened = await response.json()
        self._headers = {"Authorization": f"Bearer {opened['token']}"}
        self._offer(opened["messages"])

    async def say(self, words: str) -> Heard:
        pressed = self.offered.get(words)
        said = {"button": pressed} if pressed else {"text": words}
        body = {"id": str(uuid.uuid4()), **said}
        address = f"{self.url}/api/chat/messages"
        async with self.client.post(address, json=body, headers=self._headers) as response:
            if response.status != 200:
                return Heard(answered=False)
            reply = await response.json()
        self._offer(reply["messages"])
        form = reply["form"] or {}
        return Heard(bool(reply["messages"]), form.get("asks"), form.get("receipt"))

    def _offer(self, messages: list[Json]) -> None:
        self.offered = {button["title"]: button["id"] for message in messages for button in message["buttons"]}


class Rest(Talk):
    """A sender of Rasa's REST channel, which takes the payload of a button as a message."""

    async def open(self) -> None:
        self._sender = str(uuid.uuid4())

    async def say(self, words: str) -> Heard:
        body = {"sender": self._sender, "message": self.offered.get(words, words)}
        async with self.client.post(f"{self.url}/webhooks/rest/webhook", json=body) as response:
            if response.status != 200:
                return Heard(answered=False)
            parts: list[Json] = await response.json()
        self.offered = {button["title"]: button["payload"] for part in parts for button in part.get("buttons", [])}
        forms = [part["custom"]["form"] for part in parts if "form" in part.get("custom", {})]
        form = forms[-1] if forms else {}
        return Heard(any(part.get("text") for part in parts), form.get("asks"), form.get("receipt"))
