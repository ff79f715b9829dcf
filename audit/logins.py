"""Logins, failed ones and logouts, as Django tells of them."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver

from audit.recording import record
from audit.vocabulary import Did, Kind


@receiver(user_logged_in, dispatch_uid="audit.logged_in")
def logged_in(sender: Any, user: Any, **_: Any) -> None:
    record(Did.LOGGED_IN, Kind.USER, user.get_username(), user=user)


@receiver(user_logged_out, dispatch_uid="audit.logged_out")
def logged_out(sender: Any, user: Any, **_: Any) -> None:
    if user is not None:
        record(Did.LOGGED_OUT, Kind.USER, user.get_username(), user=user)


@receiver(user_login_failed, dispatch_uid="audit.login_failed")
def login_failed(sender: Any, credentials: dict[str, Any], **_: Any) -> None:
    """The name is kept only if somebody has it: people type passwords into the wrong field."""
    users = get_user_model()
    typed = str(credentials.get(users.USERNAME_FIELD) or "")
    known = users._default_manager.filter(**{users.USERNAME_FIELD: typed}).exists()
    record(Did.LOGIN_FAILED, Kind.USER, *([typed] if known else []), known=known)
