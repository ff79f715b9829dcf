"""docs/how-to, read by a developer who does each step: in a scratch copy every block does what its page says."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.how_to.following import NotAsWritten, blocks, follow, free_places, scratch_copy
from web.environment import ROOT

PAGES = sorted((ROOT / "docs" / "how-to").glob("*.md"))
LONGEST = 80
"""Lines: about a page."""
TAKES_THE_MACHINE = "rasa train"
PROMISED = {"new-delivery-channel", "new-form-field", "new-intent", "new-knowledge-kind"}


def page(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.fixture
def copy(tmp_path: Path) -> Iterator[Path]:
    """Removed with the test: the database is large."""
    place = tmp_path / "hosho"
    place.mkdir()
    yield scratch_copy(place)
    shutil.rmtree(place)


def test_there_is_a_page_for_everything_that_is_often_added() -> None:
    assert {path.stem for path in PAGES} >= PROMISED


@pytest.mark.stack
@pytest.mark.parametrize(
    "path",
    [
        pytest.param(path, id=path.stem, marks=[pytest.mark.alone] if TAKES_THE_MACHINE in page(path) else [])
        for path in PAGES
    ],
)
def test_whoever_follows_it_literally_has_what_it_promises(path: Path, copy: Path) -> None:
    follow(page(path), copy, **free_places())


@pytest.mark.stack
def test_python_imports_the_copy_and_not_the_repository_it_was_made_of(copy: Path) -> None:
    imports = "import knowledge, leads, web.environment as it; print(knowledge.__file__, leads.__file__, it.load().var)"
    with pytest.raises(NotAsWritten) as said:
        follow(f"```sh\n.venv/bin/python -c '{imports}'\nfalse\n```\n", copy)
    assert f"\n{copy}/knowledge/__init__.py {copy}/leads/__init__.py {copy}/var\n" in str(said.value)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_it_has_at_most_a_page(path: Path) -> None:
    assert len(page(path).splitlines()) <= LONGEST


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_it_ends_with_commands_that_prove_it(path: Path) -> None:
    assert blocks(page(path))[-1].kind == "sh"
