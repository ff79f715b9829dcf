"""Entries as a CSV file: one table, so that it opens in Excel with a double click and is saved again in one step.

Two files in a ZIP would have to be unpacked, opened one by one and packed again; the sheets of a workbook serve better
whom one table does not."""

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.domain.schema import Entry
from knowledge.domain.sheets.columns import CSV_FIELDS, HEADINGS
from knowledge.domain.sheets.grid import address
from knowledge.domain.sheets.table_files import BOM, csv_text
from knowledge.domain.sheets.text import cp932, everything, unwritable
from knowledge.domain.sheets.writing import Titles, csv_rows


@dataclass(frozen=True)
class Lost:
    """A cell that cp932 cannot hold as it is, with the characters."""

    place: str
    entry_id: str
    characters: str


def to_csv(entries: Sequence[Entry], titles: Titles, encoding: str) -> bytes:
    """encoding: utf-8 (with the mark by which Excel knows it) or cp932, in which what it cannot hold is written as
    〔U+1F363〕 and read again as what it was."""
    holds = cp932 if encoding == "cp932" else everything
    text = csv_text([HEADINGS[name] for name in CSV_FIELDS], csv_rows(entries, titles, holds))
    return text.encode("cp932") if encoding == "cp932" else (BOM + text).encode()


def lost_in_cp932(entries: Sequence[Entry], titles: Titles) -> list[Lost]:
    """Every cell with a character that cp932 has not."""
    found = []
    for number, row in enumerate(csv_rows(entries, titles), 2):
        for column, cell in enumerate(row, 1):
            if isinstance(cell, str) and (characters := unwritable(cell, cp932)):
                found.append(Lost(address("", number, column), str(row[1]), "".join(characters)))
    return found
