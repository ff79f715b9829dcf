"""docs/development.md says what the code says: its messages, headings, marks and files are there."""

import re
import tomllib
from functools import cache

import pytest

from deploy.tracker_url import FILE
from tests.test_architecture import ROOT, files_of

PAGE = (ROOT / "docs" / "development.md").read_text(encoding="utf-8")
PACKAGES = ("deploy", "web", "sealing", "knowledge", "leads", "chat", "audit", "tests")
NAMED = sorted(set(re.findall(r"`((?:tests|knowledge|leads|chat|docs|bench|bot|data|audit)/[^`*]*)`", PAGE)))
"""Files and folders in backticks."""


def first_cells(heading: str) -> list[str]:
    section = PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return [line.split("|")[1].strip() for line in section.splitlines() if line.startswith("| ")][1:]


@cache
def code() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for package in PACKAGES for path in files_of(package))


@pytest.mark.parametrize(
    "message", [message for cell in first_cells("Common trouble") for message in re.findall("`([^`]*)`", cell)]
)
def test_what_it_is_said_to_say_it_says(message: str) -> None:
    assert message in code()


@pytest.mark.parametrize("heading", first_cells("Why did it answer that?"))
def test_an_explanation_has_the_parts_that_are_explained(heading: str) -> None:
    assert heading in (ROOT / "knowledge" / "explaining.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMED)
def test_a_file_that_is_named_is_there(name: str) -> None:
    assert (ROOT / name).exists()


def test_every_mark_is_told() -> None:
    options = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["pytest"]["ini_options"]
    for mark in options["markers"]:
        assert f"`{mark.partition(':')[0]}`" in PAGE


def test_what_is_deleted_is_where_the_databases_lie() -> None:
    settings = (ROOT / "web" / "settings.py").read_text(encoding="utf-8")
    assert set(re.findall(r"`var/(\w+\.db)\*`", PAGE)) == {"hosho.db", FILE}
    assert "hosho.db" in settings
