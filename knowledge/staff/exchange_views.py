"""Taking the knowledge out as files and in again: always by way of a page that tells what would change."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.views.decorators.http import require_POST

from knowledge import uploads
from knowledge.domain.faults import CorpusError
from knowledge.domain.sheets.table_files import BOM, csv_text
from knowledge.importing import DraftsChanged, Imported
from knowledge.models import Draft, Upload
from knowledge.staff import exchange_download, exchange_page
from knowledge.staff.exchange_log import apply_and_log

EXPORT, IMPORT, REMOVE = ("view_draft",), ("view_draft", "add_draft", "change_draft"), "knowledge.delete_draft"


def urls(admin_site: AdminSite) -> list[URLPattern]:
    """To stand before the other addresses of the drafts' admin."""
    pages = _Pages(admin_site)

    def view(function: Callable[..., HttpResponse], *permissions: str) -> Callable[..., HttpResponse]:
        def allowed(request: HttpRequest, **arguments: Any) -> HttpResponse:
            if not request.user.has_perms([f"knowledge.{code}" for code in permissions]):
                raise PermissionDenied
            return function(request, **arguments)

        return admin_site.admin_view(allowed)

    return [
        path("exchange/", view(pages.start, *EXPORT), name="knowledge_draft_exchange"),
        path("exchange/export/<str:form>/", view(pages.export, *EXPORT), name="knowledge_draft_export"),
        path("exchange/upload/", view(require_POST(pages.upload), *IMPORT), name="knowledge_draft_upload"),
        path("exchange/<int:pk>/", view(pages.look, *IMPORT), name="knowledge_draft_import"),
        path("exchange/<int:pk>/faults/", view(pages.faults, *IMPORT), name="knowledge_draft_import_faults"),
        path("exchange/<int:pk>/again/", view(require_POST(pages.again), *IMPORT), name="knowledge_draft_import_again"),
        path("exchange/<int:pk>/apply/", view(require_POST(pages.apply), *IMPORT), name="knowledge_draft_import_apply"),
        path("exchange/<int:pk>/drop/", view(require_POST(pages.drop), *IMPORT), name="knowledge_draft_import_drop"),
    ]


class _Pages:
    def __init__(self, admin_site: AdminSite) -> None:
        self.site = admin_site

    def start(self, request: HttpRequest) -> HttpResponse:
        uploads.forget_old()
        return self._page(request, "start", "取り込み・書き出し", exchange_page.start(request))

    def export(self, request: HttpRequest, form: str) -> HttpResponse:
        """The file; or a page that tells why there is none, or what it cannot hold."""
        scope = request.GET.get("scope", "")
        try:
            lost = exchange_download.lost(form, scope) if "anyway" not in request.GET else []
            if not lost:
                return exchange_download.download(form, scope)
        except CorpusError as error:
            context = {**exchange_page.start(request), "export_faults": error.faults}
            return self._page(request, "start", "取り込み・書き出し", context, status=409)
        return self._page(request, "lost", "書けない文字があります", {"lost": lost, "form": form, "scope": scope})

    def upload(self, request: HttpRequest) -> HttpResponse:
        file = request.FILES.get("file")
        if not isinstance(file, UploadedFile):
            messages.error(request, "取り込むファイルを選んでください。")
            return HttpResponseRedirect(reverse("admin:knowledge_draft_exchange"))
        scope = exchange_page.known_scope(request.POST.get("scope", ""))
        return _to(uploads.look_at(request.user, file.name or "", uploads.bytes_of(file), scope))  # type: ignore[arg-type]

    def look(self, request: HttpRequest, pk: int) -> HttpResponse:
        upload = _mine(request, pk)
        may_remove = request.user.has_perm(REMOVE)
        context = exchange_page.difference(upload, request.GET.get("p", "1"), may_remove)
        return self._page(request, "difference", f"「{upload.name}」の確認", context)

    def faults(self, request: HttpRequest, pk: int) -> HttpResponse:
        """All faults as a file, to be worked through beside the workbook."""
        upload = _mine(request, pk)
        found = uploads.plan_of(upload).faults
        rows = ((f"{fault.place}:{fault.line}" if fault.line else fault.place, fault.message) for fault in found)
        text = BOM + csv_text(("場所", "直すところ"), exchange_download.harmless(rows))
        return exchange_download.attachment(text.encode(), f"誤りの一覧_{upload.name}.csv", "text/csv; charset=utf-8")

    def again(self, request: HttpRequest, pk: int) -> HttpResponse:
        upload = _mine(request, pk)
        uploads.look_again(upload)
        return _to(upload)

    def apply(self, request: HttpRequest, pk: int) -> HttpResponse:
        upload = _mine(request, pk)
        remove = "remove" in request.POST
        if remove and not request.user.has_perm(REMOVE):
            raise PermissionDenied
        try:
            done = apply_and_log(uploads.plan_of(upload), request.user, remove)  # type: ignore[arg-type]
        except CorpusError:
            return _to(upload)
        except DraftsChanged as changed:
            titles = dict(Draft.objects.filter(entry_id__in=changed.ids[:5]).values_list("entry_id", "title"))
            named = "、".join(f"「{titles.get(i, i)}」" for i in changed.ids[:5])
            more = f"など{len(changed.ids)}件" if len(changed.ids) > 5 else ""
            messages.error(
                request,
                f"取り込みませんでした。確かめたあとに、{named}{more}が変更されました。もう一度確かめてください。",
            )
            return _to(upload)
        upload.delete()
        messages.success(request, _told(done))
        return HttpResponseRedirect(reverse("admin:knowledge_draft_changelist"))

    def drop(self, request: HttpRequest, pk: int) -> HttpResponse:
        _mine(request, pk).delete()
        messages.info(request, "取り込みをやめました。何も変わっていません。")
        return HttpResponseRedirect(reverse("admin:knowledge_draft_exchange"))

    def _page(
        self, request: HttpRequest, template: str, title: str, context: dict[str, Any], status: int = 200
    ) -> HttpResponse:
        shown = {**self.site.each_context(request), "is_nav_sidebar_enabled": False, "title": title, **context}
        return TemplateResponse(request, f"admin/knowledge/exchange/{template}.html", shown, status=status)


def _mine(request: HttpRequest, pk: int) -> Upload:
    """Nobody imports what another has looked at."""
    return get_object_or_404(Upload.objects.defer("content"), pk=pk, owner=request.user)


def _to(upload: Upload) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("admin:knowledge_draft_import", args=[upload.pk]))


def _told(done: Imported) -> str:
    counts = f"追加{len(done.added)}件、変更{len(done.changed)}件、削除{len(done.removed)}件"
    prepare = reverse("admin:knowledge_release_prepare")
    return format_html('取り込みました({})。訪問者に見せるには<a href="{}">公開</a>してください。', counts, prepare)
