import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from knowledge.domain.schema import Entry
from knowledge.domain.sheets.csv_reading import read_csv
from knowledge.domain.sheets.csv_writing import to_csv
from knowledge.domain.sheets.spreadsheet import guarded, unguarded
from knowledge.domain.sheets.text import cp932, everything, from_cell, from_lines, to_cell, to_lines, unwritable
from knowledge.domain.sheets.workbook_reading import read_workbook
from knowledge.domain.sheets.workbook_writing import to_workbook
from knowledge.domain.text import clean
from tests.knowledge.samples import an_entry

pytestmark = pytest.mark.slow

AWKWARD = [
    *("=1+1", "'=1+1", "''=1+1", "+81", "-", "@@@@", "＝合計", "'; DROP TABLE users; --", "'quoted", "#N/A", "'#N/A"),
    *(
        "0123",
        "1-2",
        "2026-04-01",
        "令和8年4月1日",
        "H1.2.3",
        "1E5",
        "１２３",
        "50%",
        "TRUE",
        "true",
        "12:30",
        "¥100",
        "(1)",
    ),
    *(
        "〔U+1F363〕",
        "〔U+",
        "〔",
        "〔U+3014〕U+0041〕",
        "_x000D_",
        "_x0041_",
        "x005F_",
        "_x005F_x0041_",
        "😀🍣",
        "〜～",
        "①㈱",
        "ｶﾅ",
    ),
    *(
        "一行目\n二行目",
        "a\tb",
        "a,b",
        'a"b"',
        "\ufeff先頭",
        "a\u2028b",
        "a\ufffeb",
        "\ue000外字",
        "谢谢",
        "a;b",
        "　全角　",
        "項目",
        "質問",
    ),
]
texts = st.one_of(
    st.sampled_from(AWKWARD), st.text(max_size=30), st.from_regex(r"['=〔_xU+0-9A-F\n]{1,8}", fullmatch=True)
)


def test_utf_8_holds_what_cp932_does_not() -> None:
    beyond = "😀谢\ue000"
    assert unwritable(beyond, cp932) == ["😀", "谢"]
    assert unwritable(beyond, everything) == []


@pytest.mark.parametrize("text", AWKWARD)
def test_an_awkward_text_comes_back(text: str) -> None:
    assert from_cell(to_cell(text)) == text
    assert from_cell(to_cell(text, cp932)) == text


@given(texts)
def test_an_apostrophe_is_put_and_taken_again(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(texts, st.sampled_from([everything, cp932]))
def test_any_text_comes_back_from_a_cell(text: str, holds: Any) -> None:
    kept = clean(text)
    assert clean(from_cell(to_cell(kept, holds))) == kept


@given(st.lists(texts.map(clean).filter(bool)), st.sampled_from([everything, cp932]))
def test_any_list_comes_back_from_the_lines_of_a_cell(texts: list[str], holds: Any) -> None:
    assert [clean(line) for _, line in from_lines(to_lines(texts, holds))] == texts


@given(texts)
def test_what_is_written_for_cp932_can_be_written_in_cp932(text: str) -> None:
    written = to_cell(clean(text), cp932)
    assert written.encode("cp932").decode("cp932") == written


def entries_with(text: str, day: datetime.date | None) -> list[Entry]:
    """The text in every field that may hold it; none where no field may."""
    lists = {name: [text] for name in ("aliases", "boundary", "boundary_words", "not_questions")}
    try:
        # read twice: what the schema makes of prose is read again as it is
        once = an_entry(title=text, answer=text, boundary_note=text, source=text, valid_from=day, **lists)
        return [Entry.model_validate(once.model_dump())]
    except ValidationError:
        return []


@settings(deadline=None, max_examples=40)
@given(texts, st.none() | st.dates())
def test_any_entry_comes_back_from_a_workbook(text: str, day: datetime.date | None) -> None:
    entries = entries_with(text, day)
    if entries:
        incoming = read_workbook("a.xlsx", to_workbook(entries, {}))
        assert (incoming.entries, incoming.faults) == (entries, [])


@settings(deadline=None)
@given(texts, st.none() | st.dates(), st.sampled_from(["utf-8", "cp932"]))
def test_any_entry_comes_back_from_a_csv_file(text: str, day: datetime.date | None, encoding: str) -> None:
    entries = entries_with(text, day)
    if entries:
        incoming = read_csv("a.csv", to_csv(entries, {}, encoding))
        assert (incoming.entries, incoming.faults) == (entries, [])


@pytest.mark.parametrize("text", AWKWARD)
def test_an_entry_full_of_awkward_text_comes_back_from_every_file(text: str) -> None:
    entries = entries_with(text, None)
    assert entries
    assert read_workbook("a.xlsx", to_workbook(entries, {})).entries == entries
    for encoding in ("utf-8", "cp932"):
        assert read_csv("a.csv", to_csv(entries, {}, encoding)).entries == entries
