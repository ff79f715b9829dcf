import datetime
from typing import Any

import pytest

from tests.knowledge.exchange.books import edited, said_of, said_of_edit, with_member

pytestmark = pytest.mark.slow


def cell(address: str, value: object, sheet: str = "項目") -> Any:
    def edit(book: Any) -> None:
        book[sheet][address] = value

    return edit


def test_a_formula_is_named_whatever_it_showed_last() -> None:
    assert said_of_edit(cell("C4", "=A4&B4")) == [
        "「項目」!C4: 題: 数式です。計算した結果を、値として貼り付けてください"
    ]


def test_a_formula_with_its_last_value_is_no_text_either() -> None:
    cached = b'<c r="C4" t="str"><f>A4&amp;B4</f><v>cost</v></c>'

    def put(sheet: bytes) -> bytes:
        start = sheet.index(b'<c r="C4"')
        end = sheet.index(b"</c>", start) + len(b"</c>")
        return sheet[:start] + cached + sheet[end:]

    book = with_member(edited(lambda book: None), "xl/worksheets/sheet1.xml", put)
    assert said_of(book) == ["「項目」!C4: 題: 数式です。計算した結果を、値として貼り付けてください"]


def test_formulas_in_the_questions_are_named_each() -> None:
    def edit(book: Any) -> None:
        book["質問"]["C3"] = "=C2"
        book["質問"]["A4"] = "=A3"

    assert said_of_edit(edit) == [
        "「質問」!C3: 文: 数式です。計算した結果を、値として貼り付けてください",
        "「質問」!A4: ID: 数式です。計算した結果を、値として貼り付けてください",
    ]


def test_an_id_that_is_a_formula_is_named_and_its_questions_are_without_an_entry() -> None:
    said = said_of_edit(cell("A4", '="cost."&"investigation"'))
    assert "「項目」!A4: ID: 数式です。計算した結果を、値として貼り付けてください" in said


@pytest.mark.parametrize("code", ["#N/A", "#REF!", "#VALUE!"])
def test_an_error_value_is_named(code: str) -> None:
    assert said_of_edit(cell("E3", code)) == [
        "「項目」!E3: 答え: エラー値(#N/A)です。正しい内容を書いてください".replace("#N/A", code)
    ]


def test_a_number_where_text_belongs_is_named() -> None:
    assert said_of_edit(cell("C2", 12345, "質問")) == [
        "「質問」!C2: 文: 数値になっています。セルの書式を「文字列」にして、書き直してください"
    ]


def test_a_date_where_text_belongs_is_named() -> None:
    assert said_of_edit(cell("C2", datetime.date(2026, 1, 2), "質問")) == [
        "「質問」!C2: 文: 日付や時刻になっています。セルの書式を「文字列」にして、書き直してください"
    ]


@pytest.mark.parametrize("value", ["来月", "2026-02-30", "4/1", "2026年13月1日", "あした"])
def test_no_date_where_a_date_belongs_is_named(value: str) -> None:
    assert said_of_edit(cell("L2", value)) == ["「項目」!L2: 開始日: 日付は 2026-04-01 の形で、ある日を書いてください"]


def test_a_number_where_a_date_belongs_is_named() -> None:
    assert said_of_edit(cell("M2", 46113)) == [
        "「項目」!M2: 終了日: 日付ではありません。セルの書式を「日付」にして、2026-04-01 の形で書き直してください"
    ]


def test_a_time_beside_a_date_is_named() -> None:
    assert said_of_edit(cell("L2", datetime.datetime(2026, 4, 1, 9, 30))) == [
        "「項目」!L2: 開始日: 時刻が付いています。日付だけを書いてください"
    ]


def test_an_end_before_its_start_is_named() -> None:
    def edit(book: Any) -> None:
        book["項目"]["L2"], book["項目"]["M2"] = "2026-04-01", "2026/3/31"

    assert said_of_edit(edit) == ["「項目」!M2: 終了日: 終了日が開始日(valid_from)より前です"]


