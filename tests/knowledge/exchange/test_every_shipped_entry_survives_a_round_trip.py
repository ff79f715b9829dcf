from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings

from knowledge.domain import files
from knowledge.domain.incoming import Incoming
from knowledge.domain.schema import Entry
from knowledge.domain.sheets.csv_reading import read_csv
from knowledge.domain.sheets.csv_writing import to_csv
from knowledge.domain.sheets.workbook_reading import read_workbook
from knowledge.domain.sheets.workbook_writing import to_workbook
from knowledge.domain.yaml_archive import read_archive, read_yaml, to_archive
from tests.knowledge.shipped import shipped

pytestmark = pytest.mark.slow

Way = Callable[[list[Entry]], Incoming]


def titles(entries: list[Entry]) -> dict[str, str]:
    return {entry.id: entry.title for entry in entries}


WAYS: dict[str, Way] = {
    "xlsx": lambda entries: read_workbook("知識.xlsx", to_workbook(entries, titles(entries))),
    "csv in UTF-8": lambda entries: read_csv("知識.csv", to_csv(entries, titles(entries), "utf-8")),
    "csv in cp932": lambda entries: read_csv("知識.csv", to_csv(entries, titles(entries), "cp932")),
    "zip of YAML": lambda entries: read_archive("知識.zip", to_archive(entries)),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())
def test_the_whole_corpus_comes_back_as_it_was(way: Way) -> None:
    entries = list(shipped().values())
    incoming = way(entries)
    assert incoming.faults == []
    assert {entry.id: entry for entry in incoming.entries} == shipped()


@pytest.mark.parametrize("path", sorted(settings.CORPUS.glob("*.yml")), ids=lambda path: path.stem)
def test_a_shipped_file_is_read_as_it_is(path: Path) -> None:
    assert read_yaml(path.name, path.read_bytes()).entries == files.read(path)


def test_the_files_are_written_the_same_every_time() -> None:
    entries = list(shipped().values())
    assert to_csv(entries, titles(entries), "utf-8") == to_csv(entries, titles(entries), "utf-8")
