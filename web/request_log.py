"""One line a request: which route, how it ended, how long it took; and an id that every line logged on the way has."""

import time
import uuid
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from asgiref.sync import iscoroutinefunction
from django.http import HttpRequest, HttpResponse
from django.utils.decorators import sync_and_async_middleware

log = structlog.get_logger(__name__)

QUIET = {"healthz", "readyz", "metrics", "internal/actions/webhook"}
"""Routes asked so often that a line of each would hide the others."""


@sync_and_async_middleware
def middleware(get_response: Callable[[HttpRequest], Any]) -> Callable[[HttpRequest], Any]:
    """The outermost of all. The route is the pattern, not the path, which may hold what somebody typed."""
    if iscoroutinefunction(get_response):

        async def answer_async(request: HttpRequest) -> HttpResponse:
            started = _begin()
            answering: Awaitable[HttpResponse] = get_response(request)
            return _end(request, await answering, started)

        return answer_async

    def answer(request: HttpRequest) -> HttpResponse:
        started = _begin()
        return _end(request, get_response(request), started)

    return answer


def _begin() -> float:
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(request=f"r{uuid.uuid4().hex[:11]}")
    return time.perf_counter()


def _end(request: HttpRequest, response: HttpResponse, started: float) -> HttpResponse:
    route = request.resolver_match.route if request.resolver_match else None
    if route not in QUIET and (route is not None or response.status_code >= 400):
        took = round((time.perf_counter() - started) * 1000, 1)
        log.info("request", method=request.method, route=route, status=response.status_code, ms=took)
    return response
