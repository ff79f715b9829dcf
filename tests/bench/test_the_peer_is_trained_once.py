"""What bench.stacks keeps of the other stacks' training."""

import json
import os
from pathlib import Path

import pytest
import yaml

from bench.stacks import floor, peer
from bench.stacks.projects import Project
from web.environment import ROOT

TRAINS = """#!/bin/sh
while [ "$1" != --out ]; do shift; done
echo trained >> "$2/calls"
touch "$2/model.tar.gz"
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    rasa = tmp_path / "rasa"
    rasa.write_text(TRAINS)
    os.chmod(rasa, 0o755)
    return Project(peer.HOME, [ROOT / "data" / "stories"], ROOT / "domain.yml", tmp_path / "kept", rasa=rasa)


def calls(project: Project) -> int:
    return (project.kept / "calls").read_text().count("trained")


def test_what_has_not_changed_is_not_trained_again_and_its_seconds_are_known(project: Project) -> None:
    assert project.trained_s() == project.trained_s()
    assert calls(project) == 1


def test_it_is_trained_again_when_told_so(project: Project) -> None:
    project.trained_s()
    project.trained_s(force=True)
    assert calls(project) == 2


def test_and_when_what_it_learns_from_has_changed(project: Project) -> None:
    project.trained_s()
    stamp = project.kept / "trained.json"
    stamp.write_text(json.dumps(json.loads(stamp.read_text()) | {"learnt": "other data"}))
    project.trained_s()
    assert calls(project) == 2


def test_and_when_its_model_is_gone(project: Project) -> None:
    project.trained_s()
    project.model.unlink()
    project.trained_s()
    assert calls(project) == 2


def test_the_peer_learns_for_the_epochs_of_rasas_own_default() -> None:
    config = yaml.safe_load((peer.HOME / "config.yml").read_text())
    named = {part["name"]: part.get("epochs") for part in (*config["pipeline"], *config["policies"])}
    learn = ("DIETClassifier", "ResponseSelector", "TEDPolicy", "UnexpecTEDIntentPolicy")
    assert [named[name] for name in learn] == [100] * 4


def test_fewer_epochs_are_another_model(tmp_path: Path) -> None:
    assert peer.project(1).kept != peer.project().kept != floor.project().kept
