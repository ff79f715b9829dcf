"""Every route of the URL configuration, and an address of it under which something exists."""

import re
from collections.abc import Iterator
from functools import cache

from django.apps import apps
from django.urls import URLPattern, URLResolver, get_resolver

from knowledge.models import Candidate, Proposal, Upload
from leads.models import Delivery, Lead

MODEL = re.compile(r"^/staff/(\w+)/(\w+)/<(?:path:object_id|id|int:pk)>")
WORDS = {"<str:form>": "csv", "<str:message_id>": "00000000-0000-4000-8000-000000000007", "<int:number>": "1"}


@cache
def routes() -> list[str]:
    """As Django writes them: /staff/leads/lead/<path:object_id>/change/"""
    return sorted(set(_routes(get_resolver().url_patterns)))


def _routes(patterns: list[URLPattern | URLResolver], prefix: str = "/") -> Iterator[str]:
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _routes(pattern.url_patterns, route)
        else:
            yield route


def address_of(route: str) -> str:
    """Its arguments filled in with what tests.access.world has made."""
    known = {
        "/staff/knowledge/draft/exchange/<int:pk>": Upload,
        "/staff/knowledge/release/propose/<int:pk>": Candidate,
        "/staff/knowledge/release/proposal/<int:pk>": Proposal,
    }
    for start, model in known.items():
        if route.startswith(start):
            route = route.replace("<int:pk>", str(model.objects.order_by("pk")[0].pk))  # type: ignore[attr-defined]
    if "<uuid:delivery>" in route:
        route = route.replace("<uuid:delivery>", str(Delivery.objects.get().pk))
    if found := MODEL.match(route):
        first = apps.get_model(*found.groups())._default_manager.order_by("pk").first()
        assert first is not None, f"tests.access.world makes no {found[2]}"
        route = re.sub(r"<(path:object_id|id|int:pk)>", str(first.pk), route)
    for argument, word in WORDS.items():
        route = route.replace(argument, word)
    if route.startswith("/staff/r/"):
        return f"/staff/r/{_content_type_of(Lead)}/{Lead.objects.get().pk}/"
    if route.startswith("/staff/^(?P<app_label>"):
        return "/staff/leads/"
    if route.startswith("/staff/(?P<url>"):
        return "/staff/nowhere/"
    assert not re.search(r"[<^$?]", route), f"tests.access.routes cannot fill in {route}"
    return route


def _content_type_of(model: type) -> int:
    found = apps.get_model("contenttypes", "ContentType").objects.get_for_model(model)
    return int(found.pk)
