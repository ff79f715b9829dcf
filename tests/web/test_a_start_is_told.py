"""While web loads it listens already, and says that it is starting, in the shape and with the headers of an answer."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from django.test import Client
from pytest_django import Settings

from chat import page_files, rasa, texts
from chat.widget_script import joined
from tests.fakes import FakeEngine
from web import served, starting

SITE = "https://www.dairiten.example"
OF_EVERY_ANSWER = (
    "X-Content-Type-Options",
    "X-Frame-Options",
    "Referrer-Policy",
    "Permissions-Policy",
    "Cross-Origin-Opener-Policy",
    "Cross-Origin-Resource-Policy",
)
ADDRESSES = ("/widget.js", "/healthz", "/readyz", "/api/chat/messages")


@pytest.fixture
def web() -> served.Served:
    """Before it has loaded."""
    return served.Served()


def asked(web: served.Served, method: str, path: str, **how: Any) -> httpx.Response:
    async def ask() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(web), base_url="http://127.0.0.1:8000") as client:
            return await client.request(method, path, **how)

    return asyncio.run(ask())


async def loaded(scope: Any, receive: Any, send: Any) -> None:
    """Stands for all that is loaded."""
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b""})


@contextlib.asynccontextmanager
async def living(web: served.Served) -> AsyncIterator[None]:
    """From where a server begins to listen to where it ends."""
    told: asyncio.Queue[dict[str, str]] = asyncio.Queue()
    heard: asyncio.Queue[Any] = asyncio.Queue()
    life = asyncio.create_task(web({"type": "lifespan"}, told.get, heard.put))
    told.put_nowait({"type": "lifespan.startup"})
    assert (await heard.get())["type"] == "lifespan.startup.complete"
    yield
    told.put_nowait({"type": "lifespan.shutdown"})
    await life


def policy(headers: Any) -> dict[str, str]:
    return dict(part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";"))


def test_a_proxy_learns_that_it_answers_nobody_yet(web: served.Served) -> None:
    told = asked(web, "GET", "/healthz")
    assert (told.status_code, told.headers["Content-Type"]) == (503, "application/problem+json")


def test_it_is_not_ready(web: served.Served) -> None:
    ready = asked(web, "GET", "/readyz")
    assert ready.status_code == 503
    assert ready.json() == {"ready": False, "problems": [starting.NOT_READY], "warnings": []}


@pytest.mark.parametrize("path", ["/", "/staff/leads/lead/"])
def test_whoever_opens_a_page_is_told_in_japanese(web: served.Served, path: str) -> None:
    told = asked(web, "GET", path)
    assert (told.status_code, told.headers["Content-Type"]) == (503, "text/html; charset=utf-8")
    assert "ただいま起動しています…" in told.text
    assert '<html lang="ja">' in told.text
    assert told.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("method", "path"),
    [("POST", "/api/chat/sessions"), ("GET", "/api/chat/messages"), ("POST", "/internal/actions/webhook")],
)
def test_a_program_is_told_to_try_again(web: served.Served, method: str, path: str) -> None:
    told = asked(web, method, path, json={})
    assert (told.status_code, told.headers["Content-Type"]) == (503, "application/problem+json")
    assert told.json() == {"type": "about:blank", "status": 503, "title": "Starting", "detail": texts.STARTING}
    assert int(told.headers["Retry-After"]) >= 1


def test_a_page_that_embeds_the_widget_gets_it_in_full(web: served.Served) -> None:
    script = asked(web, "GET", "/widget.js", headers={"Accept-Encoding": "identity"})
    assert (script.status_code, script.headers["Content-Type"]) == (200, "text/javascript; charset=utf-8")
    assert script.text == joined(page_files.FOLDER)
    packed = asked(web, "GET", "/widget.js", headers={"Accept-Encoding": "gzip"})
    assert (packed.headers["Content-Encoding"], packed.text) == ("gzip", script.text)
    unchanged = asked(
        web, "GET", "/widget.js", headers={"If-None-Match": packed.headers["ETag"], "Accept-Encoding": "gzip"}
    )
    assert (unchanged.status_code, unchanged.content) == (304, b"")


@pytest.mark.django_db
@pytest.mark.parametrize("path", ADDRESSES)
def test_it_has_the_headers_of_the_answer_itself(web: served.Served, client: Client, path: str) -> None:
    told, later = asked(web, "GET", path).headers, client.get(path).headers
    assert {name: told.get(name) for name in OF_EVERY_ANSWER} == {name: later.get(name) for name in OF_EVERY_ANSWER}
    assert policy(told) == policy(later)


def test_the_page_runs_its_own_script_and_nothing_else(web: served.Served) -> None:
    directives = policy(asked(web, "GET", "/").headers)
    assert directives["script-src"].startswith("'sha256-")
    assert directives["style-src"].startswith("'sha256-")
    assert directives["default-src"] == directives["base-uri"] == directives["frame-ancestors"] == "'none'"
    assert "unsafe" not in str(directives)


def test_the_sites_that_may_embed_the_widget_may_frame_the_page_and_no_other(
    web: served.Served, settings: Settings
) -> None:
    settings.CORS_ALLOWED_ORIGINS = [SITE]
    page, other = asked(web, "GET", "/").headers, asked(web, "GET", "/staff/").headers
    assert policy(page)["frame-ancestors"] == f"'self' {SITE}"
    assert "X-Frame-Options" not in page
    assert policy(other)["frame-ancestors"] == "'none'"
    assert other["X-Frame-Options"] == "DENY"


def test_the_widget_on_another_site_may_read_that_it_is_starting(web: served.Served, settings: Settings) -> None:
    settings.CORS_ALLOWED_ORIGINS = [SITE]
    may_i = {"Origin": SITE, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
    assert asked(web, "OPTIONS", "/api/chat/sessions", headers=may_i).headers["Access-Control-Allow-Origin"] == SITE
    told = asked(web, "POST", "/api/chat/sessions", json={}, headers={"Origin": SITE}).headers
    assert told["Access-Control-Allow-Origin"] == SITE
    assert "Retry-After" in told["Access-Control-Expose-Headers"]
    assert "Access-Control-Allow-Origin" not in asked(web, "GET", "/readyz", headers={"Origin": SITE}).headers


def test_what_is_too_large_is_refused_as_ever(web: served.Served) -> None:
    assert asked(web, "POST", "/api/chat/messages", content=b"a" * 20_000).status_code == 413
    assert asked(web, "GET", "/" + "a" * 3000).status_code == 414


def test_the_page_stays_until_rasa_is_there_too(web: served.Served, monkeypatch: pytest.MonkeyPatch) -> None:
    """What else there is answers as soon as it has been loaded."""
    engine = FakeEngine()
    engine.trouble = "Rasa does not answer"
    monkeypatch.setattr(rasa, "_engine", engine)

    async def start() -> list[dict[str, int]]:
        answering: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        monkeypatch.setattr(served, "_loaded", lambda: answering)
        async with living(web), httpx.AsyncClient(transport=httpx.ASGITransport(web), base_url="http://web") as client:

            async def seen() -> dict[str, int]:
                return {path: (await client.get(path)).status_code for path in ("/", "/demo.css")}

            async def next_after(before: dict[str, int]) -> dict[str, int]:
                while (now := await seen()) == before:
                    await asyncio.sleep(0.01)
                return now

            first = await seen()
            answering.set_result(loaded)
            second = await next_after(first)
            engine.trouble = None
            return [first, second, await next_after(second)]

    assert asyncio.run(asyncio.wait_for(start(), 20)) == [
        {"/": 503, "/demo.css": 503},
        {"/": 503, "/demo.css": 200},
        {"/": 200, "/demo.css": 200},
    ]
