"""The addresses of the widget and of the demo page."""

from django.http import HttpRequest, HttpResponse

from chat import page_files
from chat.endpoint import api


@api("GET", "HEAD")
async def file(request: HttpRequest, name: str) -> HttpResponse:
    return page_files.answer(request, name)


@api("GET", "HEAD")
async def no_icon(request: HttpRequest) -> HttpResponse:
    return HttpResponse(status=204)
