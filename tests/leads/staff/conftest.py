from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

Login = Callable[[User], Client]


@pytest.fixture
def sato(db: None) -> User:
    """A salesperson."""
    user = User.objects.create_user("sato", last_name="佐藤", first_name="一郎", is_staff=True)
    user.groups.add(Group.objects.get(name="sales"))
    return user


@pytest.fixture
def suzuki(db: None) -> User:
    """Another."""
    user = User.objects.create_user("suzuki", last_name="鈴木", first_name="次郎", is_staff=True)
    user.groups.add(Group.objects.get(name="sales"))
    return user


@pytest.fixture
def editor(db: None) -> User:
    """Content staff: may log in, not in the group."""
    return User.objects.create_user("editor", is_staff=True)


@pytest.fixture
def login() -> Login:
    def opened(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return opened


@pytest.fixture
def sales(sato: User, login: Login) -> Client:
    """The browser of 佐藤."""
    return login(sato)
