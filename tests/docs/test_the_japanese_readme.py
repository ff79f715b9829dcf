"""README.ja.md tells what README.md tells: no figure of its own, the same commands, the same pages."""

import re
from collections.abc import Iterator

import pytest

from tests.docs.pages import ROOT
from tests.docs.test_links_lead_somewhere import CODE, links

JAPANESE = (ROOT / "README.ja.md").read_text(encoding="utf-8")
ENGLISH = (ROOT / "README.md").read_text(encoding="utf-8")
FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+|\d*\.?\d+")
ROLES = ("embedding", "content", "sales", "audit", "operations", "api", "development")


def figures(text: str) -> set[str]:
    """Numbers as they are written, out of code and of addresses."""
    return set(FIGURE.findall(re.sub(r"\]\([^)]*\)", "]", CODE.sub("", text))))


def rows(text: str) -> Iterator[tuple[str, str]]:
    """(command, the other cells) of the rows of tables whose last cell begins with a command."""
    for line in text.splitlines():
        *cells, last = [cell.strip() for cell in line.strip("|").split(" | ")]
        if line.startswith("|") and len(cells) == 2 and (command := re.match(r"`([^`]+)`", last)):
            yield command.group(1), " ".join(cells)


MEASURED = list(rows(JAPANESE))


@pytest.mark.parametrize(("command", "told"), MEASURED, ids=[command for command, _ in MEASURED])
def test_the_figures_of_a_row_are_those_of_the_same_command(command: str, told: str) -> None:
    known = [cells for other, cells in rows(ENGLISH) if other == command]
    assert figures(told) <= set().union(*map(figures, known)), f"README.md has of `{command}`: {known}"


def test_there_are_rows_to_look_at() -> None:
    assert len(MEASURED) >= 10
    assert all(figures(told) for _, told in MEASURED)


def test_no_figure_is_of_its_own() -> None:
    assert figures(JAPANESE) <= figures(ENGLISH)


def test_nothing_that_a_command_writes_stands_there_twice() -> None:
    assert "<!--" not in JAPANESE


def test_the_commands_that_start_it_are_the_same() -> None:
    def typed(text: str) -> list[str]:
        return re.findall(r"^(make [a-z-]+)", text.partition("```sh\n")[2].partition("```")[0], re.MULTILINE)

    assert typed(JAPANESE) == typed(ENGLISH) != []


@pytest.mark.parametrize("role", ROLES)
def test_every_role_finds_its_page(role: str) -> None:
    assert f"docs/{role}.md" in links(JAPANESE)
    assert f"docs/{role}.md" in links(ENGLISH)


def test_each_of_them_leads_to_the_other() -> None:
    assert "README.md" in links(JAPANESE)
    assert "README.ja.md" in links(ENGLISH)
