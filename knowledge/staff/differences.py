"""Two sets of entries, told field by field: what was taken away and what was put in its place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from knowledge.domain.comparison import Report
from knowledge.domain.field_names import FIELD_NAMES
from knowledge.domain.schema import Entry


@dataclass(frozen=True)
class FieldChange:
    """Of a list, the items taken away and those added; of a text, the whole before and after."""

    name: str
    gone: list[str]
    added: list[str]


@dataclass(frozen=True)
class EntryDifference:
    """what: 追加, 変更 or 削除."""

    entry: Entry
    what: str
    fields: list[FieldChange]


def differences(report: Report, before: Mapping[str, Entry], after: Mapping[str, Entry]) -> Iterator[EntryDifference]:
    """Added, changed and removed entries, in this order."""
    for entry_id in report.added:
        yield EntryDifference(after[entry_id], "追加", [])
    for entry_id, names in report.changed.items():
        old, new = before[entry_id], after[entry_id]
        fields = [_change(name, getattr(old, name), getattr(new, name)) for name in names]
        yield EntryDifference(new, "変更", fields)
    for entry_id in report.removed:
        yield EntryDifference(before[entry_id], "削除", [])


def _change(name: str, old: Any, new: Any) -> FieldChange:
    was, now = (list(value) if isinstance(value, tuple) else [value] for value in (old, new))
    gone, added = [v for v in was if v not in now], [v for v in now if v not in was]
    return FieldChange(FIELD_NAMES.get(name, name), [_text(v) for v in gone], [_text(v) for v in added])


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "はい" if value else "いいえ"
    return "(なし)" if value in (None, "") else str(value)
