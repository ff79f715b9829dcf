"""Rasa is trained again when, and only when, what it learns from has changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from deploy import setup

FILES = {
    "config.yml": "recipe: default.v1",
    "domain.yml": "intents: [coverage]",
    "data/nlu/coverage.yml": "- メールの誤送信は補償されますか",
    "data/rules/content.yml": "- rule: coverage",
    "bot/sentence_featurizer.py": "VERSION = 1",
    "bot/requirements.txt": "rasa==3.6.21",
    "bot/tests/test_featurizer.py": "def test(): ...",
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small checkout."""
    monkeypatch.setattr(setup, "ROOT", tmp_path)
    for name, text in FILES.items():
        write(tmp_path / name, text)
    return tmp_path


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def fingerprint(project: Path) -> str:
    return setup.fingerprint(*(project / name for name in setup.TRAINING_INPUTS))


def test_it_is_the_same_as_long_as_nothing_changes(project: Path) -> None:
    assert fingerprint(project) == fingerprint(project)


def test_it_does_not_depend_on_when_the_files_were_written(project: Path) -> None:
    before = fingerprint(project)
    for name, text in FILES.items():
        (project / name).unlink()
        write(project / name, text)
    assert fingerprint(project) == before


CHANGES: dict[str, Callable[[Path], object]] = {
    "an example is edited": lambda p: write(p / "data/nlu/coverage.yml", "- ＦＡＸの誤送信は補償されますか"),
    "an example is added": lambda p: write(p / "data/nlu/coverage.yml", FILES["data/nlu/coverage.yml"] + "\n- 紛失"),
    "a file of examples is added": lambda p: write(p / "data/nlu/thanks.yml", "- ありがとう"),
    "a file of examples is removed": lambda p: (p / "data/nlu/coverage.yml").unlink(),
    "a file of examples is renamed": lambda p: (p / "data/nlu/coverage.yml").rename(p / "data/nlu/cover.yml"),
    "a rule is edited": lambda p: write(p / "data/rules/content.yml", "- rule: cost"),
    "the domain is edited": lambda p: write(p / "domain.yml", "intents: [coverage, cost]"),
    "the pipeline is edited": lambda p: write(p / "config.yml", "recipe: graph.v1"),
    "a component is edited": lambda p: write(p / "bot/sentence_featurizer.py", "VERSION = 2"),
    "another Rasa is locked": lambda p: write(p / "bot/requirements.txt", "rasa==3.6.22"),
}
NO_CHANGES: dict[str, Callable[[Path], object]] = {
    "a test of the bot is edited": lambda p: write(p / "bot/tests/test_featurizer.py", "def test_more(): ..."),
    "a test of the bot is added": lambda p: write(p / "bot/tests/test_control.py", "def test(): ..."),
    "a module is compiled": lambda p: write(p / "bot/__pycache__/x.cpython-310.pyc", "x"),
    "the tests are run": lambda p: write(p / "bot/.pytest_cache/v/cache/lastfailed", "{}"),
    "the environment is installed": lambda p: write(p / "bot/.venv/lib/rasa.py", "x"),
    "the knowledge base is edited": lambda p: write(p / "knowledge/entries/cost.condolence.yml", "x"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_it_changes_when(project: Path, change: str) -> None:
    before = fingerprint(project)
    CHANGES[change](project)
    assert fingerprint(project) != before


@pytest.mark.parametrize("change", NO_CHANGES)
def test_it_does_not_change_when(project: Path, change: str) -> None:
    before = fingerprint(project)
    NO_CHANGES[change](project)
    assert fingerprint(project) == before


def test_everything_it_is_taken_from_is_there() -> None:
    assert [name for name in setup.TRAINING_INPUTS if not (setup.ROOT / name).exists()] == []
