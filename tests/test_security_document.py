"""docs/security.md claims nothing that no test shows."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
ROWS = [
    line for line in TEXT.partition("## What is tried")[2].partition("## What remains")[0].splitlines() if "|" in line
]
NAMED = sorted(set(re.findall(r"(?:bot/)?tests/[\w/]+(?:\.py)?", TEXT)))


@pytest.mark.parametrize("path", NAMED)
def test_a_test_that_is_named_is_there(path: str) -> None:
    found = ROOT / path
    assert found.is_dir() or "def test_" in found.read_text(encoding="utf-8")


@pytest.mark.parametrize("row", ROWS[2:], ids=lambda row: row.split("|")[1].strip())
def test_every_threat_names_the_test_that_shows_what_stops_it(row: str) -> None:
    assert re.search(r"tests/", row.split("|")[3])
