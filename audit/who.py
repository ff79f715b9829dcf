"""Who is at it: the request under way, kept for whatever is recorded while it is answered."""

from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from asgiref.sync import iscoroutinefunction
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac
from django.utils.decorators import sync_and_async_middleware

_request: ContextVar[HttpRequest | None] = ContextVar("audited_request", default=None)
PLACE = 12
"""Letters of the digest of an address."""


@dataclass(frozen=True)
class Who:
    """id: of the account, None outside a login; place: see place_of."""

    id: int | None
    name: str
    place: str = ""


@sync_and_async_middleware
def middleware(get_response: Callable[[HttpRequest], Any]) -> Callable[[HttpRequest], Any]:
    """Remembers the request for the time of its answer."""
    if iscoroutinefunction(get_response):

        async def remember_async(request: HttpRequest) -> HttpResponse:
            token = _request.set(request)
            try:
                answer: Awaitable[HttpResponse] = get_response(request)
                return await answer
            finally:
                _request.reset(token)

        return remember_async

    def remember(request: HttpRequest) -> HttpResponse:
        token = _request.set(request)
        try:
            response: HttpResponse = get_response(request)
            return response
        finally:
            _request.reset(token)

    return remember


def at_it(by: str = "", user: Any = None) -> Who:
    """The user given, else who is logged in, else `by` (an operator's command, a login that failed)."""
    request = _request.get()
    place = place_of(request)
    if user is None and request is not None:
        user = getattr(request, "user", None)
    if user is not None and user.is_authenticated:
        return Who(user.pk, user.get_username(), place)
    return Who(None, by, place)


def place_of(request: HttpRequest | None) -> str:
    """Tells whether two deeds came from one address, and to who holds the secret key from which; "" without one."""
    address = request.META.get("REMOTE_ADDR") if request is not None else None
    return salted_hmac("audit.place", address, algorithm="sha256").hexdigest()[:PLACE] if address else ""
