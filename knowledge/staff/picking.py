"""Entries picked by their title: which may be named in a field, and which of them a search finds."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from knowledge.domain.corpus import MAY_NAME
from knowledge.domain.kind_names import kind_name
from knowledge.domain.text import fold
from knowledge.models import Draft

SHOWN = 12
"""Entries offered at a time; a word or two narrow them down."""
GONE = "なくなった項目"


@dataclass(frozen=True)
class Option:
    entry_id: str
    title: str
    kind: str


@dataclass(frozen=True)
class Found:
    """The first entries that a search finds, and how many more there are."""

    field: str
    options: list[Option]
    more: int


def picked(ids: Sequence[str]) -> list[Option]:
    """In the order given; one that is gone stays visible, so that it can be taken off."""
    known = {i: Option(i, title, kind_name(kind)) for i, title, kind in _rows().filter(entry_id__in=ids)}
    return [known.get(i) or Option(i, i, GONE) for i in ids]


def search(field: str, term: str, but: Container[str] = ()) -> Found:
    """The entries that the field may name and whose titles hold every word of the term; without those in `but`."""
    words = fold(term).split()
    rows = _rows().filter(kind__in=[kind.value for kind in MAY_NAME[field]]).order_by("kind", "entry_id")
    found = [
        Option(entry_id, title, kind_name(kind))
        for entry_id, title, kind in rows
        if entry_id not in but and all(word in fold(title) for word in words)
    ]
    return Found(field, found[:SHOWN], max(len(found) - SHOWN, 0))


def _rows() -> Any:
    return Draft.objects.values_list("entry_id", "title", "kind")


class Picker(forms.Widget):
    """Checkboxes: those picked, and those that a search by title finds. Keys alone are enough."""

    template_name = "admin/knowledge/draft/picker.html"
    use_fieldset = True

    def __init__(self, field: str) -> None:
        super().__init__()
        self.field = field
        self.term = ""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        self.term = str(data.get(f"find-{name}", ""))
        values = data.getlist(name) if hasattr(data, "getlist") else data.get(name, [])
        return [str(value) for value in values]

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return False

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        ids = list(value or ())
        context = super().get_context(name, ids, attrs)
        return {**context, "picked": picked(ids), "found": search(self.field, self.term, ids), "term": self.term}


class PickField(forms.Field):
    """Ids of entries, each once, in the order picked; whether they may be named is for knowledge.editing to say."""

    def __init__(self, field: str, **options: Any) -> None:
        super().__init__(widget=Picker(field), required=False, **options)

    def to_python(self, value: Any) -> list[str]:
        return list(dict.fromkeys(value or ()))
