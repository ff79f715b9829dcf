"""Every picture that a page of the documents shows is there, and is taken by a test of a browser, which replaces it
when it looks different; none is kept that nothing shows."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from tests.browser.pictures import FOLDER, keep
from tests.docs.pages import PAGES, ROOT

SHOWN = re.compile(r"!\[[^\]]*\]\(([^)\s]+)[^)]*\)|<img\b[^>]*\bsrc=[\"']([^\"']+)")
MEASURED = ROOT / "bench" / "results"
"""Plots: the benchmarks draw them."""


def shown_by(page: Path) -> set[Path]:
    found = SHOWN.findall(page.read_text(encoding="utf-8"))
    return {(page.parent / (one or other)).resolve() for one, other in found}


def taken() -> Iterator[str]:
    """The name in each `picture(page, name)` of the browser's tests."""
    for path in (ROOT / "tests" / "browser").rglob("test_*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        tests = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")]
        for call in (node for test in tests for node in ast.walk(test) if isinstance(node, ast.Call)):
            if isinstance(call.func, ast.Name) and call.func.id == "picture":
                yield ast.literal_eval(call.args[1])


def test_what_a_page_shows_is_there() -> None:
    shown = set().union(*map(shown_by, PAGES))
    assert {path for path in shown if not path.is_file()} == set()
    assert {path.parent for path in shown} <= {FOLDER, MEASURED}


def test_each_picture_that_is_kept_is_shown_and_is_taken_by_one_test() -> None:
    kept = {path.name for path in FOLDER.iterdir()}
    assert kept == {path.name for page in PAGES for path in shown_by(page) if path.parent == FOLDER}
    assert Counter(taken()) == Counter(kept)


def a_page(said: str, width: int = 2560) -> bytes:
    """A picture of a page that says this, in letters as large as ours."""
    page = Image.new("RGB", (width, 1600), "white")
    ImageDraw.Draw(page).text((80, 160), said, "black", font_size=26)
    written = BytesIO()
    page.save(written, "png")
    return written.getvalue()


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    path = tmp_path / "kept.png"
    keep(a_page("open, received 12 minutes ago"), path)
    return path


def test_a_picture_that_differs_in_a_figure_does_not_replace_the_kept_one(kept: Path) -> None:
    before = kept.read_bytes()
    keep(a_page("open, received 13 minutes ago"), kept)
    assert kept.read_bytes() == before


@pytest.mark.parametrize(
    ("said", "width"), [("lost, received 12 minutes ago", 2560), ("open, received 12 minutes ago", 2400)]
)
def test_one_with_another_word_or_of_another_size_replaces_it(kept: Path, said: str, width: int) -> None:
    before = kept.read_bytes()
    keep(a_page(said, width), kept)
    assert kept.read_bytes() != before
