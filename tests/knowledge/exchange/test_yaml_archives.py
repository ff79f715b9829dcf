import io
import zipfile

import pytest

from knowledge.domain.files import to_yaml
from knowledge.domain.yaml_archive import read_archive, read_yaml, to_archive
from tests.knowledge.exchange.books import book_of
from tests.knowledge.samples import a_corpus, an_entry


def packed(**members: str | bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def said(data: bytes) -> list[str]:
    return [str(fault) for fault in read_archive("知識.zip", data).faults]


def test_there_is_a_file_an_entry_named_after_its_id() -> None:
    with zipfile.ZipFile(io.BytesIO(to_archive(a_corpus()))) as archive:
        assert set(archive.namelist()) == {f"{entry.id}.yml" for entry in a_corpus()}
        assert archive.read("flow.inquiry.yml").decode().startswith("id: flow.inquiry\n")


def test_files_may_lie_in_folders_and_others_beside_them_are_told() -> None:
    data = packed(
        **{
            "knowledge/cost.condolence.yml": to_yaml(an_entry()),
            "__MACOSX/knowledge/._cost.condolence.yml": b"\x00",
            "knowledge/.DS_Store": b"\x00",
            "knowledge/メモ.txt": "あとで",
        }
    )
    incoming = read_archive("知識.zip", data)
    assert (incoming.entries, incoming.faults) == ([an_entry()], [])
    assert set(incoming.passed_over) == {".DS_Store", "メモ.txt"}


def test_every_fault_of_every_file_is_named_with_its_line() -> None:
    text = to_yaml(an_entry())
    data = packed(
        **{
            "cost.condolence.yml": text.replace("title: ", "titel: "),
            "flow.quote.yml": "id: [",
            "cost.b.yaml": text,
            "a/cost.c.yml": text,
            "b/cost.c.yml": text,
        }
    )
    assert [line.split(" ")[0] for line in said(data)] == [
        "cost.b.yaml:",
        "cost.c.yml:",
        "cost.c.yml:1:",
        "cost.condolence.yml:1:",
        "cost.condolence.yml:3:",
        "flow.quote.yml:1:",
    ]


@pytest.mark.parametrize("name", ["../../etc/cost.condolence.yml", "/cost.condolence.yml", "..\\cost.condolence.yml"])
def test_a_path_out_of_the_archive_leads_nowhere(name: str) -> None:
    assert read_archive("知識.zip", packed(**{name: to_yaml(an_entry())})).entries == [an_entry()]


def test_a_name_that_is_too_long_is_told() -> None:
    assert said(packed(**{"長" * 100 + ".yml": "id: x"}))[0].endswith("ファイルの名前が長すぎます")


def test_an_archive_without_entries_is_told() -> None:
    assert said(packed(**{"a.txt": "x"})) == ["知識.zip: 知識ファイル(.yml)が入っていません"]


def test_a_workbook_under_the_name_of_an_archive_is_told() -> None:
    assert said(book_of()) == ["知識.zip: 中身が Excel のブックです。名前の終わりを .xlsx にしてください"]


def test_a_broken_archive_is_told() -> None:
    data = bytearray(packed(**{"cost.condolence.yml": to_yaml(an_entry())}))
    data[80] ^= 0xFF
    assert said(bytes(data)) == ["知識.zip: 壊れていて読めません。ZIP ファイルを作り直してください"]
    assert "途中までしか書かれていません" in said(bytes(data[:100]))[0]


def test_a_single_file_is_named_after_its_id() -> None:
    data = to_yaml(an_entry()).encode()
    assert read_yaml("cost.condolence.yml", data).entries == [an_entry()]
    [fault] = read_yaml("cost.condolence (1).yml", data).faults
    assert str(fault) == "cost.condolence (1).yml:1: ファイル名を「cost.condolence.yml」にしてください"


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 50_000, "title: " + "9" * 5_000, "title: !!int x"])
def test_yaml_made_to_break_its_reader_is_a_fault(text: str) -> None:
    [fault, *_] = read_yaml("cost.condolence.yml", text.encode()).faults
    assert fault.place == "cost.condolence.yml"
