"""setup.train(): the model, and the stamp of what it was trained on."""

from pathlib import Path

import pytest

from deploy import setup

RASA = """#!/bin/sh
echo "$@" >> calls
{does}
"""
SUCCEEDS = "mkdir -p models && echo model > models/hosho.tar.gz"


def install_rasa(project: Path, does: str) -> None:
    script = project / "deploy" / "rasa"
    script.parent.mkdir(exist_ok=True)
    script.write_text(RASA.format(does=does))
    script.chmod(0o755)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout whose rasa is a script that keeps a list of its calls and writes a model."""
    monkeypatch.setattr(setup, "ROOT", tmp_path)
    (tmp_path / "config.yml").write_text("recipe: default.v1")
    (tmp_path / "domain.yml").write_text("intents: []")
    (tmp_path / "data").mkdir()
    (tmp_path / "bot").mkdir()
    (tmp_path / "models").mkdir()
    install_rasa(tmp_path, SUCCEEDS)
    return tmp_path


def calls(project: Path) -> list[str]:
    return (project / "calls").read_text().splitlines() if (project / "calls").exists() else []


def test_without_a_model_it_trains_one_under_the_name_that_is_started(project: Path) -> None:
    setup.train()
    assert calls(project) == ["train --fixed-model-name hosho --force"]


def test_with_nothing_changed_it_does_not_train_again(project: Path) -> None:
    setup.train()
    setup.train()
    assert len(calls(project)) == 1


def test_with_an_example_changed_it_trains_again(project: Path) -> None:
    setup.train()
    (project / "data" / "coverage.yml").write_text("- メールの誤送信は補償されますか", encoding="utf-8")
    setup.train()
    assert len(calls(project)) == 2


def test_with_the_model_deleted_it_trains_again(project: Path) -> None:
    setup.train()
    (project / "models" / "hosho.tar.gz").unlink()
    setup.train()
    assert len(calls(project)) == 2


def test_a_training_that_fails_stops_the_setup_with_what_rasa_said(project: Path) -> None:
    install_rasa(project, "echo 'InvalidConfigException: 壊れています'; exit 1")
    with pytest.raises(SystemExit, match="壊れています"):
        setup.train()


def test_a_training_that_fails_is_tried_again(project: Path) -> None:
    install_rasa(project, "exit 1")
    with pytest.raises(SystemExit):
        setup.train()
    install_rasa(project, SUCCEEDS)
    setup.train()
    assert len(calls(project)) == 2
