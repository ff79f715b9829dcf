"""What the pages of visitors' questions share: rows are seen, taken and taken back, never written by hand."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.views.decorators.http import require_POST

from knowledge import taking
from knowledge.models import ClarifiedQuestion, RatedAnswer, UnansweredQuestion
from knowledge.staff import question_taking
from knowledge.staff.what_was_done import still_examples

if TYPE_CHECKING:
    _ModelAdmin = admin.ModelAdmin[Model]
else:
    _ModelAdmin = admin.ModelAdmin

TABS = (
    (UnansweredQuestion, "答えられなかった質問"),
    (RatedAnswer, "低い評価の回答"),
    (ClarifiedQuestion, "聞き返しの結果"),
)


class AskedAdmin(_ModelAdmin):
    """Subclasses give the page's variables. Its forms post the rows' ids, and `next`: the query of the list."""

    page_template = ""

    def page(self, request: HttpRequest) -> dict[str, Any]:
        raise NotImplementedError

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_urls(self) -> list[URLPattern]:
        """The list and what is done on it, and no more: there is no page on which a row could be edited."""
        view, name = self.admin_site.admin_view, f"knowledge_{self.opts.model_name}"
        return [
            path("", view(self.changelist_view), name=f"{name}_changelist"),
            path("take/", view(require_POST(self.take)), name=f"{name}_take"),
            path("back/", view(require_POST(self.back)), name=f"{name}_back"),
        ]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        may = request.user.has_perm
        context = {
            **self.admin_site.each_context(request),
            "is_nav_sidebar_enabled": False,
            "title": "訪問者の質問",
            "opts": self.opts,
            "tabs": self._tabs(request),
            "may_take": self.has_change_permission(request),
            "may_edit": may("knowledge.change_draft"),
            "may_add": may("knowledge.add_draft"),
            "take_url": reverse(f"admin:knowledge_{self.opts.model_name}_take"),
            "back_url": reverse(f"admin:knowledge_{self.opts.model_name}_back"),
            "next": request.GET.urlencode(),
            **self.page(request),
        }
        return TemplateResponse(request, self.page_template, context)

    def _tabs(self, request: HttpRequest) -> list[tuple[str, str, bool]]:
        """(label, address, whether it is this page), of those the user may see."""
        return [
            (label, reverse(f"admin:knowledge_{model._meta.model_name}_changelist"), model is self.model)
            for model, label in TABS
            if request.user.has_perm(f"knowledge.view_{model._meta.model_name}")
        ]

    def take(self, request: HttpRequest) -> HttpResponse:
        """Make the ticked rows examples, or whatever the pressed button says."""
        return question_taking.respond(request, self._ticked(request), self._list(request))

    def back(self, request: HttpRequest) -> HttpResponse:
        """Open again what was done."""
        rows = self._ticked(request)
        kept = still_examples(rows)
        if count := taking.take_back(rows):
            messages.success(request, format_html("{}件を一覧に戻しました。{}", count, kept))
        else:
            messages.info(request, "戻す質問はありませんでした。")
        return HttpResponseRedirect(self._list(request))

    def _ticked(self, request: HttpRequest) -> QuerySet[Any]:
        if not self.has_change_permission(request):
            raise PermissionDenied
        ids = [int(value) for value in request.POST.getlist("question") if value.isdecimal()]
        return self.model._default_manager.filter(pk__in=ids)

    def _list(self, request: HttpRequest) -> str:
        """Where the list was, filters and all."""
        query = request.POST.get("next", "")
        return reverse(f"admin:knowledge_{self.opts.model_name}_changelist") + (f"?{query}" if query else "")
