"""The history of releases: each with what it changed, two compared, an older one made live again."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from knowledge import live
from knowledge.domain.comparison import Report, entry_changes
from knowledge.domain.schema import Entry
from knowledge.models import Activation, Release
from knowledge.publishing import UnreadableRelease
from knowledge.publishing import activate as make_live
from knowledge.staff.differences import differences
from knowledge.staff.people import names_of
from knowledge.staff.prepare_page import page
from knowledge.staff.report import shown

SHOWN = 100
LIGHT = ("entries", "matcher", "report")


def history(model_admin: Any, request: HttpRequest) -> HttpResponse:
    """Every release, the latest first, and each time one went live."""
    releases = list(Release.objects.defer(*LIGHT)[:SHOWN])
    activations = list(Activation.objects.select_related("release").defer(*(f"release__{f}" for f in LIGHT))[:SHOWN])
    people = names_of(
        {r.published_by for r in releases} | {r.approved_by for r in releases} | {a.by for a in activations}
    )
    return page(
        model_admin,
        request,
        "history",
        "版の履歴",
        releases=[(r, people[r.published_by], people.get(r.approved_by, "")) for r in releases],
        activations=[(a, people[a.by]) for a in activations],
        live_number=live.live_number(),
        may_activate=request.user.has_perm("knowledge.approve_release"),
    )


def detail(model_admin: Any, request: HttpRequest, number: int) -> HttpResponse:
    """What a release changed, as it was shown before it was published."""
    release = _release(number)
    before = Release.objects.filter(number=Report.model_validate(release.report).base).first()
    people = names_of([release.published_by, release.approved_by])
    return page(
        model_admin,
        request,
        "detail",
        f"{release}の内容",
        release=release,
        by=people[release.published_by],
        approved_by=people[release.approved_by],
        **shown(Report.model_validate(release.report), release.entries, before.entries if before else ()),
    )


def compare(model_admin: Any, request: HttpRequest) -> HttpResponse:
    """Two releases, entry by entry and field by field."""
    old, new = (_release(_number(request.GET.get(name, ""))) for name in ("a", "b"))
    before, after = (_entries(release) for release in (old, new))
    report = entry_changes(before, after)
    return page(
        model_admin,
        request,
        "compare",
        f"{old}と{new}の違い",
        old=old,
        new=new,
        numbers=Release.objects.values_list("number", flat=True)[:SHOWN],
        differences=differences(report, before, after),
        report=report,
    )


def activate(model_admin: Any, request: HttpRequest, number: int) -> HttpResponse:
    """Asks once, then makes the release live."""
    release = _release(number)
    if request.method != "POST":
        current = Release.objects.filter(number=live.live_number()).first()
        report = entry_changes(_entries(current) if current else {}, _entries(release))
        told = shown(report, release.entries, current.entries if current else ())
        return page(model_admin, request, "activate", f"{release}に戻す", release=release, current=current, **told)
    try:
        make_live(number, request.user.get_username())
    except UnreadableRelease as error:
        messages.error(request, f"{error}内容を下書きに取り込んで、公開し直してください。")
    else:
        messages.success(
            request, f"{release}に戻しました。サイトの答えは2秒ほどで切り替わります。下書きは変わりません。"
        )
    return HttpResponseRedirect(reverse("admin:knowledge_release_changelist"))


def _release(number: int) -> Release:
    found = Release.objects.filter(number=number).defer("matcher").first()
    if found is None:
        raise Http404
    return found


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 10):
        raise Http404
    return int(text)


def _entries(release: Release) -> dict[str, Entry]:
    return {data["id"]: Entry.model_validate(data) for data in release.entries}
