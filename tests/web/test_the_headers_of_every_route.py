"""Every route is asked, by a visitor and by an administrator: what a browser may do with the answer, and keep of it."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from pytest_django import Settings

from tests.fakes import FakeEngine

WORDS = {"uuid": "00000000-0000-4000-8000-000000000007", "int": "1", "path": "1", "str": "csv"}
WIDGET, PAGE, OURS = "/widget.js", "/", "https://www.dairiten.example"
KEPT_A_MINUTE = {WIDGET, PAGE, "/demo.css"}


def addresses(patterns: list[URLPattern | URLResolver], prefix: str = "/") -> Iterator[str]:
    """Of each route one, its arguments made up."""
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, route)
        else:
            yield re.sub(r"<(?:(\w+):)?\w+>", lambda found: WORDS[found[1] or "str"], _plain(route))


def _plain(route: str) -> str:
    """The admin's two routes that are regular expressions."""
    return "/staff/leads/" if "app_label" in route else "/staff/nowhere/" if "(?P<url>" in route else route


ALL = sorted(set(addresses(get_resolver().url_patterns)))
every = pytest.mark.parametrize("address", [*ALL, "/nowhere", "/static/login/login.css"])


@pytest.fixture
def browser(admin_client: Client, admin_user: User) -> Client:
    """An administrator's, over https, who opens no page that fails."""
    admin_client.raise_request_exception = False
    return admin_client


def policy(response: Any) -> dict[str, str]:
    """The content security policy, by directive."""
    header: str = response.headers["Content-Security-Policy"]
    return dict(part.strip().split(" ", 1) for part in header.split(";"))


def test_there_are_routes_to_walk() -> None:
    assert {"/api/chat/messages", "/staff/login/", "/staff/leads/lead/", WIDGET} <= set(ALL)


@every
def test_what_every_answer_says(client: Client, engine: FakeEngine, db: None, address: str) -> None:
    headers = client.get(address).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == ("cross-origin" if address == WIDGET else "same-origin")


@every
def test_no_answer_runs_or_loads_what_is_not_ours(browser: Client, engine: FakeEngine, address: str) -> None:
    directives = policy(browser.get(address))
    assert directives["default-src"] == "'none'"
    assert directives["script-src"] == directives["style-src"] == directives["connect-src"] == "'self'"
    assert directives["base-uri"] == "'none'"
    assert directives["form-action"] == "'self'"


@every
def test_no_answer_may_be_framed(browser: Client, engine: FakeEngine, address: str) -> None:
    response = browser.get(address)
    assert response.headers["X-Frame-Options"] == "DENY"
    assert policy(response)["frame-ancestors"] == "'none'"


@every
def test_of_the_sites_that_may_embed_the_widget_only_its_page_may_be_framed(
    browser: Client, engine: FakeEngine, settings: Settings, address: str
) -> None:
    settings.CORS_ALLOWED_ORIGINS = [OURS]
    response = browser.get(address)
    framed = f"'self' {OURS}" if address == PAGE else "'none'"
    assert policy(response)["frame-ancestors"] == framed
    assert ("X-Frame-Options" in response.headers) == (address != PAGE)


@every
def test_what_is_of_one_person_or_moment_is_kept_by_nobody(browser: Client, engine: FakeEngine, address: str) -> None:
    kept = browser.get(address).headers.get("Cache-Control", "")
    if address in KEPT_A_MINUTE:
        assert kept == "public, max-age=60"
    elif not address.startswith(("/static/", "/nowhere", "/favicon")):
        assert "no-store" in kept


def test_an_unchanged_page_says_the_same_about_frames(client: Client, settings: Settings) -> None:
    settings.CORS_ALLOWED_ORIGINS = [OURS]
    tag = client.get(PAGE).headers["ETag"]
    unchanged = client.get(PAGE, HTTP_IF_NONE_MATCH=tag)
    assert unchanged.status_code == 304
    assert policy(unchanged)["frame-ancestors"] == f"'self' {OURS}"


@every
def test_over_https_it_stays_https(
    client: Client, engine: FakeEngine, db: None, settings: Settings, address: str
) -> None:
    settings.SECURE_HSTS_SECONDS = 31_536_000
    middleware = client.get(address, secure=True).headers
    assert middleware["Strict-Transport-Security"] == "max-age=31536000"
    assert "Strict-Transport-Security" not in client.get(address).headers


def test_the_cookies_of_staff_are_out_of_reach_for_scripts_and_other_sites(client: Client, db: None) -> None:
    client.get("/staff/login/")
    (csrf,) = [cookie for name, cookie in client.cookies.items() if "csrf" in name]
    assert csrf["httponly"]
    assert csrf["samesite"] == "Lax"
    User.objects.create_superuser("staff", password="x")
    client.post("/staff/login/", {"username": "staff", "password": "x"})
    (session,) = [cookie for name, cookie in client.cookies.items() if "staff" in name]
    assert session["httponly"]
    assert session["samesite"] == "Lax"


@pytest.mark.parametrize("address", ["/", WIDGET, "/api/chat/sessions", "/readyz"])
def test_a_visitor_gets_no_cookie(client: Client, engine: FakeEngine, db: None, address: str) -> None:
    client.get(address)
    assert not client.cookies
