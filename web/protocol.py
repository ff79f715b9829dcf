"""HTTP as uvicorn speaks it, for clients that take their time: a request's head must be there within
HOSHO_REQUEST_TIMEOUT, and must not be longer than LONGEST_HEAD. Its body is timed and measured by chat.gate, which can
say so to the client."""

import asyncio

from django.conf import settings
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

LONGEST_HEAD = 16 * 1024
"""Bytes of a request's first line and headers."""


TOO_LONG = "The head of the request is too long."


class HeadTooLong(Exception):
    """Ends the parsing; uvicorn answers 400."""


class PatientProtocol(HttpToolsProtocol):
    """Closes a connection whose next head does not come or does not end; uvicorn alone waits for it without end."""

    _head_is_due: asyncio.TimerHandle | None = None
    _within_head, _within_body = False, False
    _read, _gathered = 0, 0
    """Bytes of the head that is coming: of its finished lines, and of what came after its beginning."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._wait_for_head()

    def data_received(self, data: bytes) -> None:
        if self._head_is_due is None and not self._within_body:
            self._wait_for_head()
        had_begun = self._within_head
        super().data_received(data)
        if had_begun and self._within_head:  # a line without end is never told of below
            self._gathered += len(data)
            if self._gathered > LONGEST_HEAD and not self.transport.is_closing():
                self.send_400_response(TOO_LONG)

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_waiting()
        super().connection_lost(exc)

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._within_head, self._read, self._gathered = True, 0, 0

    def on_url(self, url: bytes) -> None:
        self._count(len(url))
        super().on_url(url)

    def on_header(self, name: bytes, value: bytes) -> None:
        """Of the head; what comes after a body is dropped, or it would pass for headers that a proxy has checked."""
        self._count(len(name) + len(value))
        if self._within_head:
            super().on_header(name, value)

    def on_headers_complete(self) -> None:
        self._stop_waiting()
        self._within_head, self._within_body = False, True
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        self._within_body = False
        super().on_message_complete()

    def _count(self, more: int) -> None:
        self._read += more
        if self._read > LONGEST_HEAD:
            raise HeadTooLong

    def _wait_for_head(self) -> None:
        patience = settings.ENVIRONMENT.request_timeout
        self._head_is_due = self.loop.call_later(patience, self.timeout_keep_alive_handler)

    def _stop_waiting(self) -> None:
        if self._head_is_due is not None:
            self._head_is_due.cancel()
            self._head_is_due = None
