"""What an import would change in an entry, said field by field and question by question."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from knowledge.domain.field_names import FIELD_NAMES
from knowledge.domain.kind_names import kind_name
from knowledge.domain.schema import Entry
from knowledge.domain.sheets.columns import ENTRY_FIELDS, NO, ROLES, YES


class FieldChange(BaseModel):
    """A field in words; lists with one item a line."""

    label: str
    before: str
    after: str


class QuestionChange(BaseModel):
    """A question that is new in its field, or gone from it."""

    label: str
    text: str
    added: bool


class EntryChange(BaseModel):
    """An entry that would become another, or be added."""

    id: str
    title: str
    fields: list[FieldChange]
    questions: list[QuestionChange]


def change(before: Mapping[str, Any], after: Mapping[str, Any]) -> EntryChange:
    """before, after: the JSON of an entry (nothing before, when it is new)."""
    names = [name for name in ENTRY_FIELDS[1:] if _shown(name, before.get(name)) != _shown(name, after.get(name))]
    fields = [
        FieldChange(label=FIELD_NAMES[n], before=_shown(n, before.get(n)), after=_shown(n, after.get(n))) for n in names
    ]
    questions = [q for role in ROLES for q in _questions(role, before.get(role) or (), after.get(role) or ())]
    return EntryChange(id=str(after["id"]), title=str(after["title"]), fields=fields, questions=questions)


def in_order_of(before: Mapping[str, Any], entry: Entry) -> Entry:
    """The entry with its questions in the order they have in `before`, new ones last: sorted rows are no change."""
    ordered = {role: _ordered(before.get(role) or (), getattr(entry, role)) for role in ROLES}
    return entry.model_copy(update=ordered)


def _ordered(before: Any, after: tuple[str, ...]) -> tuple[str, ...]:
    if Counter(before) == Counter(after):
        return tuple(before)
    places = {text: place for place, text in enumerate(before)}
    return tuple(sorted(after, key=lambda text: places.get(text, len(places))))


def _questions(role: str, before: Any, after: Any) -> list[QuestionChange]:
    old, new = Counter(before), Counter(after)
    gone = [QuestionChange(label=FIELD_NAMES[role], text=text, added=False) for text in (old - new).elements()]
    return gone + [QuestionChange(label=FIELD_NAMES[role], text=text, added=True) for text in (new - old).elements()]


def _shown(name: str, value: Any) -> str:
    if isinstance(value, list | tuple):
        return "\n".join(map(str, value))
    if name == "about_coverage":
        return NO if value is False else YES
    return kind_name(str(value)) if name == "kind" else str(value or "")
