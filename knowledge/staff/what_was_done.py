"""What became of a question, in words: 「身代金」の質問に追加."""

from collections.abc import Iterable

from django.utils.html import format_html
from django.utils.safestring import SafeString

from knowledge.domain.field_names import FIELD_NAMES
from knowledge.staff.entry_links import links_to
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
