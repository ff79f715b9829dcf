"""What is said while web loads: a page to people, a problem to programs, the widget's script in full.

By /healthz a proxy learns that another process must answer. It needs Django's settings and the middleware that sets
headers, nothing of its apps: those are being loaded."""

import base64
import hashlib
import re
from collections.abc import Awaitable, Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.handlers.asgi import ASGIRequest
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.module_loading import import_string

from chat import page_files, texts
from chat.body import Receive, Scope
from chat.gate import Gate, Send
from chat.problems import Problem

PAGE, WIDGET = "/", "/widget.js"
NOT_READY = "web is starting: it loads the live release and its encoders"
RETRY_AFTER = {"Retry-After": "2"}
_TEXT = (Path(__file__).parent / "starting.html").read_text(encoding="utf-8")


def _policy() -> dict[str, list[str]]:
    """The page is whole in itself, as nothing else of ours is: its own style and script, by their hashes."""

    def hashed(tag: str) -> list[str]:
        parts = re.findall(f"<{tag}>(.*?)</{tag}>", _TEXT, re.DOTALL)
        digests = [base64.b64encode(hashlib.sha256(part.encode()).digest()).decode() for part in parts]
        return [f"'sha256-{digest}'" for digest in digests]

    return {"script-src": hashed("script"), "style-src": hashed("style")}


_POLICY = _policy()


def page(request: HttpRequest) -> HttpResponse:
    response = HttpResponse(_TEXT, status=503, headers={**RETRY_AFTER, "Cache-Control": "no-store"})
    if request.path == PAGE:
        page_files.may_be_framed(response)
    response._csp_replace = {**getattr(response, "_csp_replace", {}), **_POLICY}  # type: ignore[attr-defined]
    return response


async def _answer(request: HttpRequest) -> HttpResponse:
    looks = request.method in ("GET", "HEAD")
    if looks and request.path == "/readyz":
        told = {"ready": False, "problems": [NOT_READY], "warnings": []}
        return JsonResponse(told, status=503, headers=RETRY_AFTER)
    if looks and request.path == WIDGET:
        return page_files.answer(request, "widget.js")
    if looks and not request.path.startswith(("/api/", "/internal/", "/healthz")):
        return page(request)
    return Problem(503, "Starting", texts.STARTING, headers=RETRY_AFTER).response()


def _with_middleware(answer: Callable[[HttpRequest], Awaitable[Any]]) -> Callable[[HttpRequest], Awaitable[Any]]:
    for path in reversed(settings.MIDDLEWARE_WITHOUT_APPS):
        answer = import_string(path)(answer)
    return answer


_answering = _with_middleware(_answer)


async def _application(scope: Scope, receive: Receive, send: Send) -> None:
    while (message := await receive()).get("more_body"):
        pass
    if message["type"] == "http.disconnect":
        return
    response: HttpResponse = await _answering(ASGIRequest(scope, BytesIO()))
    response.headers.setdefault("Content-Length", str(len(response.content)))
    headers = [(name.encode(), value.encode("latin1")) for name, value in response.items()]
    await send({"type": "http.response.start", "status": response.status_code, "headers": headers})
    await send({"type": "http.response.body", "body": response.content})


application = Gate(_application)
