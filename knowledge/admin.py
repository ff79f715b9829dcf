"""First staff pages: what visitors asked in vain, and which release is live. Read only."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from knowledge.models import Activation, ClarifiedQuestion, UnansweredQuestion

if TYPE_CHECKING:
    _ModelAdmin = admin.ModelAdmin[Model]
else:
    _ModelAdmin = admin.ModelAdmin


class ReadOnly(_ModelAdmin):
    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(UnansweredQuestion)
class UnansweredQuestionAdmin(ReadOnly):
    list_display = ("text", "verdict", "nearest", "count", "last_at")
    list_filter = ("verdict", "nearest")
    search_fields = ("text",)


@admin.register(ClarifiedQuestion)
class ClarifiedQuestionAdmin(ReadOnly):
    list_display = ("text", "entry_id", "count", "last_at")
    list_filter = ("entry_id",)
    search_fields = ("text",)


@admin.register(Activation)
class ActivationAdmin(ReadOnly):
    list_display = ("release", "by", "at")
