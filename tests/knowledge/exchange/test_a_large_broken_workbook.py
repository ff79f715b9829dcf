import time

import pytest

from knowledge.domain.sheets import workbook_reading
from knowledge.domain.sheets.columns import ENTRY_FIELDS, HEADINGS, QUESTION_FIELDS
from knowledge.domain.sheets.table_files import Sheet, to_xlsx
from knowledge.domain.sheets.workbook_reading import read_workbook
from tests.knowledge.exchange.books import book_of

pytestmark = pytest.mark.slow

ROWS = 10_000
SECONDS = 60
"""Far above what it takes (5 to 10), for a machine that does something else as well."""


@pytest.fixture(scope="module")
def wrong_ids() -> bytes:
    """10,000 entries, each with an id that is none, and a question."""
    entry = {"kind": "費用", "title": "題", "answer": "答えです。", "source": "概要", "about_coverage": "はい"}
    entries = ([f"費用-{n}", *(entry.get(name) for name in ENTRY_FIELDS[1:])] for n in range(ROWS))
    questions = ([f"費用-{n}", "質問", f"{n}番は補償されますか"] for n in range(ROWS))
    return to_xlsx(
        [
            Sheet("項目", [HEADINGS[name] for name in ENTRY_FIELDS], entries),
            Sheet("質問", [HEADINGS[name] for name in QUESTION_FIELDS], questions),
        ]
    )


def test_ten_thousand_wrong_ids_are_each_named_with_their_cell(wrong_ids: bytes) -> None:
    began = time.monotonic()
    faults = read_workbook("知識.xlsx", wrong_ids).faults
    assert time.monotonic() - began < SECONDS
    assert [fault.place for fault in faults] == [f"「項目」!A{n}" for n in range(2, ROWS + 2)]
    assert {fault.message for fault in faults} == {"ID: id は「種類.英小文字_名前」の形で書いてください"}


def test_more_rows_than_are_read_are_told_with_their_number(monkeypatch: pytest.MonkeyPatch) -> None:
    parts = {sheet: (fields, 5) for sheet, (fields, _) in workbook_reading._PARTS.items()}
    monkeypatch.setattr(workbook_reading, "_PARTS", parts)
    said = [str(fault) for fault in read_workbook("知識.xlsx", book_of()).faults]
    assert said == [
        "「項目」!A7: 行が多すぎます(9行)。5行までにして、分けて取り込んでください",
        "「質問」!A7: 行が多すぎます(37行)。5行までにして、分けて取り込んでください",
    ]
