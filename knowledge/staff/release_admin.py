"""The pages of the releases: prepare, propose, approve, compare, roll back."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods

from audit.read_only import ReadOnly
from knowledge.models import Release
from knowledge.staff import prepare_page, release_pages

View = Callable[..., HttpResponse]
READ, WRITE, BOTH = ["GET", "HEAD"], ["POST"], ["GET", "HEAD", "POST"]
VIEW, REQUEST, APPROVE = "knowledge.view_release", "knowledge.request_release", "knowledge.approve_release"


@admin.register(Release)
class ReleaseAdmin(ReadOnly):
    """Its own pages stand in place of the admin's."""

    def get_urls(self) -> list[URLPattern]:
        def page(address: str, view: View, name: str, methods: list[str], may: str = VIEW) -> URLPattern:
            checked = require_http_methods(methods)(partial(_allowed, partial(view, self), may))
            return path(address, self.admin_site.admin_view(checked), name=f"knowledge_release_{name}")

        return [
            page("", release_pages.history, "changelist", READ),
            page("prepare/", prepare_page.show, "prepare", READ),
            page("prepare/begin/", prepare_page.begin, "begin", WRITE, REQUEST),
            page("prepare/state/", prepare_page.state, "state", READ),
            page("propose/<int:pk>/", prepare_page.propose, "propose", WRITE, REQUEST),
            page("proposal/<int:pk>/", prepare_page.proposal, "proposal", READ),
            page("proposal/<int:pk>/approve/", prepare_page.approve, "approve", WRITE, APPROVE),
            page("proposal/<int:pk>/withdraw/", prepare_page.withdraw, "withdraw", WRITE),
            page("compare/", release_pages.compare, "compare", READ),
            page("<int:number>/", release_pages.detail, "change", READ),
            page("<int:number>/activate/", release_pages.activate, "activate", BOTH, APPROVE),
        ]


def _allowed(view: View, may: str, request: HttpRequest, **arguments: Any) -> HttpResponse:
    """Only for who has the permission."""
    if not request.user.has_perm(may):
        raise PermissionDenied
    return view(request, **arguments)
