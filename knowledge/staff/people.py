"""How staff are named on the pages: drafts and releases keep only the login."""

from collections.abc import Iterable

from django.contrib.auth.models import User


def names_of(logins: Iterable[str]) -> dict[str, str]:
    """By login, the family name first; who has no account (any more) is shown by the login."""
    wanted = set(logins)
    users = User.objects.filter(username__in=wanted)
    return {login: login for login in wanted} | {user.username: shown_name(user) for user in users}


def name_of(login: str) -> str:
    """The same for one."""
    return names_of([login])[login]


def shown_name(user: User) -> str:
    """The family name first, or else the login."""
    return f"{user.last_name} {user.first_name}".strip() or user.username
