"""Which sites may embed the widget and call the API (HOSHO_ALLOWED_ORIGINS)."""

import uuid
from typing import Any

import pytest
from pytest_django import Settings

from tests.chat.visitor import MESSAGES, Visitor
from tests.fakes import FakeEngine

OURS = "https://www.dairiten.example"
FOREIGN = "https://evil.example"
ALLOW = "Access-Control-Allow-Origin"


@pytest.fixture(autouse=True)
def _one_site(settings: Settings) -> None:
    settings.CORS_ALLOWED_ORIGINS = [OURS]


def ask(visitor: Visitor, origin: str) -> Any:
    return visitor.send("POST", MESSAGES, {"id": str(uuid.uuid4()), "text": "補償されますか"}, Origin=origin)


def preflight(visitor: Visitor, origin: str, path: str = MESSAGES, method: str = "POST") -> Any:
    asks = {"Access-Control-Request-Method": method, "Access-Control-Request-Headers": "authorization,content-type"}
    return visitor.send("OPTIONS", path, Origin=origin, **asks)


def test_an_allowed_site_may_read_the_reply(visitor: Visitor) -> None:
    response = ask(visitor, OURS)
    assert (response.status_code, response.headers[ALLOW]) == (200, OURS)


def test_any_other_site_may_not(visitor: Visitor) -> None:
    response = ask(visitor, FOREIGN)
    assert response.json()["messages"]
    assert ALLOW not in response.headers


@pytest.mark.parametrize("origin", ["null", OURS + ".evil.example", "http://www.dairiten.example", OURS + ":8443"])
def test_what_only_looks_like_an_allowed_site_may_not(visitor: Visitor, origin: str) -> None:
    assert ask(visitor, OURS).headers[ALLOW] == OURS
    assert ALLOW not in ask(visitor, origin).headers


def test_an_allowed_site_may_send_its_token_and_json(visitor: Visitor, engine: FakeEngine) -> None:
    response = preflight(visitor, OURS)
    assert response.status_code == 200
    assert response.headers[ALLOW] == OURS
    allowed = response.headers["Access-Control-Allow-Headers"].lower()
    assert "authorization" in allowed
    assert "content-type" in allowed
    assert engine.asked == []


def test_an_allowed_site_may_erase(visitor: Visitor) -> None:
    response = preflight(visitor, OURS, "/api/chat/session", "DELETE")
    assert "DELETE" in response.headers["Access-Control-Allow-Methods"]


def test_a_preflight_of_another_site_is_not_allowed(visitor: Visitor) -> None:
    assert ALLOW not in preflight(visitor, FOREIGN).headers


def test_an_allowed_site_may_read_problems_too(visitor: Visitor) -> None:
    visitor.token = None
    response = ask(visitor, OURS)
    assert (response.status_code, response.headers[ALLOW]) == (401, OURS)


def test_an_allowed_site_may_read_when_to_come_back(visitor: Visitor) -> None:
    assert "Retry-After" in ask(visitor, OURS).headers["Access-Control-Expose-Headers"]


def test_cookies_are_never_asked_for(visitor: Visitor) -> None:
    response = ask(visitor, OURS)
    assert response.headers[ALLOW] == OURS
    assert "Access-Control-Allow-Credentials" not in response.headers


@pytest.mark.parametrize("path", ["/widget.js", "/widget/client.js"])
def test_an_allowed_site_may_load_the_widget(visitor: Visitor, path: str) -> None:
    """A module script of another origin is fetched with CORS."""
    assert visitor.send("GET", path, Origin=OURS).headers[ALLOW] == OURS


def test_caches_keep_the_sites_apart(visitor: Visitor) -> None:
    assert "origin" in visitor.send("GET", "/widget.js", Origin=OURS).headers["Vary"].lower()


@pytest.mark.parametrize("path", ["/staff/login/", "/readyz", "/internal/actions/webhook"])
def test_nothing_but_the_api_and_the_widget_is_open_to_other_sites(visitor: Visitor, path: str) -> None:
    response = visitor.send("GET", path, Origin=OURS)
    assert response.status_code in (200, 405, 503)
    assert ALLOW not in response.headers


def test_without_a_setting_no_site_is_allowed(visitor: Visitor, settings: Settings) -> None:
    settings.CORS_ALLOWED_ORIGINS = []
    assert ALLOW not in ask(visitor, OURS).headers
