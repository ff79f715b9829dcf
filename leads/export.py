"""Tables of leads as files, made in memory: nothing is kept of them."""

import csv
import io
from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

Value = str | int | None

BOM = "\ufeff"
"""Excel takes a CSV file without it for Shift_JIS."""
WIDTH = 22
"""Of a column, in characters."""
AS_TEXT = "@"


def to_csv(headings: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(headings)
    writer.writerows(rows)
    return (BOM + file.getvalue()).encode()


def to_xlsx(headings: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """Every text is a text cell, whatever it looks like; characters that XML has not are dropped."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "見込み客"
    sheet.freeze_panes = "B2"
    for column, heading in enumerate(headings, 1):
        sheet.cell(1, column, heading).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(column)].width = WIDTH
    for line, row in enumerate(rows, 2):
        for column, value in enumerate(row, 1):
            _fill(sheet.cell(line, column), value)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _fill(cell: Cell | MergedCell, value: Value) -> None:
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    if not value and value != 0:
        return
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
        cell.data_type, cell.number_format = "s", AS_TEXT
    else:
        cell.value, cell.number_format = value, "#,##0"
