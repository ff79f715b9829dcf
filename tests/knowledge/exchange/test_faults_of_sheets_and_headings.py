from typing import Any

from openpyxl import Workbook

from knowledge.domain.sheets.workbook_reading import read_workbook
from tests.knowledge.exchange.books import edited, said_of, said_of_edit, saved


def test_every_missing_sheet_is_named() -> None:
    book = Workbook()
    book.worksheets[0].title = "Sheet1"
    assert said_of(saved(book)) == [
        "知識.xlsx: シート「項目」がありません。書き出したファイルの形で書いてください",
        "知識.xlsx: シート「質問」がありません。書き出したファイルの形で書いてください",
    ]


def test_entries_are_not_blamed_for_the_missing_sheet_of_questions() -> None:
    def edit(book: Any) -> None:
        del book["質問"]

    assert said_of_edit(edit) == ["知識.xlsx: シート「質問」がありません。書き出したファイルの形で書いてください"]


def test_questions_are_not_blamed_for_the_missing_sheet_of_entries() -> None:
    def edit(book: Any) -> None:
        del book["項目"]

    assert said_of_edit(edit) == ["知識.xlsx: シート「項目」がありません。書き出したファイルの形で書いてください"]


def test_every_missing_column_is_named_once_and_no_row_is_blamed_for_it() -> None:
    def edit(book: Any) -> None:
        book["項目"].delete_cols(3)  # 題
        book["質問"].delete_cols(2)  # 区分

    assert said_of_edit(edit) == [
        "「項目」!A1: 「題」の列がありません。1行目に見出しを加えてください",
        "「質問」!A1: 「区分」の列がありません。1行目に見出しを加えてください",
    ]


def test_rows_are_read_on_when_the_id_is_missing() -> None:
    def edit(book: Any) -> None:
        book["項目"]["E3"] = "全額お支払いします。"
        book["項目"].delete_cols(1)

    assert said_of_edit(edit) == [
        "「項目」!A1: 「ID」の列がありません。1行目に見出しを加えてください",
        "「項目」!D3: 答え: 支払いを約束する言葉「全額」は使えません",
    ]


def test_an_unknown_column_is_named_with_what_may_be_meant() -> None:
    def edit(book: Any) -> None:
        book["項目"]["E1"] = "答"
        book["項目"]["N1"] = "メモ"

    assert said_of_edit(edit) == [
        "「項目」!A1: 「答え」の列がありません。1行目に見出しを加えてください",
        "「項目」!E1: 「答」という列はありません。「答え」のことでしたら、直してください",
        "「項目」!N1: 「メモ」という列はありません。見出しを直すか、列を削除してください",
    ]


def test_a_heading_that_is_no_text_is_named() -> None:
    def edit(book: Any) -> None:
        book["項目"]["N1"] = 2026

    assert said_of_edit(edit) == ["「項目」!N1: 見出しが文字ではありません。書き直すか、列を削除してください"]


def test_a_column_that_stands_twice_is_named_with_the_other() -> None:
    def edit(book: Any) -> None:
        book["質問"]["D1"] = "文"

    assert said_of_edit(edit) == [
        "「質問」!D1: 「文」の列が二つあります(C1 にもあります)。一つにしてください".replace("C1", "「質問」!C1")
    ]


def test_what_is_written_beside_the_table_is_not_lost_in_silence() -> None:
    def edit(book: Any) -> None:
        book["質問"]["F7"] = "山田さんに確認"

    assert said_of_edit(edit) == [
        "「質問」!F7: 見出しのない列に書かれています。1行目に見出しを書くか、列を削除してください"
    ]


def test_a_title_above_the_headings_is_no_heading() -> None:
    def edit(book: Any) -> None:
        book["質問"].insert_rows(1)

    [fault] = said_of_edit(edit)
    assert fault.startswith("「質問」!A1: 1行目に見出しがありません。次の見出しを書いてください: ID、区分、文")


def test_every_merged_range_is_named() -> None:
    def edit(book: Any) -> None:
        book["項目"].merge_cells("C2:C3")
        book["質問"].merge_cells("A5:A9")

    said = said_of_edit(edit)
    assert "「項目」!C2:C3: セルが結合されています。結合を解除し、一つずつ書いてください" in said
    assert "「質問」!A5:A9: セルが結合されています。結合を解除し、一つずつ書いてください" in said


def test_headings_may_stand_in_any_order_and_width() -> None:
    def edit(book: Any) -> None:
        sheet = book["質問"]
        for row in sheet.iter_rows():
            row[0].value, row[2].value = row[2].value, row[0].value
        sheet["C1"] = " ＩＤ "

    assert said_of_edit(edit) == []


def test_sheets_that_are_not_read_are_told() -> None:
    def edit(book: Any) -> None:
        book.create_sheet("項目 (2)")["A1"] = "控え"

    assert read_workbook("知識.xlsx", edited(edit)).passed_over == ("項目 (2)",)


def test_sorted_rows_and_empty_rows_between_them_change_nothing() -> None:
    def edit(book: Any) -> None:
        book["項目"].insert_rows(4, 3)
        book["質問"].insert_rows(2)
        book["項目"]["C5"] = "　"

    assert said_of_edit(edit) == []


def test_a_sheet_with_headings_alone_is_told() -> None:
    def edit(book: Any) -> None:
        book["項目"].delete_rows(2, 100)
        book["質問"].delete_rows(2, 100)

    assert said_of_edit(edit) == ["知識.xlsx: 項目が1件もありません。書き出したファイルの形で書いてください"]
