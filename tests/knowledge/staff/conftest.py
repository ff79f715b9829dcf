from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

Login = Callable[[User], Client]


def member(login: str, name: str, *groups: str) -> User:
    """A member of staff in these groups; name: the family name, then the given name."""
    last, first = name.split()
    user = User.objects.create_user(login, last_name=last, first_name=first, is_staff=True)
    user.groups.add(*Group.objects.filter(name__in=groups))
    return user


@pytest.fixture
def yamada(db: None) -> User:
    """An editor."""
    return member("yamada", "山田 花子", "content")


@pytest.fixture
def ito(db: None) -> User:
    """Another."""
    return member("ito", "伊藤 健", "content")


@pytest.fixture
def approver_user(db: None) -> User:
    """Who may approve a release, and change nothing."""
    return member("kato", "加藤 誠", "approver")


@pytest.fixture
def sales_user(db: None) -> User:
    return member("sato", "佐藤 一郎", "sales")


@pytest.fixture
def login() -> Login:
    def opened(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return opened


@pytest.fixture
def content(yamada: User, login: Login) -> Client:
    """The browser of 山田, an editor."""
    return login(yamada)


@pytest.fixture
def approver(approver_user: User, login: Login) -> Client:
    """The browser of 加藤, an approver."""
    return login(approver_user)


@pytest.fixture
def sales(sales_user: User, login: Login) -> Client:
    """The browser of 佐藤, a salesperson."""
    return login(sales_user)
