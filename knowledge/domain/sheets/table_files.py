"""Tables as files for Excel, made in memory: nothing is kept of them."""

import csv
import datetime
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

Value = str | int | datetime.date | None

BOM = "\ufeff"
"""Excel takes a CSV file without it for Shift_JIS."""
WIDTH = 22
"""Of a column, in characters."""
FORMATS = {str: "@", int: "#,##0", datetime.date: "yyyy-mm-dd"}
HEADING = PatternFill("solid", fgColor="DDE7F0")
FIRST_DAY = datetime.date(1900, 3, 1)
"""Excel counts days wrongly before it."""


@dataclass(frozen=True)
class Sheet:
    """A sheet of a workbook. choices: by heading, what its cells are picked from; fixed: columns that stay in view."""

    title: str
    headings: Sequence[str]
    rows: Iterable[Sequence[Value]]
    widths: Mapping[str, int] = field(default_factory=dict)
    choices: Mapping[str, Sequence[str]] = field(default_factory=dict)
    fixed: int = 1
    filtered: bool = False


def csv_text(headings: Sequence[str], rows: Iterable[Sequence[Value]]) -> str:
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(headings)
    writer.writerows(rows)
    return file.getvalue()


def to_xlsx(sheets: Iterable[Sheet]) -> bytes:
    """Every text is a text cell, whatever it looks like; characters that XML has not are dropped."""
    book = Workbook(write_only=True)
    for sheet in sheets:
        _write(book.create_sheet(sheet.title), sheet)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _write(target: Any, sheet: Sheet) -> None:
    target.freeze_panes = f"{get_column_letter(sheet.fixed + 1)}2"
    for column, heading in enumerate(sheet.headings, 1):
        target.column_dimensions[get_column_letter(column)].width = sheet.widths.get(heading, WIDTH)
    looks = {kind: _look(target, form) for kind, form in FORMATS.items()}
    target.append([_heading(target, heading) for heading in sheet.headings])
    last = 1
    for last, row in enumerate(sheet.rows, 2):  # noqa: B007 -- the last row's number is used below
        target.append([_cell(target, value, looks) for value in row])
    for heading, choices in sheet.choices.items():
        letter = get_column_letter(sheet.headings.index(heading) + 1)
        rule = DataValidation("list", formula1=f'"{",".join(choices)}"', allow_blank=True)
        rule.add(f"{letter}2:{letter}{last + 1000}")
        target.data_validations.append(rule)
    if sheet.filtered:
        target.auto_filter.ref = f"A1:{get_column_letter(len(sheet.headings))}{last}"


def _heading(target: Any, text: str) -> Cell:
    cell = WriteOnlyCell(target, text)
    cell.font, cell.fill = Font(bold=True), HEADING
    return cell


def _look(target: Any, number_format: str) -> Cell:
    cell = WriteOnlyCell(target)
    cell.alignment, cell.number_format = Alignment(vertical="top", wrap_text=True), number_format
    return cell


def _cell(target: Any, value: Value, looks: Mapping[type, Cell]) -> Cell:
    if isinstance(value, datetime.date) and value < FIRST_DAY:
        value = value.isoformat()
    if isinstance(value, str):
        value = ILLEGAL_CHARACTERS_RE.sub("", value)
    cell: Any = WriteOnlyCell(target)
    look: Any = looks[type(value) if type(value) in looks else str]
    cell._style = look._style  # setting fonts and formats cell by cell takes most of the time
    if value is not None and value != "":
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"
    return cell  # type: ignore[no-any-return]
