"""The body of one request, read only as long as it may be, in size and in time."""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from chat import texts
from chat.problems import Problem, too_large

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]

HEARD_OUT = 1024 * 1024
"""Bytes beyond the limit that are read and dropped: who is cut off in the middle of sending may not see why."""
REFUSED = "hosho.refused"


class Body:
    """`receive` is what the application reads from. Once refused it reads an end, and the scope says why."""

    def __init__(self, scope: Scope, receive: Receive, largest: int, seconds: float) -> None:
        self._scope, self._receive, self._largest = scope, receive, largest
        self._deadline = asyncio.get_running_loop().time() + seconds
        self._read = 0
        self._is_over = False

    def refuse(self, problem: Problem) -> None:
        self._scope.setdefault(REFUSED, problem)

    async def receive(self) -> Message:
        if self._is_over:
            return await self._farewell()
        message = None if REFUSED in self._scope and not self._read else await self._next()
        self._is_over = not (message and message.get("more_body"))
        return message or {"type": "http.request", "body": b"", "more_body": False}

    async def _next(self) -> Message | None:
        """None where no more of it is read."""
        try:
            async with asyncio.timeout_at(self._deadline):
                message = await self._receive()
        except TimeoutError:
            self.refuse(Problem(408, "Too slow", texts.TOO_SLOW))
            return None
        self._read += len(message.get("body", b""))
        if self._read <= self._largest:
            return message
        self.refuse(too_large(texts.TOO_LARGE))
        return {**message, "body": b""} if self._read <= self._largest + HEARD_OUT else None

    async def _farewell(self) -> Message:
        """Only that the client has gone; what it still sends is dropped."""
        while (message := await self._receive())["type"] == "http.request":
            pass
        return message
