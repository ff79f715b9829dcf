"""A report on a release in words, ready for its template."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from knowledge.domain.comparison import Change, Report
from knowledge.domain.field_names import FIELD_NAMES

FEW = 40
"""Questions of one sort shown at once."""
ENTRIES = 200
"""Entries that change shown at once."""
SORTS = {
    "false_assurances": "断定してはいけないのに「掲載あり」と答えるようになる質問",
    "regressions": "誤った答えに変わる質問",
    "unfound": "この項目に届いていない新しい質問",
    "likes": "似た言い方をされると誤って答えるおそれのある質問",
    "other": "答えが変わる質問",
}
BLOCKING = ("false_assurances", "regressions")


@dataclass(frozen=True)
class Row:
    """A question that is answered otherwise."""

    title: str
    role: str
    change: Change


@dataclass(frozen=True)
class Section:
    """Questions of one sort; more: how many are not shown."""

    heading: str
    blocking: bool
    count: int
    rows: list[Row]
    more: int


@dataclass(frozen=True)
class EntryChange:
    """What becomes of an entry: 追加, 変更 (with its fields) or 削除."""

    title: str
    entry_id: str
    what: str
    fields: str = ""


def shown(report: Report, entries: Sequence[dict[str, Any]], before: Sequence[dict[str, Any]] = ()) -> dict[str, Any]:
    """The template's variables; entries: of the new release, before: of the old one, for the titles."""
    titles = {entry["id"]: entry["title"] for entry in (*before, *entries)}
    changes = list(_entry_changes(report, titles))
    return {
        "report": report,
        "entry_changes": changes[:ENTRIES],
        "more_entries": len(changes) - ENTRIES,
        "sections": [section for sort in SORTS if (section := _section(report, sort, titles)).count],
        "counts": report.counts,
    }


def _entry_changes(report: Report, titles: dict[str, str]) -> Iterable[EntryChange]:
    for entry_id in report.added:
        yield EntryChange(titles.get(entry_id, entry_id), entry_id, "追加")
    for entry_id, fields in report.changed.items():
        names = "、".join(FIELD_NAMES.get(field, field) for field in fields)
        yield EntryChange(titles.get(entry_id, entry_id), entry_id, "変更", names)
    for entry_id in report.removed:
        yield EntryChange(titles.get(entry_id, entry_id), entry_id, "削除")


def _section(report: Report, sort: str, titles: dict[str, str]) -> Section:
    changes: list[Change] = getattr(report, sort)
    count = report.counts.get(sort, len(changes))
    rows = [Row(titles.get(c.entry_id, c.entry_id), FIELD_NAMES[c.role], c) for c in changes[:FEW]]
    return Section(SORTS[sort], sort in BLOCKING, count, rows, count - len(rows))
