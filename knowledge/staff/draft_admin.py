"""The pages of the entries: list, edit, try, exchange."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.views.decorators.http import require_POST

from knowledge.models import Draft
from knowledge.staff import exchange_views, try_page
from knowledge.staff.entry_columns import COLUMNS, WEAK_FIRST, Columns, DraftList
from knowledge.staff.entry_deleting import EntryDeleting
from knowledge.staff.entry_editing import EntryEditing
from knowledge.staff.entry_filters import KindFilter, StateFilter, WeakFilter, matching


@admin.register(Draft)
class DraftAdmin(Columns, EntryEditing, EntryDeleting):
    actions = None
    list_display = COLUMNS
    list_display_links = ("title",)
    list_filter = (StateFilter, WeakFilter, KindFilter)
    list_per_page = 50
    ordering = WEAK_FIRST
    search_fields = ("search_text",)
    search_help_text = (
        "題、別の呼び方、答え、質問、境界の言葉、IDから探せます。語を空白で区切ると、すべてを含む項目を探します"
    )

    class Media:
        css = {"all": ("knowledge/content.css", "knowledge/entries.css")}  # noqa: RUF012

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return DraftList

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        return matching(queryset, search_term), False

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        shown = {"is_nav_sidebar_enabled": False, "title": "項目の一覧"}
        return super().changelist_view(request, {**shown, **(extra_context or {})})

    def get_urls(self) -> list[URLPattern]:
        def view(function: Any) -> Any:
            return self.admin_site.admin_view(function)

        own = [
            path("preview/", view(require_POST(self.preview)), name="knowledge_draft_preview"),
            path("pick/", view(self.pick), name="knowledge_draft_pick"),
            path("try/", view(self.try_out), name="knowledge_draft_try"),
        ]
        return [*own, *exchange_views.urls(self.admin_site), *super().get_urls()]

    def try_out(self, request: HttpRequest) -> HttpResponse:
        """What the drafts and the live release answer to a question, side by side."""
        return try_page.respond(self, request)
