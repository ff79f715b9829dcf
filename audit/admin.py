"""The page of the auditors: the trail, narrowed down and taken away. Nobody else reads it, nobody changes it."""

from typing import Any

from django.conf import settings
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.module_loading import import_string

from audit.lists import listed, narrowed
from audit.models import Record
from audit.read_only import ReadOnly
from audit.recording import record
from audit.vocabulary import Did, Kind

AUDITOR = "auditor"
"""The group; not the permission, which a superuser would have."""
TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}
HEADINGS = ("番号", "日時", "利用者", "操作", "対象", "内容", "接続元", "連鎖値")


@admin.register(Record)
class RecordAdmin(ReadOnly):
    actions = None
    list_display = ("number", "when", "who", "did", "what", "told", "place")
    list_display_links = None
    list_filter = ("did", "kind", ("at", admin.DateFieldListFilter), ("user_name", admin.AllValuesFieldListFilter))
    date_hierarchy = "at"
    list_per_page = 100
    ordering = ("-number",)
    search_fields = ("ids", "user_name")
    search_help_text = "受付番号、項目のID、版の番号、利用者名で探せます"
    show_full_result_count = False

    class Media:
        css = {"all": ("audit/trail.css",)}  # noqa: RUF012

    @admin.display(description="日時", ordering="number")
    def when(self, row: Record) -> str:
        return f"{timezone.localtime(row.at):%Y-%m-%d %H:%M:%S}"

    @admin.display(description="利用者", ordering="user_name")
    def who(self, row: Record) -> str:
        return row.who

    @admin.display(description="対象")
    def what(self, row: Record) -> str:
        return row.objects_named

    @admin.display(description="内容")
    def told(self, row: Record) -> str:
        return row.facts_told

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.is_active and request.user.groups.filter(name=AUDITOR).exists()

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def get_urls(self) -> list[URLPattern]:
        """A row has no page of its own: all of it stands in the list."""
        view = self.admin_site.admin_view
        return [
            path("", view(self.changelist_view), name="audit_record_changelist"),
            path("export/<str:form>/", view(self.export), name="audit_record_export"),
        ]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        context = {"title": "監査記録", "is_nav_sidebar_enabled": False, **(extra_context or {})}
        response = super().changelist_view(request, context)
        listed(response, Kind.AUDIT)
        return response

    def export(self, request: HttpRequest, form: str) -> HttpResponse:
        """The list as it is narrowed down, as a file."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        if form not in TYPES:
            raise Http404
        changelist = self.get_changelist_instance(request)
        rows = [row_of(found) for found in changelist.get_queryset(request)]
        record(Did.EXPORTED, Kind.AUDIT, count=len(rows), form=form, **narrowed(changelist))
        name = f"audit-{timezone.localtime():%Y%m%d-%H%M}.{form}"
        write = import_string(settings.TABLE_WRITERS[form])
        return HttpResponse(
            write(HEADINGS, rows, "監査記録"),
            content_type=TYPES[form],
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )


def row_of(found: Record) -> tuple[str | int, ...]:
    """No cell begins with what somebody has typed, so none can be run as a formula."""
    at = timezone.localtime(found.at).isoformat(" ", "seconds")
    said = (found.get_did_display(), f"{found.get_kind_display()} {found.ids}".strip(), found.facts_told)
    return (found.number, at, found.who, *said, found.place, found.digest)
