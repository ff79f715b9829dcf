"""A visitor of the public API, as the measurements need one."""

import json
import time
import urllib.error
import urllib.request
import uuid
from typing import Any

Json = dict[str, Any]


def post(url: str, body: Json, token: str | None = None) -> Json:
    """The JSON reply, whatever its status."""
    request = urllib.request.Request(url, json.dumps(body).encode(), {"Content-Type": "application/json"})
    if token:
        request.add_header("Authorization", f"Bearer {token}")
    try:
        with urllib.request.urlopen(request, timeout=30) as response:
            reply = json.load(response)
    except urllib.error.HTTPError as error:
        reply = json.load(error)
    return reply  # type: ignore[no-any-return]


def open_session(url: str) -> str:
    """A new session's token."""
    token: str = post(f"{url}/api/chat/sessions", {})["token"]
    return token


def ask(url: str, token: str, text: str) -> tuple[Json, float]:
    """The reply to one message, and how long it took in milliseconds."""
    started = time.perf_counter()
    reply = post(f"{url}/api/chat/messages", {"id": str(uuid.uuid4()), "text": text}, token)
    return reply, (time.perf_counter() - started) * 1000
