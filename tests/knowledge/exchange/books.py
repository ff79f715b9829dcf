"""Workbooks as staff have them: exported, then edited in Excel; and what is said about them."""

import zipfile
from collections.abc import Callable, Iterable
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook

from knowledge.domain.schema import Entry
from knowledge.domain.sheets.csv_reading import read_csv
from knowledge.domain.sheets.workbook_reading import read_workbook
from knowledge.domain.sheets.workbook_writing import to_workbook
from tests.knowledge.samples import a_corpus

Edit = Callable[[Any], None]
"""Of an openpyxl workbook."""


def book_of(entries: Iterable[Entry] | None = None) -> bytes:
    """The entries (the small corpus) as exported."""
    found = list(entries or a_corpus())
    return to_workbook(found, {entry.id: entry.title for entry in found})


def edited(edit: Edit, entries: Iterable[Entry] | None = None) -> bytes:
    book = load_workbook(BytesIO(book_of(entries)))
    edit(book)
    return saved(book)


def saved(book: Workbook) -> bytes:
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def with_member(data: bytes, name: str, content: bytes | Callable[[bytes], bytes]) -> bytes:
    """The archive with one member added, or replaced by what is made of it."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
        new.writestr(name, content if isinstance(content, bytes) else content(old.read(name)))
    return out.getvalue()


def said_of(data: bytes, name: str = "知識.xlsx") -> list[str]:
    """The faults of a workbook, as staff read them."""
    return [str(fault) for fault in read_workbook(name, data).faults]


def said_of_edit(edit: Edit) -> list[str]:
    """The faults of the small corpus' workbook after this edit."""
    return said_of(edited(edit))


def said_of_csv(data: bytes, name: str = "知識.csv") -> list[str]:
    return [str(fault) for fault in read_csv(name, data).faults]
