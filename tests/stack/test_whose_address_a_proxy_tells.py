"""X-Forwarded-For and -Proto are believed from proxies that HOSHO_TRUSTED_PROXIES names, and read from the right."""

from collections.abc import Iterator

import httpx
import pytest

from chat.limit_table import LIMITS
from deploy.started import Stack
from tests.deploy.web_alone import started_web

pytestmark = pytest.mark.stack
SESSIONS = "/api/chat/sessions"
A_MINUTE = min(limit.item.amount for limit in LIMITS["open"])


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """We are its proxy."""
    with started_web(tmp_path_factory.mktemp("web"), trusted_proxies=["127.0.0.1"]) as started:
        yield started


def opens(web: Stack, *forwarded_for: str) -> int:
    headers = [("X-Forwarded-For", address) for address in forwarded_for]
    return httpx.post(web.url + SESSIONS, json={}, headers=headers, trust_env=False, timeout=60).status_code


def test_a_visitor_behind_it_is_counted_by_their_own_address(web: Stack) -> None:
    assert {opens(web, "203.0.113.7") for _ in range(A_MINUTE)} == {201}
    assert opens(web, "203.0.113.7") == 429
    assert opens(web, "203.0.113.8") == 201


def test_what_the_visitor_wrote_into_the_header_is_not_believed(web: Stack) -> None:
    for number in range(A_MINUTE):
        opens(web, f"198.51.100.{number}, 203.0.113.9")
    assert opens(web, "198.51.100.200, 203.0.113.9") == 429
    assert opens(web, "198.51.100.201", "203.0.113.9") == 429


def test_https_to_the_proxy_is_https(web: Stack) -> None:
    secure = httpx.get(f"{web.url}/staff/login/", headers={"X-Forwarded-Proto": "https"}, trust_env=False, timeout=60)
    form = {"username": "nobody", "password": "x"}
    origin = {"X-Forwarded-Proto": "https", "Origin": web.url.replace("http", "https")}
    token = secure.text.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    cookies = {"Cookie": "; ".join(f"{name}={value}" for name, value in secure.cookies.items())}
    posted = httpx.post(
        f"{web.url}/staff/login/",
        data={**form, "csrfmiddlewaretoken": token},
        headers={**origin, **cookies, "Referer": f"{origin['Origin']}/staff/login/"},
        trust_env=False,
        timeout=60,
    )
    assert posted.status_code == 200, "Django holds the origin against the scheme that the proxy tells"
