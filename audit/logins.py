"""Logins, failed ones, those that are held up, and logouts, as Django and django-axes tell of them."""

from datetime import timedelta
from typing import Any

import structlog
from axes.signals import user_locked_out
from django.contrib.auth import get_user_model
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver
from django.utils import timezone

from audit.models import Record
from audit.recording import record
from audit.vocabulary import Did, Kind
from audit.who import at_it

log = structlog.get_logger(__name__)

REFUSALS, WITHIN = 30, timedelta(minutes=1)
"""So many from one place are recorded; a flood of guesses shall not fill the disk with what tells nothing new."""


@receiver(user_logged_in, dispatch_uid="audit.logged_in")
def logged_in(sender: Any, user: Any, **_: Any) -> None:
    record(Did.LOGGED_IN, Kind.USER, user.get_username(), user=user)


@receiver(user_logged_out, dispatch_uid="audit.logged_out")
def logged_out(sender: Any, user: Any, **_: Any) -> None:
    if user is not None:
        record(Did.LOGGED_OUT, Kind.USER, user.get_username(), user=user)


@receiver(user_login_failed, dispatch_uid="audit.login_failed")
def login_failed(sender: Any, credentials: dict[str, Any], **_: Any) -> None:
    _refused(Did.LOGIN_FAILED, credentials.get(get_user_model().USERNAME_FIELD))


@receiver(user_locked_out, dispatch_uid="audit.locked_out")
def locked_out(sender: Any, username: str | None, **_: Any) -> None:
    _refused(Did.LOCKED_OUT, username)


def _refused(did: Did, typed: Any) -> None:
    """The name is kept only if somebody has it: people type passwords into the wrong field."""
    place = at_it().place
    lately = Record.objects.filter(did__in=(Did.LOGIN_FAILED, Did.LOCKED_OUT), at__gt=timezone.now() - WITHIN)
    if lately.filter(place=place).count() >= REFUSALS:
        log.warning("a failed login is one of too many from one place to be recorded", place=place)
        return
    users = get_user_model()
    known = users._default_manager.filter(**{users.USERNAME_FIELD: str(typed or "")}).exists()
    record(did, Kind.USER, *([str(typed)] if known else []), known=known)
