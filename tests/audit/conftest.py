import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.people import logged_in, member


@pytest.fixture
def sato(db: None) -> User:
    """A salesperson."""
    return member("sato", "佐藤 一郎", "sales")


@pytest.fixture
def sales(sato: User) -> Client:
    """The browser of 佐藤."""
    return logged_in(sato)


@pytest.fixture
def auditor(db: None) -> Client:
    """The browser of 監査の中村."""
    return logged_in(member("nakamura", "中村 恵", "auditor"))
