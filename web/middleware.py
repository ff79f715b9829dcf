"""Django's middleware in the ways that a visitor's request can afford.

In async Django calls each of its own in a thread, before the view and again after it: some fifteen times a request."""

from typing import Any

from asgiref.sync import sync_to_async
from csp.middleware import CSPMiddleware
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest
from django.middleware.clickjacking import XFrameOptionsMiddleware
from django.middleware.common import CommonMiddleware
from django.middleware.csrf import CsrfViewMiddleware
from django.middleware.security import SecurityMiddleware

STAFF = "/staff/"


class AtOnce:
    """For what only reads and writes headers."""

    async def __acall__(self: Any, request: HttpRequest) -> Any:
        response = self.process_request(request) if hasattr(self, "process_request") else None
        response = response or await self.get_response(request)
        return self.process_response(request, response) if hasattr(self, "process_response") else response


class StaffOnly:
    """For what only the pages of staff use, in a thread as Django has it."""

    def __call__(self, request: HttpRequest) -> Any:
        if request.path_info.startswith(STAFF):
            return super().__call__(request)  # type: ignore[misc]  # MiddlewareMixin's
        return self.get_response(request)  # type: ignore[attr-defined]


class Security(AtOnce, SecurityMiddleware):
    pass


class Frames(AtOnce, XFrameOptionsMiddleware):
    pass


class ContentPolicy(AtOnce, CSPMiddleware):
    pass


class Common(AtOnce, CommonMiddleware):
    pass


class Csrf(AtOnce, CsrfViewMiddleware):
    """Reads a form, in a thread, where the view is not exempt."""

    async def process_view(self, request: HttpRequest, callback: Any, *arguments: Any) -> Any:  # type: ignore[override]
        if getattr(callback, "csrf_exempt", False):
            return None
        return await sync_to_async(super().process_view)(request, callback, *arguments)


class Sessions(StaffOnly, SessionMiddleware):
    pass


class Authentication(StaffOnly, AuthenticationMiddleware):
    pass


class Messages(StaffOnly, MessageMiddleware):
    pass
