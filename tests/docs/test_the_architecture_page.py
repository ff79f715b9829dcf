"""docs/architecture.md draws the packages as they import one another, and names files and processes that are there."""

import re
from itertools import product

import pytest

from deploy.stack import commands
from tests.test_architecture import OURS, ROOT, files_of, packages
from web.environment import load

PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
DIAGRAM = re.compile(r"^```mermaid\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ARROW = re.compile(r"^\s*(\w+(?: & \w+)*) --> (\w+(?: & \w+)*)$", re.MULTILINE)
NAMED = sorted(set(re.findall(r"`((?:[\w-]+/)+[\w.-]*|[\w-]+\.ya?ml)`", PAGE)))
"""Files and folders in backticks."""


def drawn() -> set[tuple[str, str]]:
    arrows = ARROW.findall(DIAGRAM.findall(PAGE)[0])
    return {pair for left, right in arrows for pair in product(left.split(" & "), right.split(" & "))}


def test_the_arrows_are_the_imports() -> None:
    ours = set(OURS)
    imported = {
        (package, other)
        for package in OURS
        for path in files_of(package)
        for other in packages(path) & ours - {package}
    }
    assert drawn() == imported


def test_every_package_is_drawn_and_has_its_row() -> None:
    assert set(re.findall(r"\w+", DIAGRAM.findall(PAGE)[0])) - {"flowchart", "LR"} == set(OURS)
    assert set(OURS) <= set(re.findall(r"`(\w+)/`", PAGE))


def test_every_process_is_drawn_and_has_its_row() -> None:
    for name in [*commands(load()), "prepare_release"]:
        assert re.search(rf"\b{name}\b", DIAGRAM.findall(PAGE)[1])
        assert f"| `{name}` | `" in PAGE


@pytest.mark.parametrize("name", NAMED)
def test_a_file_that_is_named_is_there(name: str) -> None:
    assert (ROOT / name).exists()


def test_there_are_files_to_look_for() -> None:
    assert len(NAMED) > 60
