"""Members of staff and their browsers."""

from collections.abc import Callable

from django.contrib.auth.models import Group, User
from django.test import Client

Login = Callable[[User], Client]


def member(login: str, name: str, *groups: str) -> User:
    """A member of staff in these groups; name: the family name, then the given name."""
    last, first = name.split()
    user = User.objects.create_user(login, last_name=last, first_name=first, is_staff=True)
    user.groups.add(*Group.objects.filter(name__in=groups))
    return user


def logged_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client
