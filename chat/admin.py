"""The receipts of erasures: read and printed, never changed."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse

from audit.read_only import ReadOnly
from chat.models import ErasureReceipt
from chat.staff.erasing import shown


@admin.register(ErasureReceipt)
class ErasureReceiptAdmin(ReadOnly):
    list_display = ("number", "at", "by", "named", "checked")
    search_fields = ("number", "references")
    search_help_text = "控えの番号、受付番号で探せます"
    ordering = ("-at",)

    @admin.display(description="受付番号")
    def named(self, receipt: ErasureReceipt) -> str:
        return "、".join(receipt.references) or "—"

    @admin.display(description="確認の結果")
    def checked(self, receipt: ErasureReceipt) -> str:
        return receipt.result

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        return super().render_change_form(request, {**context, **shown(context["original"])}, *args, **kwargs)
