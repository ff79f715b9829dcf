from typing import Any

from knowledge.domain.sheets.workbook_reading import read_workbook
from tests.knowledge.exchange.books import book_of, said_of_edit, with_member


def test_a_question_of_an_entry_that_is_not_there_is_named() -> None:
    def edit(book: Any) -> None:
        book["質問"]["A3"] = "scenario.lost_devise"

    assert said_of_edit(edit) == [
        "「質問」!A3: ID: 「scenario.lost_devise」という項目の行がありません。綴りを確かめてください"
    ]


def test_what_a_row_of_a_question_lacks_is_named() -> None:
    def edit(book: Any) -> None:
        book["質問"].append([None, "質問", "IDのない質問"])
        book["質問"].append(["flow.inquiry", None, "区分のない質問"])
        book["質問"].append(["flow.inquiry", "質問", None])

    assert [fault.split(": ", 1)[1] for fault in said_of_edit(edit)] == [
        "ID: 空にはできません。書くか、行を削除してください",
        "区分: 次のどれかを書いてください: 質問、境界の質問、境界の言葉、別の項目の質問",
        "文: 空にはできません。書くか、行を削除してください",
    ]


def test_an_unknown_role_is_named_with_those_there_are() -> None:
    def edit(book: Any) -> None:
        book["質問"]["B2"] = "例文"

    assert said_of_edit(edit) == [
        "「質問」!B2: 区分: 次のどれかを書いてください: 質問、境界の質問、境界の言葉、別の項目の質問"
    ]


def test_an_entry_without_a_question_is_named_at_its_id() -> None:
    def edit(book: Any) -> None:
        sheet = book["質問"]
        for row in sheet.iter_rows(min_row=2):
            if row[0].value == "silent.premium":
                row[1].value = "境界の質問"

    assert said_of_edit(edit) == ["「項目」!A8: 質問が1件もありません。区分が「質問」の行を足してください"]


def test_a_question_that_stands_twice_in_an_entry_is_named_with_the_other() -> None:
    def edit(book: Any) -> None:
        sheet = book["質問"]
        sheet.append([sheet["A2"].value, "境界の質問", sheet["C2"].value])
        sheet.append([sheet["A2"].value, "質問", sheet["C2"].value])

    said = said_of_edit(edit)
    assert len(said) == 2
    assert all(fault.endswith("「質問」!C2 と同じ文です。行を一つ削除してください") for fault in said)


def test_two_rows_with_one_id_are_named() -> None:
    def edit(book: Any) -> None:
        book["項目"].append([cell.value for cell in book["項目"][2]])

    assert said_of_edit(edit) == ["「項目」!A11: ID: 「項目」!A2 と同じです。どちらか一方にしてください"]


def test_phonetic_readings_of_japanese_excel_are_no_part_of_a_text() -> None:
    """Excel keeps furigana of what was typed inside each shared string, and writes a carriage return as _x000D_."""
    strings = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>電車で紛失_x000D_\nした</t>'
        '<rPh sb="0" eb="2"><t>デンシャ</t></rPh><phoneticPr fontId="1"/></si></sst>'
    )
    declared = (
        b'<Override PartName="/xl/sharedStrings.xml" ContentType='
        b'"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
    )

    def put(sheet: bytes) -> bytes:
        start = sheet.index(b'<c r="C2"')
        end = sheet.index(b"</c>", start) + len(b"</c>")
        return sheet[:start] + b'<c r="C2" t="s"><v>0</v></c>' + sheet[end:]

    data = with_member(book_of(), "xl/worksheets/sheet2.xml", put)
    data = with_member(data, "[Content_Types].xml", lambda types: types.replace(b"</Types>", declared))
    [first, *_] = read_workbook("a.xlsx", with_member(data, "xl/sharedStrings.xml", strings.encode())).entries
    assert first.questions[0] == "電車で紛失\nした"
