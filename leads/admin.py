"""The sales pages: the inbox, a lead's page, the exports. Nobody adds or deletes a lead by hand."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from audit.lists import listed, narrowed
from audit.recording import record
from audit.vocabulary import Did, Kind
from leads import outbox
from leads.delivery.channels import configured
from leads.domain.rows import HEADINGS, row
from leads.export import to_csv, to_xlsx
from leads.models import Delivery, Lead
from leads.staff.columns import COLUMNS, Columns
from leads.staff.filters import AgeFilter, OwnerFilter
from leads.staff.form import LeadForm
from leads.staff.page import page
from leads.staff.searching import matching
from leads.staff.titles import titles_for

if TYPE_CHECKING:
    _ModelAdmin = admin.ModelAdmin[Lead]
else:
    _ModelAdmin = admin.ModelAdmin

EXPORTS: dict[str, tuple[Callable[..., bytes], str]] = {
    "xlsx": (to_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "csv": (to_csv, "text/csv; charset=utf-8"),
}

WIDE = {"is_nav_sidebar_enabled": False}
"""The list needs the width more than the names of the other pages."""

admin.site.site_header = admin.site.site_title = "hosho スタッフ画面"


@admin.register(Lead)
class LeadAdmin(Columns, _ModelAdmin):
    form = LeadForm
    fields = ("status", "owner", "note")
    list_display = COLUMNS
    list_display_links = ("reference", "who")
    list_filter = ("grade", "kind", "status", OwnerFilter, AgeFilter)
    list_per_page = 50
    show_facets = admin.ShowFacets.ALWAYS
    ordering = ("grade", "-created_at")
    search_fields = ("reference",)
    search_help_text = "受付番号、会社名、メールアドレス、電話番号、お話の内容で探せます"

    class Media:
        css = {"all": ("leads/sales.css",)}  # noqa: RUF012

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Lead]:
        leads = super().get_queryset(request).defer("transcript")
        return leads.select_related("owner").prefetch_related("deliveries")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Searched once for a page: Django asks again for the count of each filter."""
        if not search_term.strip():
            return queryset, False
        known = request.__dict__.setdefault("leads_found", {})
        if search_term not in known:
            known[search_term] = matching(self.get_queryset(request), search_term)
        return queryset.filter(pk__in=known[search_term]), False

    def get_urls(self) -> list[URLPattern]:
        own = [
            path("export/<str:form>/", self.admin_site.admin_view(self.export), name="leads_lead_export"),
            path(
                "<int:pk>/replay/<uuid:delivery>/",
                self.admin_site.admin_view(require_POST(self.replay)),
                name="leads_lead_replay",
            ),
        ]
        return own + super().get_urls()

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        shown = {**WIDE, "title": "見込み客の一覧", "no_channel": not configured()}
        response = super().changelist_view(request, {**shown, **(extra_context or {})})
        listed(response, Kind.LEAD, "reference")
        return response

    def export(self, request: HttpRequest, form: str) -> HttpResponse:
        """The list as filtered and searched, as a file."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        if form not in EXPORTS:
            raise Http404
        write, content_type = EXPORTS[form]
        changelist: ChangeList = self.get_changelist_instance(request)
        found = list(changelist.get_queryset(request))
        references = [lead.reference for lead in found]
        record(Did.EXPORTED, Kind.LEAD, *references, count=len(found), form=form, **narrowed(changelist))
        leads = [(lead.said, lead.consented_to) for lead in found]
        titles = titles_for([said for said, _ in leads])
        name = f"leads-{timezone.localtime():%Y%m%d-%H%M}.{form}"
        return HttpResponse(
            write(HEADINGS, (row(said, titles, agreed_to) for said, agreed_to in leads)),
            content_type=content_type,
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        lead: Lead = context["original"]
        record(Did.SAW, Kind.LEAD, lead.reference)
        context |= {**WIDE, "title": f"受付番号 {lead.reference}", "subtitle": None, "lead": lead}
        context |= page(lead, request.user)
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: Lead, form: Any, change: bool) -> None:
        """Only what was changed on the page is written, over the lead as it is by now."""
        if decided := form.decided:
            current = Lead.objects.select_for_update().get(pk=obj.pk)
            for name, value in decided.items():
                setattr(current, name, value)
            current._history_user = request.user  # type: ignore[attr-defined]
            current.save(update_fields=list(decided))
            record(Did.CHANGED, Kind.LEAD, obj.reference, fields=list(decided))
        if form.cleaned_data["note"].strip() and request.user.has_perm("leads.add_note"):
            obj.notes.create(by_id=request.user.pk, text=form.cleaned_data["note"].strip())
            record(Did.NOTED, Kind.LEAD, obj.reference)

    def response_change(self, request: HttpRequest, obj: Lead) -> HttpResponse:
        messages.success(request, "保存しました。")
        return HttpResponseRedirect(request.get_full_path())

    def replay(self, request: HttpRequest, pk: int, delivery: Any) -> HttpResponse:
        """Sends a lead again that has not arrived."""
        if not (self.has_view_permission(request) and request.user.has_perm("leads.replay_delivery")):
            raise PermissionDenied
        found = Delivery.objects.filter(pk=delivery, lead=pk).first()
        if found is None:
            raise Http404
        with transaction.atomic():
            replayed = outbox.replay(found)
            if replayed:
                facts = {"channel": str(found.channel), "delivery": str(found.pk)}
                record(Did.REPLAYED, Kind.LEAD, found.lead.reference, **facts)
        if replayed:
            messages.success(request, f"{found.get_channel_display()}への配信をやり直します。")
        else:
            messages.info(request, f"{found.get_channel_display()}には配信済みです。")
        return HttpResponseRedirect(reverse("admin:leads_lead_change", args=[pk]))
