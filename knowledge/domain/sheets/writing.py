"""Entries as rows of cells, the same for every kind of file."""

from collections.abc import Iterable, Iterator, Mapping

from knowledge.domain.faults import Fault
from knowledge.domain.field_names import FIELD_NAMES
from knowledge.domain.kind_names import KIND_NAMES
from knowledge.domain.schema import Entry
from knowledge.domain.sheets.columns import (
    CSV_FIELDS,
    ENTRY_FIELDS,
    ENTRY_ROW,
    LISTS,
    NO,
    REFERENCES,
    ROLE,
    ROLES,
    TEXT,
    YES,
)
from knowledge.domain.sheets.spreadsheet import LONGEST_CELL
from knowledge.domain.sheets.table_files import Value
from knowledge.domain.sheets.text import Holds, cp932, everything, to_cell, to_lines

Titles = Mapping[str, str]
"""Of entries, by id: shown beside an id for the reader's sake, and not read again."""


def entry_row(entry: Entry, titles: Titles, holds: Holds = everything) -> list[Value]:
    """The cells under ENTRY_FIELDS."""
    return [_cell(entry, name, titles, holds) for name in ENTRY_FIELDS]


def question_rows(entry: Entry, holds: Holds = everything) -> Iterator[list[Value]]:
    """The cells under QUESTION_FIELDS, a row a question."""
    for role in ROLES:
        for text in getattr(entry, role):
            yield [entry.id, FIELD_NAMES[role], to_cell(text, holds)]


def csv_rows(entries: Iterable[Entry], titles: Titles, holds: Holds = everything) -> Iterator[list[Value]]:
    """The cells under CSV_FIELDS: each entry's row, then its questions'."""
    for entry in entries:
        entry_id, *rest = entry_row(entry, titles, holds)
        yield [ENTRY_ROW, entry_id, None, *rest]
        for entry_id, role, text in question_rows(entry, holds):
            yield [role, entry_id, text, *[None] * (len(CSV_FIELDS) - len((ROLE, entry_id, TEXT)))]


def too_long(entries: Iterable[Entry], titles: Titles) -> list[Fault]:
    """Lists of which Excel would drop the end, as it keeps only so much of a cell."""
    message = "多すぎて Excel のセルに入りません。項目を分けるか、YAML で書き出してください"
    return [
        Fault(entry.id, 0, f"{FIELD_NAMES[name]}: {message}")
        for entry in entries
        for name in (*LISTS, *REFERENCES)
        if len(str(_cell(entry, name, titles, cp932))) > LONGEST_CELL
    ]


def _cell(entry: Entry, name: str, titles: Titles, holds: Holds) -> Value:
    value = getattr(entry, name)
    match name:
        case _ if name in LISTS:
            return to_lines(value, holds)
        case "kind":
            return KIND_NAMES[entry.kind]
        case "about_coverage":
            return YES if value else NO
        case _ if name in REFERENCES:
            return to_lines((f"{target} {_on_one_line(titles.get(target, ''))}".strip() for target in value), holds)
    return to_cell(value, holds) if isinstance(value, str) else value  # type: ignore[no-any-return]


def _on_one_line(title: str) -> str:
    return " ".join(title.split())
