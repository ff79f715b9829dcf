import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import Settings

from tests.login.browser import PASSWORD, Browser
from tests.people import member


@pytest.fixture(autouse=True)
def _quick_hashes(settings: Settings) -> None:
    """Hundreds of passwords are tried here; how slowly one is checked is Django's own matter."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def sato(db: None) -> User:
    """A salesperson with a password."""
    user = member("sato", "佐藤 一郎", "sales")
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.fixture
def browser(sato: User) -> Browser:
    """Their browser, before the login."""
    return Browser(Client())
