"""A relative link of a page leads to a file or folder of the repository, and with an anchor to a heading there."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.docs.pages import PAGES, ROOT

CODE = re.compile(r"^(```+).*?^\1$|`[^`\n]+`", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)(?: \"[^\"]*\")?\)")
HEADING = re.compile(r"^#{1,6} (.+?)\s*$", re.MULTILINE)
ELSEWHERE = ("http://", "https://", "mailto:")


def links(text: str) -> list[str]:
    """The relative ones, out of code."""
    return [link for link in LINK.findall(CODE.sub("``", text)) if not link.startswith(ELSEWHERE)]


def anchors(text: str) -> Iterator[str]:
    """Of its headings, as GitHub makes them: of two alike the second is numbered."""
    met: dict[str, int] = {}
    without_blocks = re.sub(r"^(```+).*?^\1$", "", text, flags=re.MULTILINE | re.DOTALL)
    for heading in HEADING.findall(without_blocks):
        shown = LINK.sub("]", heading).replace("[", "").replace("]", "")
        anchor = re.sub(r"[^\w\- ]", "", shown.lower()).replace(" ", "-")
        met[anchor] = met.get(anchor, -1) + 1
        yield f"{anchor}-{met[anchor]}" if met[anchor] else anchor


def broken(page: Path, text: str) -> Iterator[str]:
    """Each link that leads nowhere, and why."""
    for link in links(text):
        name, _, anchor = unquote(link).partition("#")
        target = (page.parent / name).resolve() if name else page
        if not target.is_relative_to(ROOT) or not target.exists():
            yield f"{link}: no such file"
        elif anchor and (target.suffix != ".md" or anchor not in anchors(target.read_text(encoding="utf-8"))):
            yield f"{link}: no such heading"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(page: Path) -> None:
    assert list(broken(page, page.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[a](docs/no.md)", "docs/no.md: no such file"),
        ("![a](docs/images/no.png)", "docs/images/no.png: no such file"),
        ("[a](../elsewhere.md)", "../elsewhere.md: no such file"),
        ("[a](docs/operations.md#no-heading)", "docs/operations.md#no-heading: no such heading"),
        ("[a](docs/access.tsv#method)", "docs/access.tsv#method: no such heading"),
    ],
)
def test_a_link_that_leads_nowhere_is_told(text: str, why: str) -> None:
    assert list(broken(ROOT / "README.md", text)) == [why]


@pytest.mark.parametrize(
    "text", ["[a](docs/operations.md#rotate-keys)", "[a](docs/adr/)", "`[a](no.md)`", "```md\n[a](no.md)\n```\n"]
)
def test_others_are_not(text: str) -> None:
    assert list(broken(ROOT / "README.md", text)) == []


def test_anchors_are_those_of_github() -> None:
    text = "# Public API\n## 朝: 項目の一覧を見る\n## What is `right`?\n## Public API\n```sh\n# no heading\n```\n"
    assert list(anchors(text)) == ["public-api", "朝-項目の一覧を見る", "what-is-right", "public-api-1"]
