"""The widget as one script and the demo page, read once and kept in memory; needs nothing of Django's apps."""

import gzip
import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from csp.constants import SELF
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import quote_etag

from chat.widget_script import joined

FOLDER = Path(__file__).parent / "widget"
TYPES = {".js": "text/javascript", ".css": "text/css", ".html": "text/html"}


@dataclass(frozen=True)
class File:
    content: bytes
    smaller: bytes
    """The same, gzipped."""
    content_type: str
    tag: str


@cache
def _file(name: str) -> File:
    path = FOLDER / name
    content = joined(FOLDER).encode() if name == "widget.js" else path.read_bytes()
    tag = hashlib.md5(content).hexdigest()
    return File(content, gzip.compress(content, 9, mtime=0), f"{TYPES[path.suffix]}; charset=utf-8", tag)


def answer(request: HttpRequest, name: str) -> HttpResponse:
    """One of the files a page loads; unchanged ones cost a 304."""
    found = _file(name)
    small = "gzip" in request.headers.get("Accept-Encoding", "")
    tag = quote_etag(found.tag + "-gzip" * small)
    response = HttpResponse(found.smaller if small else found.content, content_type=found.content_type)
    if small:
        response["Content-Encoding"] = "gzip"
    patch_vary_headers(response, ["Accept-Encoding"])
    response["ETag"] = tag
    response["Cache-Control"] = "public, max-age=60"
    response = get_conditional_response(request, etag=tag, response=response) or response
    if name == "widget.js":
        response["Cross-Origin-Resource-Policy"] = "cross-origin"  # anybody may load the script
    elif name == "demo.html":
        may_be_framed(response)
    return response


def may_be_framed(response: HttpResponse) -> None:
    """Those sites that may embed the widget may show this page in a frame."""
    if sites := settings.CORS_ALLOWED_ORIGINS:
        response._csp_replace = {"frame-ancestors": [SELF, *sites]}  # type: ignore[attr-defined]
        response.xframe_options_exempt = True  # type: ignore[attr-defined]  # it cannot name sites
