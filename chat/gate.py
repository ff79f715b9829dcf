"""Before Django reads a request: how large it may be, how long it may take, how many may be under way at once.

Django reads any body to its end, were it as large as the disk. A request that is refused goes on to it without its
body, and `refusals` answers it, so that the refusal has every header that an answer has."""

from collections.abc import Awaitable, Callable
from typing import Any

from asgiref.sync import iscoroutinefunction
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.decorators import sync_and_async_middleware

from chat import texts
from chat.body import REFUSED, Body, Message, Receive, Scope
from chat.problems import Problem
from chat.requests import LONGEST_BODY
from knowledge.domain.sheets.workbook_guard import LARGEST

Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

LONGEST_ADDRESS = 2048
"""Bytes of the path, and of the query."""
AT_ONCE = 256
"""Requests under way in this process."""
UPLOADS = "/staff/knowledge/draft/exchange/upload/"


def measure_of(path: str) -> tuple[int, float]:
    """The largest body, in bytes, and the seconds in which it must have come."""
    patience: float = settings.ENVIRONMENT.request_timeout
    if path.startswith("/api/"):
        return LONGEST_BODY, patience
    if path.startswith(UPLOADS):
        return LARGEST + 1024 * 1024, 12 * patience
    return settings.DATA_UPLOAD_MAX_MEMORY_SIZE, 3 * patience


class Gate:
    """An ASGI application around another."""

    def __init__(self, application: Application) -> None:
        self._application, self._under_way = application, 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._application(scope, receive, send)
            return
        body = Body(scope, receive, *measure_of(scope["path"]))
        if max(len(scope.get("raw_path") or b""), len(scope["query_string"])) > LONGEST_ADDRESS:
            body.refuse(Problem(414, "Address too long", texts.TOO_LARGE))
        elif self._under_way >= AT_ONCE:
            body.refuse(Problem(503, "Too many requests at once", texts.BUSY, headers={"Retry-After": "2"}))
        self._under_way += 1
        try:
            await self._application(scope, body.receive, send)
        finally:
            self._under_way -= 1


@sync_and_async_middleware
def refusals(get_response: Callable[[HttpRequest], Any]) -> Callable[[HttpRequest], Any]:
    """Django's middleware: answers what the gate refused, and closes the connection, on which half a body may wait."""

    async def answer(request: HttpRequest) -> HttpResponse:
        refused: Problem | None = getattr(request, "scope", {}).get(REFUSED)
        if refused is None:
            response: HttpResponse = await get_response(request)
            return response
        response = refused.response()
        response["Connection"], response["Content-Length"] = "close", str(len(response.content))
        return response

    return answer if iscoroutinefunction(get_response) else get_response
