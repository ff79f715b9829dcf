"""A CSV file as entries: one table, in which 区分 tells the row of an entry from that of a question."""

import csv
import io

from knowledge.domain.faults import Fault
from knowledge.domain.incoming import Incoming, refused
from knowledge.domain.sheets.columns import CSV_FIELDS, ENTRY_FIELDS, ENTRY_ROW, HEADINGS, QUESTION_FIELDS, ROLE, TEXT
from knowledge.domain.sheets.grid import MOST_ENTRIES, MOST_QUESTIONS, Failed, Grid, Value
from knowledge.domain.sheets.reading import read_tables
from knowledge.domain.sheets.spreadsheet import ERRORS
from knowledge.domain.sheets.table import Line, Table, table_of
from knowledge.domain.sheets.workbook_guard import Refused, check_size
from knowledge.domain.text import fold

_SAVE_AGAIN = "Excel で「CSV UTF-8 (コンマ区切り)」として保存し直してください"


def read_csv(name: str, data: bytes) -> Incoming:
    """The entries of a CSV file in UTF-8 (with or without its mark) or cp932, with every fault of it."""
    try:
        check_size(data)
        grid, faults = _grid(decoded(data))
    except Refused as error:
        return refused(name, str(error))
    table, found = table_of(grid, CSV_FIELDS)
    entries, questions = Grid("", MOST_ENTRIES), Grid("", MOST_QUESTIONS)
    for line in table.lines():
        is_entry = fold(str(line.value(ROLE) or "")) == ENTRY_ROW
        (entries if is_entry else questions).add(line.number, line.cells)
        found += _misplaced(line, [TEXT] if is_entry else [f for f in ENTRY_FIELDS if f not in QUESTION_FIELDS])
    return read_tables(
        name,
        Table(entries, table.columns, ENTRY_FIELDS),
        Table(questions, table.columns, QUESTION_FIELDS),
        [*faults, *grid.faults(), *found, *entries.faults(), *questions.faults()],
        (),
    )


def decoded(data: bytes) -> str:
    """Raises Refused when the bytes are text in neither encoding."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refused(f"文字コードが UTF-16 です。{_SAVE_AGAIN}")
    if data.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        raise Refused("中身が Excel のブックです。名前の終わりを .xlsx にしてください")
    readable = 0
    for encoding in ("utf-8-sig", "cp932"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError as error:
            readable = max(readable, error.start)
    line = data[:readable].count(b"\n") + 1
    raise Refused(f"{line}行目に読めない文字があります。{_SAVE_AGAIN}")


def _grid(text: str) -> tuple[Grid, list[Fault]]:
    """Numbers count records, as Excel counts rows: a line break within a cell begins no row."""
    grid = Grid("", MOST_ENTRIES + MOST_QUESTIONS)
    first = text.split("\n", 1)[0]
    if "," not in first and ("\t" in first or ";" in first):
        raise Refused(f"コンマで区切られていません。{_SAVE_AGAIN}")
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    number = 0
    try:
        for number, record in enumerate(reader, 1):
            grid.add(number, {column: _value(cell) for column, cell in enumerate(record, 1) if cell.strip()})
    except csv.Error:
        message = f"ここから先が CSV として読めません(引用符の閉じ忘れ、途中で切れたファイルなど)。{_SAVE_AGAIN}"
        return grid, [Fault(f"A{number + 1}", 0, message)]
    return grid, []


def _value(cell: str) -> Value:
    return Failed(cell.strip()) if cell.strip() in ERRORS else cell


def _misplaced(line: Line, names: list[str]) -> list[Fault]:
    """What would be lost because such a row has no such cell."""
    if TEXT in names:
        remedy = "項目の行では空にしてください。質問は、区分が「質問」の行に書きます"
    else:
        remedy = "質問の行では空にしてください。ここに書いた内容は、区分が「項目」の行に書きます"
    written = [name for name in names if line.value(name) is not None]
    return [Fault(line.place(name), 0, f"{HEADINGS[name]}: {remedy}") for name in written]
