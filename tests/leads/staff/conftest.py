import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.people import Login, logged_in, member


@pytest.fixture
def sato(db: None) -> User:
    """A salesperson."""
    return member("sato", "佐藤 一郎", "sales")


@pytest.fixture
def suzuki(db: None) -> User:
    """Another."""
    return member("suzuki", "鈴木 次郎", "sales")


@pytest.fixture
def editor(db: None) -> User:
    """Content staff: may log in, not in the group."""
    return User.objects.create_user("editor", is_staff=True)


@pytest.fixture
def login() -> Login:
    return logged_in


@pytest.fixture
def sales(sato: User, login: Login) -> Client:
    """The browser of 佐藤."""
    return login(sato)
