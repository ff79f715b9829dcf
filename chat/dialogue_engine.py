"""What the gateway needs of a dialogue engine, whichever it is: the messages to and from it, and what they mean."""

import abc
import contextlib
import json
import re
from typing import Any

from pydantic import BaseModel

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

    def connected(self) -> contextlib.AbstractAsyncContextManager[None]:
        """A block of an event loop in which the engine is asked often."""
        return contextlib.nullcontext()


def show_entry(entry_id: str) -> str:
    """The payload of a button that shows this entry."""
    return "/show_entry" + json.dumps({"entry": entry_id})


def as_typed(text: str) -> str:
    """Typed text as Rasa may see it: a leading slash would be read as an intent, so it is dropped.

    What is only slashes becomes a full stop; the transcript keeps the text as typed."""
    return _LEADING_SLASHES.sub("", text) or "。"
