"""What stands in a sheet, before it means anything; and the names of its cells."""

import datetime
import re
from dataclasses import dataclass, field

from openpyxl.utils import column_index_from_string, get_column_letter

from knowledge.domain.faults import Fault
from knowledge.domain.sheets.columns import ENTRY_SHEET, QUESTION_SHEET

MOST_ENTRIES, MOST_QUESTIONS = 10_000, 300_000
"""Rows read of each sheet, without its headings."""


@dataclass(frozen=True)
class Formula:
    """A cell that is calculated, whatever Excel last showed in it."""


@dataclass(frozen=True)
class Failed:
    """A cell that shows an error: #N/A."""

    code: str


Value = str | int | float | bool | datetime.date | datetime.time | datetime.timedelta | Formula | Failed
Row = tuple[int, dict[int, Value]]
"""Its number in Excel, and its values by the number of their column, both from 1; empty cells are left out."""


@dataclass
class Grid:
    """A sheet by rows, the first apart. A CSV file has no name for it. `left_off`: rows after the `most` that are read,
    the first of which has the number `first_left_off`."""

    sheet: str
    most: int
    headings: dict[int, Value] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    left_off: int = 0
    first_left_off: int = 0

    def add(self, number: int, cells: dict[int, Value]) -> None:
        """The cells of a row with anything in them."""
        if number == 1:
            self.headings = cells
        elif cells and len(self.rows) < self.most:
            self.rows.append((number, cells))
        elif cells:
            self.left_off += 1
            self.first_left_off = self.first_left_off or number

    def faults(self) -> list[Fault]:
        """Faults of the sheet as such."""
        message = "セルが結合されています。結合を解除し、一つずつ書いてください"
        found = [Fault(_named(self.sheet, merged), 0, message) for merged in self.merged]
        if self.left_off:
            total = self.most + self.left_off
            message = f"行が多すぎます({total:,}行)。{self.most:,}行までにして、分けて取り込んでください"
            found.append(Fault(address(self.sheet, self.first_left_off, 1), 0, message))
        return found


_PLACE = re.compile(r"(?:「(.+)」!)?([A-Z]{1,3})(\d+)(?::.+)?")


def address(sheet: str, row: int, column: int) -> str:
    """「項目」!C12, or C12 where the sheet has no name."""
    return _named(sheet, f"{get_column_letter(column)}{row}")


def reading_order(fault: Fault) -> tuple[int, int, int, str, int]:
    """Sheet, row and column of a fault's place; before them what is about a file, by its name and line."""
    found = _PLACE.fullmatch(fault.place)
    if not found:
        return (-1, 0, 0, fault.place, fault.line)
    sheet, letters, row = found.groups()
    return ({ENTRY_SHEET: 1, QUESTION_SHEET: 2}.get(sheet, 0), int(row), column_index_from_string(letters), "", 0)


def _named(sheet: str, cells: str) -> str:
    return f"「{sheet}」!{cells}" if sheet else cells
