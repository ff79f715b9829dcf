"""docs/operations.md, read as an operator reads it: each block is run, in order, on a hosho of its own."""

import os
import re
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

from deploy.ports import free_port
from web.environment import ROOT, load

pytestmark = pytest.mark.stack
GUIDE = ROOT / "docs" / "operations.md"
BLOCK = re.compile(r"^```sh ?(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
OTHERWISE = {
    "slow": "tests/knowledge/test_publish_knowledge_command.py",
    "compose": "tests/deploy/manifests/test_the_guide_names_what_is_there.py",
    "kubernetes": "tests/deploy/manifests/test_the_guide_names_what_is_there.py",
}
"""Blocks that are not run here, and the test that does, or that looks for what they name."""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    var, backups = tmp_path / "var", tmp_path / "backups"
    var.mkdir()
    backups.mkdir()
    for name in ("hosho.db", "secrets.json"):
        shutil.copy(load().var / name, var / name)
    (tmp_path / "web.log").touch()
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith("HOSHO_")},
        "HOSHO_VAR": str(var),
        "HOSHO_PORT": str(free_port()),
        "HOSHO_RASA_URL": f"http://127.0.0.1:{free_port()}",
        "HOSHO_ACTION_TOKEN": load().action_token,
        "BACKUPS": str(backups),
        "LOG": str(tmp_path / "web.log"),
    }


def test_every_command_does_what_it_says(environment: dict[str, str], tmp_path: Path) -> None:
    blocks = BLOCK.findall(GUIDE.read_text(encoding="utf-8"))
    assert len(blocks) >= 5
    running = None
    try:
        for how, command in blocks:
            if how == "running":
                running = started(command, environment)
            elif how in OTHERWISE:
                assert (ROOT / OTHERWISE[how]).exists()
            else:
                place = environment | {"HOSHO_VAR": empty(tmp_path, environment)} if how == "elsewhere" else environment
                done = subprocess.run(command, shell=True, cwd=ROOT, env=place, capture_output=True, text=True)
                assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    finally:
        if running:
            os.killpg(running.pid, signal.SIGTERM)
            running.communicate(timeout=60)


def started(command: str, environment: dict[str, str]) -> "subprocess.Popen[str]":
    """The command, still running, once it has printed the addresses."""
    process = subprocess.Popen(
        command, shell=True, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    said = ""
    for line in process.stdout or ():
        said += line
        if "スタッフ画面" in line:
            return process
    raise AssertionError(said)


def empty(tmp_path: Path, environment: dict[str, str]) -> str:
    """A place with the secrets alone, as they were kept apart."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shutil.copy(Path(environment["HOSHO_VAR"]) / "secrets.json", elsewhere)
    return str(elsewhere)
