"""The buttons below the questions: what they do, and what staff are told of it. What could not be taken stays open."""

from typing import Any

from django.contrib import messages
from django.contrib.admin import site
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from knowledge import editing, taking
from knowledge.domain.field_names import FIELD_NAMES
from knowledge.examples import FIELDS, Gone, Place
from knowledge.models import Draft
from knowledge.staff import new_entry
from knowledge.staff.entry_by_title import Several, entry_called
from knowledge.staff.entry_links import entry_address

IGNORE, NEW, OUTSIDE = "ignore", "new", "outside"
LATE = "選んだ質問には、ほかの人がすでに対応していました。"
TOLD = 5
"""Questions told one by one of those that could not be taken."""


def respond(request: HttpRequest, rows: QuerySet[Any], back: str) -> HttpResponse:
    """Do what the pressed button (`as`) says with the rows, and return to the list."""
    wanted = request.POST.get("as", "")
    if not rows.exists():
        messages.warning(request, "質問が選ばれていません。左の欄で選んでから、もう一度押してください。")
    elif wanted == IGNORE:
        if count := taking.ignore(rows, request.user.get_username()):
            messages.success(request, f"{count}件を「対応しない」にしました。「対応済み」から戻せます。")
        else:
            messages.info(request, LATE)
    elif wanted == NEW:
        return new_entry.begin(request, rows)
    elif wanted in {*FIELDS, OUTSIDE}:
        return _into_an_entry(request, rows, back, wanted)
    return HttpResponseRedirect(back)


def _into_an_entry(request: HttpRequest, rows: QuerySet[Any], back: str, wanted: str) -> HttpResponse:
    if not request.user.has_perm("knowledge.change_draft"):
        raise PermissionDenied
    called = request.POST.get("outside" if wanted == OUTSIDE else "entry", "").strip()
    entry = entry_called(called)
    if isinstance(entry, Several):
        context = {"called": called, "found": entry, "rows": rows, "as": wanted, "back": back}
        context["next"] = request.POST.get("next", "")
        return _which(request, context)
    if entry is None:
        messages.warning(request, _unknown(called))
    else:
        _take(request, rows, entry, "questions" if wanted == OUTSIDE else wanted)
    return HttpResponseRedirect(back)


def _unknown(called: str) -> str:
    if not called:
        return "加える項目の題を入れてから、もう一度押してください。"
    return f"「{called}」という項目は見つかりませんでした。題の一部を入れると候補が出ます。"


def _which(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    shown = {**site.each_context(request), "is_nav_sidebar_enabled": False, "title": "どの項目に加えますか"}
    return render(request, "admin/knowledge/unansweredquestion/which_entry.html", {**shown, **context})


def _take(request: HttpRequest, rows: QuerySet[Any], entry: Draft, field: str) -> None:
    try:
        taken = taking.take(rows, entry.entry_id, field, request.user.get_username())
    except Gone:
        messages.error(request, f"「{entry.title}」は削除されています。別の項目を選んでください。")
    except editing.Conflict:
        said = "「{}」をほかの人が続けて保存しているため、加えられませんでした。少し待って、もう一度押してください。"
        messages.error(request, format_html(said, _link(entry)))
    except editing.Faulty as faulty:
        faults = format_html_join("", "<br>{}: {}", ((FIELD_NAMES[f.field], f.message) for f in faulty.faults))
        said = "「{}」に加えられませんでした。質問は一覧に残っています。{}"
        messages.error(request, format_html(said, _link(entry), faults))
    else:
        _tell(request, taken, field)


def _tell(request: HttpRequest, taken: taking.Taken, field: str) -> None:
    draft, name = taken.added.draft, FIELD_NAMES[field]
    if taken.added.new:
        said = f"訪問者の{name}{len(taken.added.new)}件を加えました。"
        LogEntry.objects.log_actions(str(request.user.pk), [draft], CHANGE, said, single_object=True)
        said = "「{}」の{}に{}件を加えました。公開すると、訪問者への答えに反映されます。"
        messages.success(request, format_html(said, _link(draft), name, len(taken.added.new)))
    if same := taken.done - len(taken.added.new):
        said = "{}件は、すでに「{}」の{}にあったので、対応済みにしました。"
        messages.info(request, format_html(said, same, _link(draft), name))
    if taken.elsewhere:
        messages.warning(request, _elsewhere(taken.elsewhere))
    if taken.late:
        messages.info(request, f"{taken.late}件は、ほかの人がすでに対応していました。")


def _elsewhere(places: dict[str, Place]) -> SafeString:
    """Which entry has each question already; they stay on the list."""
    said = ((t, _link(place.draft), FIELD_NAMES[place.field]) for t, place in list(places.items())[:TOLD])
    lines = format_html_join("", "「{}」は、すでに「{}」の{}にあります。<br>", said)
    more = f"ほか{len(places) - TOLD}件も同じです。" if len(places) > TOLD else ""
    return format_html("{}{}加えずに、一覧に残しました。", lines, more)


def _link(draft: Draft) -> SafeString:
    return format_html('<a href="{}">{}</a>', entry_address(draft.pk), draft.title)
