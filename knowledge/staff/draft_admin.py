"""The pages of the entries: list, edit, try, exchange."""

from typing import TYPE_CHECKING

from django.contrib import admin

from knowledge.models import Draft

if TYPE_CHECKING:
    _ModelAdmin = admin.ModelAdmin[Draft]
else:
    _ModelAdmin = admin.ModelAdmin


@admin.register(Draft)
class DraftAdmin(_ModelAdmin):
    list_display = ("title", "entry_id", "updated_at", "updated_by")
