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

pytestmark = pytest.mark.slow

WORDS = {"uuid": "00000000-0000-4000-8000-000000000007", "int": "1", "path": "1", "str": "csv"}
WIDGET, PAGE, OURS = "/widget.js", "/", "https://www.dairiten.example"
KEPT_A_MINUTE = {WIDGET, PAGE, "/demo.css"}
EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
CONFINED = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}


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


ALL = sorted({*addresses(get_resolver().url_patterns), "/nowhere", "/static/login/login.css"})


@pytest.fixture
def visitor(client: Client, engine: FakeEngine, db: None) -> Client:
    """Somebody without a login."""
    client.raise_request_exception = False
    return client


@pytest.fixture
def administrator(visitor: Client) -> Client:
    """Opens every page; one that fails is an answer too."""
    user = User.objects.create(username="kanri", is_staff=True, is_superuser=True)
    visitor.force_login(user)
    return visitor


def answers(browser: Client, **how: Any) -> dict[str, Any]:
    """Of every route."""
    return {address: browser.get(address, **how) for address in ALL}


def policy(response: Any) -> dict[str, str]:
    """The content security policy, by directive."""
    header: str = response.headers["Content-Security-Policy"]
    return dict(part.strip().split(" ", 1) for part in header.split(";"))


def test_there_are_routes_to_walk() -> None:
    assert {"/api/chat/messages", "/staff/login/", "/staff/leads/lead/", WIDGET, PAGE} <= set(ALL)


def test_what_every_answer_says(visitor: Client) -> None:
    for address, response in answers(visitor).items():
        said = {name: response.headers.get(name) for name in EVERYWHERE}
        assert said == EVERYWHERE, address
        assert "camera=()" in response.headers["Permissions-Policy"], address
        owner = "cross-origin" if address == WIDGET else "same-origin"
        assert response.headers["Cross-Origin-Resource-Policy"] == owner, address


def test_no_answer_runs_or_loads_what_is_not_ours(administrator: Client) -> None:
    for address, response in answers(administrator).items():
        directives = policy(response)
        assert {name: directives[name] for name in CONFINED} == CONFINED, address


def test_no_answer_may_be_framed(administrator: Client) -> None:
    for address, response in answers(administrator).items():
        assert response.headers["X-Frame-Options"] == "DENY", address
        assert policy(response)["frame-ancestors"] == "'none'", address


def test_the_page_of_the_widget_may_be_framed_by_the_sites_that_may_embed_it_and_no_other_page(
    administrator: Client, settings: Settings
) -> None:
    settings.CORS_ALLOWED_ORIGINS = [OURS]
    for address, response in answers(administrator).items():
        framed = f"'self' {OURS}" if address == PAGE else "'none'"
        assert policy(response)["frame-ancestors"] == framed, address
        assert ("X-Frame-Options" in response.headers) == (address != PAGE), address


def test_what_is_of_one_person_or_moment_is_kept_by_nobody(administrator: Client) -> None:
    for address, response in answers(administrator).items():
        kept = response.headers.get("Cache-Control", "")
        if address in KEPT_A_MINUTE:
            assert kept == "public, max-age=60", address
        elif not address.startswith(("/static/", "/nowhere", "/favicon")):
            assert "no-store" in kept, address


def test_over_https_it_stays_https(visitor: Client, settings: Settings) -> None:
    settings.SECURE_HSTS_SECONDS = 31_536_000
    visitor.handler.load_middleware()  # it is read when the middleware is made
    for address, response in answers(visitor, secure=True).items():
        assert response.headers["Strict-Transport-Security"] == "max-age=31536000", address


def test_an_unchanged_page_says_the_same_about_frames(visitor: Client, settings: Settings) -> None:
    settings.CORS_ALLOWED_ORIGINS = [OURS]
    unchanged = visitor.get(PAGE, headers={"If-None-Match": visitor.get(PAGE).headers["ETag"]})
    assert unchanged.status_code == 304
    assert policy(unchanged)["frame-ancestors"] == f"'self' {OURS}"


def test_the_cookies_of_staff_are_out_of_reach_for_scripts_and_for_what_other_sites_post(visitor: Client) -> None:
    visitor.force_login(User.objects.create(username="kanri", is_staff=True))
    visitor.get("/staff/password_change/")
    for word in ("csrf", "staff"):
        (cookie,) = [cookie for name, cookie in visitor.cookies.items() if word in name]
        assert cookie["httponly"], word
        assert cookie["samesite"] == "Lax", word


def test_a_visitor_gets_no_cookie(visitor: Client) -> None:
    for address in ALL:
        if not address.startswith("/staff/"):
            visitor.get(address)
    assert not visitor.cookies
