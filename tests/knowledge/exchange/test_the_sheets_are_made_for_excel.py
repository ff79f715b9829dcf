import io
from typing import Any

import pytest
from openpyxl import load_workbook

from knowledge.domain.sheets.csv_writing import to_csv
from tests.knowledge.exchange.books import book_of
from tests.knowledge.samples import a_corpus, an_entry


@pytest.fixture(scope="module")
def book() -> Any:
    return load_workbook(io.BytesIO(book_of()))


def headings(sheet: Any) -> list[str]:
    return [cell.value for cell in sheet[1]]


def test_there_is_a_sheet_for_entries_one_for_questions_and_a_guide(book: Any) -> None:
    assert book.sheetnames == ["項目", "質問", "説明"]


def test_headings_are_what_the_pages_call_the_fields(book: Any) -> None:
    assert headings(book["項目"])[:5] == ["ID", "種類", "題", "別の呼び方", "答え"]
    assert headings(book["質問"]) == ["ID", "区分", "文"]


def test_an_entry_is_a_row_and_a_list_the_lines_of_a_cell(book: Any) -> None:
    row = dict(zip(headings(book["項目"]), (cell.value for cell in book["項目"][2]), strict=True))
    assert row["ID"] == "scenario.lost_device"
    assert row["種類"] == "事故の例"
    assert (
        row["支払われる費用"] == "liability.legal_damages 法律上の損害賠償金\ncost.investigation 原因・被害範囲調査費用"
    )
    assert row["補償についての話題"] == "はい"


def test_a_question_is_a_row(book: Any) -> None:
    rows = [tuple(cell.value for cell in row) for row in book["質問"].iter_rows(min_row=2)]
    assert ("scenario.lost_device", "質問", "電車にノートパソコンを置き忘れた") in rows
    assert ("scenario.lost_device", "境界の質問", "ひったくりに鞄を奪われた") in rows
    assert len(rows) == sum(len(entry.questions) + len(entry.boundary) for entry in a_corpus())


@pytest.mark.parametrize("name", ["項目", "質問"])
def test_headings_stay_in_view_and_rows_can_be_filtered(book: Any, name: str) -> None:
    sheet = book[name]
    assert sheet.freeze_panes.endswith("2")
    assert sheet.auto_filter.ref == sheet.dimensions


def test_kinds_and_roles_are_picked_from_a_list(book: Any) -> None:
    [kinds, yes_or_no] = book["項目"].data_validations.dataValidation
    assert "事故の例" in kinds.formula1
    assert yes_or_no.formula1 == '"はい,いいえ"'
    [roles] = book["質問"].data_validations.dataValidation
    assert roles.formula1 == '"質問,境界の質問,境界の言葉,別の項目の質問"'


def test_cells_are_texts_so_that_excel_changes_nothing_that_is_typed(book: Any) -> None:
    assert {cell.number_format for row in book["質問"].iter_rows(min_row=2) for cell in row} == {"@"}


def test_the_guide_names_every_column(book: Any) -> None:
    told = " ".join(str(cell.value) for cell in book["説明"]["A"])
    assert [heading for heading in headings(book["項目"]) if heading not in told] == []


@pytest.mark.parametrize("encoding", ["utf-8", "cp932"])
def test_excel_takes_no_csv_file_for_another_format(encoding: str) -> None:
    data = to_csv([an_entry()], {}, encoding)
    assert not data.startswith(b"ID")
    assert data.startswith(b"\xef\xbb\xbf") == (encoding == "utf-8")
    assert b"\r\n" in data
