import csv
import io
from collections.abc import Callable

import pytest

from knowledge.domain.sheets import csv_reading
from knowledge.domain.sheets.csv_reading import read_csv
from knowledge.domain.sheets.csv_writing import Lost, lost_in_cp932, to_csv
from tests.knowledge.exchange.books import said_of_csv
from tests.knowledge.samples import a_corpus, an_entry

Rows = list[list[str]]


def rows_of_corpus() -> Rows:
    text = to_csv(a_corpus(), {}, "utf-8").decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def written(rows: Rows, encoding: str = "utf-8-sig") -> bytes:
    file = io.StringIO(newline="")
    csv.writer(file).writerows(rows)
    return file.getvalue().encode(encoding)


def said_of_edit(edit: Callable[[Rows], object]) -> list[str]:
    rows = rows_of_corpus()
    edit(rows)
    return said_of_csv(written(rows))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_what_excel_saves_is_read_whatever_its_encoding(encoding: str) -> None:
    incoming = read_csv("知識.csv", written(rows_of_corpus(), encoding))
    assert (incoming.entries, incoming.faults) == (a_corpus(), [])


def test_the_row_of_an_entry_is_followed_by_those_of_its_questions() -> None:
    headings, first, second, *_ = rows_of_corpus()
    assert headings[:5] == ["区分", "ID", "文", "種類", "題"]
    assert first[:5] == ["項目", "scenario.lost_device", "", "事故の例", "外出先でPCや書類を紛失"]
    assert second[:5] == ["質問", "scenario.lost_device", "電車にノートパソコンを置き忘れた", "", ""]


def test_faults_are_named_with_the_cell_that_excel_shows() -> None:
    def edit(rows: Rows) -> None:
        rows[1][6] = "ことばが\n二行にわたり、必ず支払うと書く。"
        rows[2][0] = "例文"
        rows[3][1] = "scenario.nai"

    assert said_of_edit(edit) == [
        "G2: 答え: 支払いを約束する言葉「必ず」は使えません",
        "A3: 区分: 次のどれかを書いてください: 質問、境界の質問、境界の言葉、別の項目の質問",
        "B4: ID: 「scenario.nai」という項目の行がありません。綴りを確かめてください",
    ]


def test_what_stands_where_it_would_be_lost_is_named() -> None:
    def edit(rows: Rows) -> None:
        rows[1][2] = "質問をここに"
        rows[2][6] = "答えをここに"

    assert said_of_edit(edit) == [
        "C2: 文: 項目の行では空にしてください。質問は、区分が「質問」の行に書きます",
        "G3: 答え: 質問の行では空にしてください。ここに書いた内容は、区分が「項目」の行に書きます",
    ]


@pytest.mark.parametrize("code", ["#N/A", "#NAME?"])
def test_an_error_value_that_excel_saved_is_named(code: str) -> None:
    assert said_of_edit(lambda rows: rows[2].__setitem__(2, code)) == [
        f"C3: 文: エラー値({code})です。正しい内容を書いてください"
    ]


@pytest.mark.parametrize("day", ["2026/4/1", "2026-04-01", "2026/04/01 0:00", "2026年4月1日", "２０２６／４／１"])
def test_a_date_is_read_as_excel_in_japan_saves_it(day: str) -> None:
    rows = rows_of_corpus()
    rows[1][rows[0].index("開始日")] = day
    [first, *_] = read_csv("知識.csv", written(rows)).entries
    assert str(first.valid_from) == "2026-04-01"


def test_missing_columns_are_named() -> None:
    said = said_of_edit(lambda rows: [row.__delitem__(4) for row in rows])
    assert said == ["A1: 「題」の列がありません。1行目に見出しを加えてください"]


def test_a_file_that_ends_within_a_cell_is_told() -> None:
    rows = rows_of_corpus()
    [fault] = said_of_csv(written(rows) + '質問,flow.inquiry,"途中ま'.encode())
    assert fault.startswith(f"A{len(rows) + 1}: ここから先が CSV として読めません(引用符の閉じ忘れ、途中で切れた")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("区分,ID".encode("utf-16"), "文字コードが UTF-16 です。"),
        ("区分\tID\t文\r\n".encode(), "コンマで区切られていません。"),
        ("区分;ID;文\r\n".encode(), "コンマで区切られていません。"),
        ("区分,ID\r\n".encode() + b"\xff\xff\x80\xa0", "2行目に読めない文字があります。"),
        (b"PK\x03\x04", "中身が Excel のブックです。"),
        (b"", "ファイルが空です"),
    ],
)
def test_what_is_no_such_file_is_refused_with_what_to_do(data: bytes, said: str) -> None:
    [fault] = said_of_csv(data)
    assert said in fault


def test_too_many_entries_are_told_where_they_begin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_reading, "MOST_ENTRIES", 3)
    row = [number for number, row in enumerate(rows_of_corpus(), 1) if row[0] == "項目"][3]
    said = said_of_edit(lambda rows: None)
    assert said == [f"A{row}: 行が多すぎます(9行)。3行までにして、分けて取り込んでください"]


def test_cells_and_characters_that_cp932_has_not_are_named() -> None:
    entry = an_entry(title="お詫び🍣", questions=["谢谢〜と言われた", "お菓子は出ますか"])
    assert lost_in_cp932([entry], {}) == [
        Lost("E2", "cost.condolence", "🍣"),
        Lost("C3", "cost.condolence", "谢〜"),
    ]


def test_in_cp932_they_are_written_so_that_none_is_lost() -> None:
    entry = an_entry(title="お詫び🍣")
    data = to_csv([entry], {}, "cp932")
    assert "お詫び〔U+1F363〕" in data.decode("cp932")
    assert read_csv("知識.csv", data).entries == [entry]
