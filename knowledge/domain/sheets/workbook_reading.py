"""An Excel workbook as entries."""

import warnings
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.worksheet._reader import WorkSheetParser

from knowledge.domain.faults import Fault
from knowledge.domain.incoming import Incoming, refused
from knowledge.domain.sheets.columns import ENTRY_FIELDS, ENTRY_SHEET, GUIDE_SHEET, QUESTION_FIELDS, QUESTION_SHEET
from knowledge.domain.sheets.grid import MOST_ENTRIES, MOST_QUESTIONS, Failed, Formula, Grid, Value
from knowledge.domain.sheets.reading import read_tables
from knowledge.domain.sheets.table import Table, table_of
from knowledge.domain.sheets.text import without_controls
from knowledge.domain.sheets.workbook_guard import Refused, check_workbook
from knowledge.domain.text import fold

_PARTS = {ENTRY_SHEET: (ENTRY_FIELDS, MOST_ENTRIES), QUESTION_SHEET: (QUESTION_FIELDS, MOST_QUESTIONS)}
_MOST_COLUMNS = 200
"""Read of a row: enough to name a column that does not belong there."""


def read_workbook(name: str, data: bytes) -> Incoming:
    """The entries of a workbook, with every fault of it. A broken or dangerous file is refused as a whole."""
    try:
        check_workbook(data)
        grids, passed_over = _grids(data)
    except Refused as error:
        return refused(name, str(error))
    faults: list[Fault] = []
    tables: dict[str, Table] = {}
    for sheet, (fields, _) in _PARTS.items():
        if sheet not in grids:
            faults.append(Fault(name, 0, f"シート「{sheet}」がありません。書き出したファイルの形で書いてください"))
            continue
        tables[sheet], found = table_of(grids[sheet], fields)
        faults += [*grids[sheet].faults(), *found]
    return read_tables(name, tables.get(ENTRY_SHEET), tables.get(QUESTION_SHEET), faults, passed_over)


def _grids(data: bytes) -> tuple[dict[str, Grid], tuple[str, ...]]:
    """The two sheets, and the names of the others."""
    try:
        with warnings.catch_warnings(action="ignore"):  # what it does not know of a workbook's looks is nothing to us
            book = load_workbook(BytesIO(data), read_only=True)
            sheets = {fold(sheet.title): sheet for sheet in book.worksheets if isinstance(sheet, ReadOnlyWorksheet)}
            grids = {name: _grid(name, sheets[name], most) for name, (_, most) in _PARTS.items() if name in sheets}
    except Exception as error:  # the parsers raise whatever they trip over in a broken file
        raise Refused("壊れていて読めません。Excel で開き、保存し直してください") from error
    return grids, tuple(s.title for s in sheets.values() if fold(s.title) not in {*_PARTS, GUIDE_SHEET})


def _grid(name: str, sheet: Any, most: int) -> Grid:
    """One pass over the sheet's XML. openpyxl's public ways either fill memory with every style, or, read-only, do not
    tell of merged cells and fill up the gaps of a sheet whose rows have absurd numbers."""
    grid = Grid(name, most)
    with sheet._get_source() as source:
        parser = WorkSheetParser(
            source,
            sheet._shared_strings,
            epoch=sheet.parent.epoch,
            date_formats=sheet.parent._date_formats,
            timedelta_formats=sheet.parent._timedelta_formats,
        )
        for number, row in parser.parse():
            values = ((cell["column"], _value(cell)) for cell in row[:_MOST_COLUMNS])
            grid.add(number, {column: value for column, value in values if value is not None})
    if parser.merged_cells is not None:
        grid.merged = [merged.ref for merged in parser.merged_cells.mergeCell]
    return grid


def _value(cell: dict[str, Any]) -> Value | None:
    value = cell["value"]
    match cell["data_type"]:
        case "f":
            return Formula()
        case "e":
            return Failed(str(value))
    if isinstance(value, str):
        text = without_controls(value)
        return text if text.strip() else None
    return value  # type: ignore[no-any-return]
