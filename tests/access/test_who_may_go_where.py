"""docs/access.tsv is walked whole: every route, every role. A route without its rows fails, and so does any other
answer than the one written there."""

from collections.abc import Callable

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from knowledge import live
from knowledge.models import Release
from tests.access.routes import address_of, routes
from tests.access.table import Asked, expected
from tests.access.world import ROLES, World, a_world
from tests.fakes import FakeEngine

LOGIN = "/staff/login/"


@pytest.fixture
def world(release: Release, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setattr("knowledge.candidates.start", lambda digest: None)
    for place in ("chat.database", "chat.turns"):  # not within the transaction of a test
        monkeypatch.setattr(f"{place}.cut_write_ahead_log", lambda: None, raising=False)
    live.current().warm_up()  # as /readyz waits for
    return a_world()


def answer(browser: Callable[[], Client], method: str, route: str) -> str:
    """And nothing is changed by asking."""
    with transaction.atomic():
        response = browser().generic(method, address_of(route))
        transaction.set_rollback(True)
    return _in_a_word(response)


def _in_a_word(response: HttpResponse) -> str:
    """Whoever is sent to the start page asked for what does not exist."""
    if response.status_code == 302 and response.headers["Location"].startswith(LOGIN):
        return "login"
    return str(response.status_code)


def test_every_route_has_its_rows() -> None:
    rows = set(expected()["nobody"])
    assert {route for _, route in rows} == set(routes())
    assert {(method, route) for route in routes() for method in ("GET", "POST")} - rows == set()


@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
def test_a_role_is_answered_as_the_table_says(role: str, world: World) -> None:
    browser = world.browser_of(role)
    wanted = expected()[role]
    seen: dict[Asked, str] = {(method, route): answer(browser, method, route) for method, route in wanted}
    assert {asked: f"{seen[asked]}, not {wanted[asked]}" for asked in wanted if seen[asked] != wanted[asked]} == {}
