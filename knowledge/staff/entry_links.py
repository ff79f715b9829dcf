"""Links to the pages of entries, by title."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from knowledge.models import Draft


def links_to(ids: Iterable[str]) -> dict[str, SafeString]:
    """By id, a link named after the entry that opens beside this page; none for an entry that is gone."""
    rows = Draft.objects.filter(entry_id__in=set(ids)).values_list("entry_id", "pk", "title")
    return {
        entry_id: format_html('<a href="{}" target="_blank">{}</a>', entry_address(pk), title)
        for entry_id, pk, title in rows
    }


def entry_address(pk: int) -> str:
    return reverse("admin:knowledge_draft_change", args=[pk])
