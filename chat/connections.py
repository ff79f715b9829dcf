"""HTTP to Rasa: connections that stay open as long as whoever serves visitors keeps them."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import aiohttp

LEFT_OPEN = 4.0
"""Seconds that an idle connection is kept: less than Rasa does, so that no call meets one that is being closed."""


@dataclass(frozen=True)
class Answer:
    status: int
    content: bytes


class Connections:
    """To one address, with the shared token."""

    def __init__(self, url: str, token: str, timeout: float) -> None:
        """`timeout`: seconds of a call from end to end."""
        self._url, self._token, self._timeout = url.rstrip("/"), token, timeout
        self._kept: tuple[asyncio.AbstractEventLoop, aiohttp.ClientSession] | None = None

    @contextlib.asynccontextmanager
    async def kept(self) -> AsyncIterator[None]:
        """In its block calls of this event loop share connections; any other call has one of its own."""
        async with self._session() as session:
            self._kept = asyncio.get_running_loop(), session
            try:
                yield
            finally:
                self._kept = None

    async def call(self, method: str, path: str, within: float | None = None, **options: Any) -> Answer:
        """`within`: seconds, where fewer are left than usual. Raises TimeoutError and aiohttp.ClientError."""
        async with (
            asyncio.timeout(within or self._timeout),
            self._shared_or_own() as session,
            session.request(method, self._url + path, allow_redirects=False, **options) as response,
        ):
            return Answer(response.status, await response.read())

    def _shared_or_own(self) -> contextlib.AbstractAsyncContextManager[aiohttp.ClientSession]:
        if self._kept and self._kept[0] is asyncio.get_running_loop():
            return contextlib.nullcontext(self._kept[1])
        return self._session()

    def _session(self) -> aiohttp.ClientSession:
        return aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=0, keepalive_timeout=LEFT_OPEN),
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"Authorization": f"Bearer {self._token}"},
            timeout=aiohttp.ClientTimeout(),
        )
