"""What became of a question, in words: 「身代金」の質問に追加."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from knowledge.domain.field_names import FIELD_NAMES
from knowledge.examples import examples_already
from knowledge.staff.entry_links import entry_address, links_to
from knowledge.taking import IGNORED


def told(done_as: Iterable[str]) -> dict[str, str | SafeString]:
    """By what is stored in `done_as`; the entry is a link as long as there is one."""
    kept = set(done_as)
    links = links_to(value.partition(" ")[0] for value in kept)
    return {value: _told(value, links) for value in kept}


def _told(value: str, links: dict[str, SafeString]) -> str | SafeString:
    if value == IGNORED:
        return "対応しない"
    entry_id, _, field = value.partition(" ")
    return format_html("「{}」の{}に追加", links.get(entry_id, entry_id), FIELD_NAMES.get(field, field))


def still_examples(rows: QuerySet[Any]) -> SafeString:
    """Where the questions are examples, each entry a link: taking them back takes nothing out of an entry."""
    places = examples_already(rows.values_list("text", flat=True)).values()
    drafts = {place.draft.pk: place.draft.title for place in places}
    links = ((entry_address(pk), title) for pk, title in drafts.items())
    named = format_html_join("、", '「<a href="{}">{}</a>」', links)
    said = "{}には例として残っています。要らなければ、項目の画面で外してください。"
    return format_html(said, named) if drafts else SafeString("")
