"""What the tests' visitors and staff have sent to the started stack, so that its logs can be searched for all of it."""

import json
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import parse_qs, quote

import httpx
from playwright.sync_api import BrowserContext, Request

from web.environment import ROOT

SAID: set[str] = set()
OF_STAFF = ("password", "note", "q", "reason")
"""Fields of the staff pages in which people write."""
FEWEST_ASCII = 8
"""A shorter word of ASCII may stand in a log line for another reason."""
ENTRIES = {file.stem for file in (ROOT / "knowledge" / "entries").glob("*.yml")}
"""Their ids, which staff search for, may stand in a log: an answer names its entry."""
OURS = ("見込み客の配信先", "データベースを")
"""How the lines begin that deliver prints in Japanese."""


def heard(texts: Iterable[str]) -> None:
    SAID.update({text.strip() for text in texts if _tells(text.strip())} - ENTRIES)


def by_client(request: httpx.Request) -> None:
    """A hook of httpx: what it is about to send."""
    heard(_sent(request.content, request.headers.get("Authorization", "")))


def by_browser(context: BrowserContext) -> BrowserContext:
    """The context, all of whose pages are listened to."""
    context.on("request", _by_page)
    return context


def _by_page(request: Request) -> None:
    body = request.post_data or ""
    if request.method == "POST" and "/api/" in request.url:
        heard(_sent(body.encode(), request.headers.get("authorization", "")))
    elif request.method == "POST":
        heard(_fields(body))
    heard(_fields(request.url.partition("?")[2]))


def _sent(body: bytes, authorization: str) -> Iterator[str]:
    yield authorization.removeprefix("Bearer ")
    try:
        given = json.loads(body or b"{}")
    except (ValueError, RecursionError):
        return
    if isinstance(given, dict):
        yield from (given[name] for name in ("text", "resume") if isinstance(given.get(name), str))


def _fields(encoded: str) -> Iterator[str]:
    try:
        for name, values in parse_qs(encoded).items():
            if name in OF_STAFF or "password" in name:
                yield from values
    except ValueError:  # a file was sent
        return


def leaves(value: Any) -> Iterator[str]:
    """Every text in a value of JSON."""
    if isinstance(value, str):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from leaves(part)


def _tells(text: str) -> bool:
    return len(text) >= FEWEST_ASCII if text.isascii() else len(text) > 1


def found_in(log: str) -> list[str]:
    """Of all that was said, what stands in this log: as it is, or as JSON, Python or an address escape it."""
    log = "\n".join(line for line in log.splitlines() if not line.startswith(OURS))
    return sorted(text for text in SAID if any(way in log for way in _ways(text)))


def _ways(text: str) -> tuple[str, ...]:
    escaped = (json.dumps(text)[1:-1], repr(text)[1:-1], text.encode("unicode_escape").decode())
    return text, *escaped, quote(text, errors="surrogatepass")
