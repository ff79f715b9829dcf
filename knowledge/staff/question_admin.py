"""The pages of what visitors asked in vain and chose when asked back."""

from django.contrib import admin

from knowledge.models import ClarifiedQuestion, UnansweredQuestion
from knowledge.staff.read_only import ReadOnly


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
