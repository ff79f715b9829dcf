"""Django's middleware that only the pages of staff use: a visitor's request passes it by."""

from typing import Any

from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest

STAFF = "/staff/"


class StaffOnly:
    """For what only the pages of staff use, in a thread as Django has it."""

    def __call__(self, request: HttpRequest) -> Any:
        if request.path_info.startswith(STAFF):
            return super().__call__(request)  # type: ignore[misc]  # MiddlewareMixin's
        return self.get_response(request)  # type: ignore[attr-defined]


class Sessions(StaffOnly, SessionMiddleware):
    pass


class Authentication(StaffOnly, AuthenticationMiddleware):
    pass


class Messages(StaffOnly, MessageMiddleware):
    pass