@pytest.mark.parametrize("value", ["condolence", "Cost.x", "cost.見舞い", "cost.a b"])
def test_a_wrong_id_is_named_and_its_questions_are_not(value: str) -> None:
    def edit(book: Any) -> None:
        for sheet in (book["項目"], book["質問"]):
            for row in sheet.iter_rows():
                if row[0].value == "cost.investigation":
                    row[0].value = value

    said = said_of_edit(edit)
    assert "「項目」!A4: ID: id は「種類.英小文字_名前」の形で書いてください" in said
    assert not any("質問" in fault for fault in said)


def test_an_id_of_another_kind_is_named() -> None:
    assert "「項目」!A4: ID: 先頭は種類と同じ「liability.」にしてください" in said_of_edit(cell("B4", "損害賠償"))


@pytest.mark.parametrize("value", ["コスト", None])
def test_an_unknown_kind_is_named_with_those_there_are(value: str | None) -> None:
    [fault] = said_of_edit(cell("B4", value))
    assert fault.startswith("「項目」!B4: 種類: 次のどれかを書いてください: 事故の例、補償の特徴、")


def test_a_kind_may_be_written_by_its_value_too() -> None:
    assert said_of_edit(cell("B4", "cost")) == []


def test_what_is_neither_yes_nor_no_is_named() -> None:
    assert said_of_edit(cell("K2", "たぶん")) == [
        "「項目」!K2: 補償についての話題: 「はい」か「いいえ」と書いてください"
    ]


@pytest.mark.parametrize("value", [True, False, "TRUE", "いいえ", None])
def test_yes_and_no_are_taken_as_excel_has_them(value: object) -> None:
    assert said_of_edit(cell("K2", value)) == []


@pytest.mark.parametrize(("address", "heading"), [("C2", "題"), ("E2", "答え")])
def test_an_empty_cell_that_must_be_filled_is_named(address: str, heading: str) -> None:
    assert said_of_edit(cell(address, None)) == [f"「項目」!{address}: {heading}: 空にはできません"]


def test_a_missing_source_is_named() -> None:
    assert said_of_edit(cell("J2", None)) == ["「項目」!J2: 出典の見出し: 出典の見出しを書いてください"]


def test_text_that_is_too_long_is_named_with_how_long_it_may_be() -> None:
    def edit(book: Any) -> None:
        book["項目"]["E2"] = "あ" * 601
        book["項目"]["D2"] = "よいもの\n" + "長" * 1001
        book["質問"]["C2"] = "か" * 1001

    assert said_of_edit(edit) == [
        "「項目」!D2: 別の呼び方: 2行目: 長すぎます。1000文字以内にしてください",
        "「項目」!E2: 答え: 長すぎます。600文字以内にしてください",
        "「質問」!C2: 文: 長すぎます。1000文字以内にしてください",
    ]


@pytest.mark.parametrize("word", ["必ず", "確実に", "全額", "１００％"])
def test_a_promise_is_named(word: str) -> None:
    [fault] = said_of_edit(cell("F2", f"{word}お支払いします。"))
    assert fault.startswith("「項目」!F2: 判断できない範囲の説明: 支払いを約束する言葉「")


def test_the_line_of_a_wrong_reference_is_named() -> None:
    assert said_of_edit(cell("H2", "cost.investigation\n\n調査費用")) == [
        "「項目」!H2: 支払われる費用: 3行目: id は「種類.英小文字_名前」の形で書いてください"
    ]


def test_every_fault_of_a_workbook_is_named_at_once_in_reading_order() -> None:
    def edit(book: Any) -> None:
        book["項目"]["C3"] = "=B3"
        book["項目"]["E2"] = "全額お支払いします。"
        book["項目"]["K10"] = "?"
        book["質問"]["B4"] = "しつもん"
        book["質問"]["C12"] = "#N/A"
        book["項目"]["C2"] = None

    places = [fault.split(": ")[0] for fault in said_of_edit(edit)]
    assert places == ["「項目」!C2", "「項目」!E2", "「項目」!C3", "「項目」!K10", "「質問」!B4", "「質問」!C12"]
