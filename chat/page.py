"""The widget's own files and the demo page, read once and served from memory."""

import hashlib
from functools import cache
from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

FOLDER = Path(__file__).parent / "widget"
TYPES = {".js": "text/javascript", ".css": "text/css", ".html": "text/html"}


@cache
def _files() -> dict[str, tuple[bytes, str, str]]:
    """name -> (content, content type, entity tag), for the files that are there and no others."""
    read = {path.name: path.read_bytes() for path in FOLDER.iterdir() if path.suffix in TYPES}
    return {
        name: (content, f"{TYPES[Path(name).suffix]}; charset=utf-8", quote_etag(hashlib.md5(content).hexdigest()))
        for name, content in read.items()
    }


@require_safe
async def file(request: HttpRequest, name: str) -> HttpResponse:
    """One of the widget's files; unchanged ones cost a 304."""
    if name not in _files():
        raise Http404
    content, content_type, tag = _files()[name]
    response = HttpResponse(content, content_type=content_type)
    response["ETag"] = tag
    response["Cache-Control"] = "public, max-age=60"
    return get_conditional_response(request, etag=tag, response=response) or response


@require_safe
async def no_icon(request: HttpRequest) -> HttpResponse:
    return HttpResponse(status=204)
