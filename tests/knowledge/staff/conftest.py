import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.people import Login, logged_in, member


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
    return logged_in


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
