"""Guessing passwords is slowed down: what django-axes counts and keeps, and what a person who is locked out reads."""

import datetime
from typing import Any

from axes.handlers.database import AxesDatabaseHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.crypto import salted_hmac

from chat.addresses import address_of


class Handler(AxesDatabaseHandler):
    """Counts by AXES_LOCKOUT_PARAMETERS: a name at one address, a name wherever, an address whatever the name."""

    SHARES = (1, 5, 4)
    """An office shares an address; and nobody at one address alone can lock somebody else's account."""

    def get_failures(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> int:
        attempts = self.get_user_attempts(request, credentials)
        return max(_failures(some) // share for some, share in zip(attempts, self.SHARES, strict=True))


def _failures(attempts: QuerySet[AccessAttempt]) -> int:
    return attempts.aggregate(sum=Sum("failures_since_start"))["sum"] or 0


def address(request: HttpRequest) -> str | None:
    """For AXES_CLIENT_IP_CALLABLE."""
    found = address_of(request)
    return None if found is None else str(found)


def name(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str:
    """For AXES_USERNAME_CALLABLE. Only names that exist are kept: what else is typed there is often a password."""
    typed = str((credentials or request.POST).get("username") or "").replace("\0", "")  # PostgreSQL takes none
    if get_user_model().objects.filter(username=typed).exists():
        return typed
    return "?" + salted_hmac("login.lockout", typed, algorithm="sha256").hexdigest()[:32]


def response(request: HttpRequest, *_: object) -> HttpResponse:
    """For AXES_LOCKOUT_CALLABLE: how long it lasts, and what to do meanwhile."""
    seconds = max(1, int(_left(request).total_seconds()))
    context = {**admin.site.each_context(request), "minutes": -(-seconds // 60), "title": "ログインできません"}
    page = render(request, "login/locked_out.html", context, status=429)
    page["Retry-After"] = str(seconds)
    return page


def _left(request: HttpRequest) -> datetime.timedelta:
    known = Q(username=name(request, getattr(request, "axes_credentials", None))) | Q(ip_address=address(request))
    latest = AccessAttempt.objects.filter(known).order_by("-attempt_time").first()
    last = latest.attempt_time if latest else timezone.now()
    left: datetime.timedelta = last + settings.AXES_COOLOFF_TIME - timezone.now()
    return left
