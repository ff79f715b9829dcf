"""Errors of the public API: one exception, one shape (application/problem+json, RFC 9457), Japanese detail."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, JsonResponse

from chat import texts


class Problem(Exception):
    """A request that cannot be served; `detail` is for the visitor, `members` go beside it."""

    def __init__(
        self,
        status: int,
        title: str,
        detail: str,
        members: dict[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(title)
        self.status, self.title, self.detail = status, title, detail
        self.members, self.headers = members or {}, headers

    def response(self) -> JsonResponse:
        body = {"type": "about:blank", "status": self.status, "title": self.title, "detail": self.detail}
        return JsonResponse(
            self.members | body, status=self.status, content_type="application/problem+json", headers=self.headers
        )


def malformed(detail: str = texts.MALFORMED) -> Problem:
    return Problem(400, "Malformed request", detail)


def unauthorised() -> Problem:
    return Problem(401, "No valid session token", texts.NO_TOKEN)


def too_large(detail: str) -> Problem:
    return Problem(413, "Too large", detail)


def bad_request(request: HttpRequest, exception: Exception) -> JsonResponse:
    """Django's handler400: a host that is not ours, a request that cannot be taken apart."""
    return malformed().response()


def not_found(request: HttpRequest, exception: Exception | None = None) -> JsonResponse:
    """Django's handler404."""
    return Problem(404, "Not found", texts.NOT_FOUND).response()


def server_error(request: HttpRequest) -> JsonResponse:
    """Django's handler500."""
    return Problem(500, "Internal error", texts.BROKEN).response()
