"""The columns of the list of entries that are more than a field, and what they need beside the rows."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import F, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from knowledge.domain.kind_names import kind_name
from knowledge.models import Draft
from knowledge.staff.people import names_of
from knowledge.staff.states import LABELS, WEAK_BELOW, period, state_of
from knowledge.templatetags.content import percent

COLUMNS = ("title", "kind_shown", "state", "questions", "boundaries", "found", "changed")
WEAK_FIRST = (F("found_share").asc(nulls_last=True), "question_count", "entry_id")
LISTED = (
    *("entry_id", "kind", "title", "question_count", "boundary_count", "digest", "live_digest", "found_share"),
    *("valid_from", "valid_until", "updated_at", "updated_by"),
)
"""All that is read for the list: the content itself would be too much of thousands."""


class DraftList(ChangeList):
    """Rows with `writer`, the name of who saved them last: one query for a page."""

    def get_queryset(self, request: HttpRequest, exclude_parameters: Any = None) -> QuerySet[Draft]:
        return super().get_queryset(request, exclude_parameters).only(*LISTED)

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        names = names_of(draft.updated_by for draft in self.result_list)
        for draft in self.result_list:
            draft.writer = names[draft.updated_by]  # type: ignore[attr-defined]


class Columns:
    @admin.display(description="種類", ordering="kind")
    def kind_shown(self, draft: Draft) -> str:
        return kind_name(draft.kind)

    @admin.display(description="状態")
    def state(self, draft: Draft) -> SafeString:
        state, ended = state_of(draft), period(draft, timezone.localdate())
        shown = format_html('<span class="state {}">{}</span>', state.value, LABELS[state])
        return format_html('{}<span class="state out">期間外({})</span>', shown, ended) if ended else shown

    @admin.display(description="質問", ordering="question_count")
    def questions(self, draft: Draft) -> int:
        return draft.question_count

    @admin.display(description="境界", ordering="boundary_count")
    def boundaries(self, draft: Draft) -> int:
        return draft.boundary_count

    @admin.display(description="見つかりやすさ", ordering=F("found_share").asc(nulls_last=True))
    def found(self, draft: Draft) -> str | SafeString:
        if draft.found_share is None:
            return "—"
        shown = percent(draft.found_share)
        return format_html('<strong class="weak">{}</strong>', shown) if draft.found_share < WEAK_BELOW else shown

    @admin.display(description="更新", ordering="-updated_at")
    def changed(self, draft: Draft) -> SafeString:
        at = timezone.localtime(draft.updated_at)
        day, writer = f"{at.year}年{at.month}月{at.day}日", getattr(draft, "writer", "")
        return format_html('<time title="{}">{}</time> {}', f"{at:%Y-%m-%d %H:%M}", day, writer)
