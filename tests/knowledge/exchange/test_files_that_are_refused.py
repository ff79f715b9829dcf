import io
import itertools
import random
import zipfile

import pytest

from knowledge.domain.sheets import workbook_guard
from knowledge.domain.sheets.workbook_reading import read_workbook
from knowledge.exchange import read_upload
from tests.knowledge.exchange.books import book_of, said_of, with_member

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
FLAGS = 8
"""Where, in what an archive tells of a member, it stands whether the member has a password."""
TYPES = b'<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>'


@pytest.fixture(scope="module")
def book() -> bytes:
    return book_of()


def test_macros_are_refused_under_whatever_name(book: bytes) -> None:
    with_macros = with_member(book, "xl/vbaProject.bin", b"\x00macro")
    for name in ("知識.xlsm", "知識.xlsx"):
        assert said_of(with_macros, name) == [
            f"{name}: マクロが含まれています。Excel で開き、「Excel ブック (.xlsx)」として保存し直してください"
        ]


def test_a_workbook_that_says_it_has_macros_is_refused(book: bytes) -> None:
    assert "マクロ" in said_of(with_member(book, "[Content_Types].xml", TYPES))[0]


def test_old_macro_sheets_are_refused(book: bytes) -> None:
    assert "マクロ" in said_of(with_member(book, "xl/macrosheets/sheet1.xml", b"<macrosheet/>"))[0]


def test_an_old_workbook_is_refused_with_what_to_do() -> None:
    assert said_of(OLE, "知識.xls") == [
        "知識.xls: 古い形式(.xls)です。Excel で開き、「Excel ブック (.xlsx)」として保存し直してください"
    ]


def test_a_workbook_with_a_password_is_refused_with_what_to_do() -> None:
    locked = OLE + "EncryptedPackage".encode("utf-16-le") + bytes(512)
    assert said_of(locked) == ["知識.xlsx: パスワードが付いています。Excel でパスワードを外し、保存し直してください"]


def test_a_workbook_whose_parts_have_a_password_is_refused_with_what_to_do(book: bytes) -> None:
    locked = bytearray(book)
    directory = locked.rindex(b"PK\x01\x02")
    locked[directory + FLAGS] |= 1
    assert said_of(bytes(locked)) == ["知識.xlsx: パスワードが付いています。外して保存し直してください"]


def test_a_binary_workbook_is_refused(book: bytes) -> None:
    assert "(.xlsb)" in said_of(with_member(book, "xl/workbook.bin", b"\x00"))[0]


@pytest.mark.parametrize("data", [b"%PDF-1.7", "項目".encode(), b"<html>", b"\x00" * 100])
def test_what_is_no_workbook_is_refused(data: bytes) -> None:
    assert said_of(data)[0].startswith("知識.xlsx: Excel のブックではありません。")


def test_another_archive_under_the_name_of_a_workbook_is_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("読んで.txt", "こんにちは")
    assert said_of(file.getvalue())[0].startswith("知識.xlsx: Excel のブックではありません。")


def test_an_empty_file_is_refused() -> None:
    assert said_of(b"") == ["知識.xlsx: ファイルが空です"]


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_a_workbook_that_is_written_only_half_is_refused(book: bytes, share: float) -> None:
    [fault] = said_of(book[: int(len(book) * share)])
    assert "途中までしか書かれていません" in fault


def test_a_file_that_is_too_large_is_refused_unread(monkeypatch: pytest.MonkeyPatch, book: bytes) -> None:
    monkeypatch.setattr(workbook_guard, "LARGEST", len(book) - 1)
    assert said_of(book)[0].startswith("知識.xlsx: ファイルが大きすぎます。")


def test_a_bomb_is_refused_before_it_is_unpacked(book: bytes) -> None:
    bomb = with_member(book, "xl/worksheets/sheet9.xml", b" " * (workbook_guard.LARGEST_UNPACKED + 1))
    assert len(bomb) < 1_000_000
    assert said_of(bomb) == ["知識.xlsx: 中身が大きすぎます。分けて取り込んでください"]


def test_more_than_a_file_may_declare_is_never_unpacked() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xml", b" " * 1_000_000)
    lying = file.getvalue().replace((1_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    with zipfile.ZipFile(io.BytesIO(lying)) as archive, pytest.raises(zipfile.BadZipFile):
        archive.read("a.xml")


def test_entities_that_grow_without_end_are_refused(book: bytes) -> None:
    names = "abcdefghij"
    entities = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in itertools.pairwise(names))
    bomb = f'<!DOCTYPE x [<!ENTITY a "{"笑" * 1000}">{entities}]><worksheet>&j;</worksheet>'.encode()
    assert said_of(with_member(book, "xl/worksheets/sheet1.xml", bomb)) == [
        "知識.xlsx: 壊れていて読めません。Excel で開き、保存し直してください"
    ]


def test_rows_with_absurd_numbers_cost_nothing(book: bytes) -> None:
    far = b'<row r="1048576000"><c r="A1048576000" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    data = with_member(book, "xl/worksheets/sheet2.xml", lambda xml: xml.replace(b"</sheetData>", far))
    assert any("A1048576000" in fault for fault in said_of(data))


@pytest.mark.parametrize("seed", range(40))
def test_whatever_is_broken_in_a_workbook_is_a_fault_and_no_crash(book: bytes, seed: int) -> None:
    chance = random.Random(seed)
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        name = chance.choice(archive.namelist())
        content = bytearray(archive.read(name))
    for _ in range(chance.randint(1, 20)):
        content[chance.randrange(len(content))] = chance.randrange(256)
    read_workbook("知識.xlsx", with_member(book, name, bytes(content)))
    damaged = bytearray(book)
    for _ in range(chance.randint(1, 20)):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    read_workbook("知識.xlsx", bytes(damaged))


@pytest.mark.parametrize("name", ["知識.pdf", "知識", "知識.ods", "知識.json", ".xlsx.exe"])
def test_other_kinds_of_files_are_refused_with_those_that_are_taken(name: str) -> None:
    [fault] = read_upload(name, b"x").faults
    assert fault.message.startswith("この種類のファイルは取り込めません。Excel(.xlsx)、")


def test_the_ending_may_be_in_capitals(book: bytes) -> None:
    assert read_upload("知識.XLSX", book).faults == []
