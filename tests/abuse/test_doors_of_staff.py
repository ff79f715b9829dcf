"""CSRF, hosts and redirects: what another site, or a proxy that lies, may make a browser of staff do. Frames and
scripts are told in tests/web."""

from typing import Any

import pytest
from django.test import Client
from django.urls import get_resolver

from knowledge.models import Release
from tests.access.routes import address_of, routes
from tests.access.world import World, a_world
from tests.chat.visitor import Visitor, assert_problem
from tests.fakes import FakeEngine

STAFF = [route for route in routes() if route.startswith("/staff/")]
OPEN_TO_OTHER_SITES = ("/api/chat/", "/internal/actions/webhook", "/healthz", "/readyz", "/metrics")
PAGES_OF_FILES = {"/", "/widget.js", "/demo.css", "/favicon.ico"}
"""They take no POST at all."""


@pytest.fixture
def world(release: Release, engine: FakeEngine) -> World:
    return a_world()


def exempt(patterns: Any, prefix: str = "/") -> list[str]:
    found = []
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            found += exempt(pattern.url_patterns, route)
        elif getattr(pattern.callback, "csrf_exempt", False):
            found.append(route)
    return found


def test_only_what_knows_no_cookie_is_free_of_csrf() -> None:
    found = exempt(get_resolver().url_patterns)
    assert found
    assert [r for r in found if not r.startswith(OPEN_TO_OTHER_SITES) and r not in PAGES_OF_FILES] == []


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["superuser", "nobody"])
def test_no_page_of_staff_takes_a_post_of_another_site(world: World, role: str) -> None:
    browser = Client(enforce_csrf_checks=True)
    if role in world.users:
        browser.force_login(world.users[role])
    taken = {r: browser.post(address_of(r), headers={"Origin": "https://evil.example"}).status_code for r in STAFF}
    assert {route: status for route, status in taken.items() if status != 403} == {}


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "testserver:80@evil.example", "a b", ""])
@pytest.mark.parametrize("path", ["/", "/api/chat/sessions", "/staff/login/", "/healthz"])
def test_another_host_is_refused_in_japanese_and_not_repeated(passer: Visitor, host: str, path: str) -> None:
    response = passer.send("GET", path, Host=host)
    assert_problem(response, 400)
    assert "evil" not in response.content.decode()


@pytest.mark.django_db
def test_a_host_that_a_proxy_claims_is_not_believed(client: Client) -> None:
    claimed = {
        "X-Forwarded-Host": "evil.example",
        "X-Forwarded-Server": "evil.example",
        "Forwarded": "host=evil.example",
    }
    response = client.get("/staff/", headers=claimed)
    assert "evil" not in response.headers["Location"]
    assert "evil" not in client.get(response.headers["Location"], headers=claimed).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("next_", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"])
def test_a_login_leads_to_no_other_site(world: World, next_: str) -> None:
    user = world.users["sales"]
    user.set_password("とても長い合言葉-2026")
    user.save()
    browser = Client()
    posted = {"username": "sales", "password": "とても長い合言葉-2026", "next": next_}
    response = browser.post("/staff/login/", posted)
    assert response.status_code == 302
    assert response.headers["Location"] == "/staff/"


@pytest.fixture
def passer(engine: FakeEngine) -> Visitor:
    return Visitor()
