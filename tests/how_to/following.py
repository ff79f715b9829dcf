"""A how-to followed literally: its diffs are applied, its commands run, in the order of the page."""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from deploy.ports import free_port
from deploy.started import copy_database
from web.environment import ROOT, load

DOES = {"diff": ["git", "apply", "-"], "sh": ["bash", "-e"]}
"""What takes a block of this kind from its standard input. Others are only read."""
SHARED = (".venv", "bot/.venv", "node_modules", ".tools")
"""What is installed, and what no how-to changes."""
OF_THE_CALLER = ("HOSHO_", "GIT_", "PYTEST_", "PYTHON", "DJANGO_")
PATIENCE = 600.0
"""Seconds for one block."""

_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    kind: str
    text: str


class NotAsWritten(AssertionError):
    """A block did not do what the page promises; tells the block and what it said."""


def blocks(page: str) -> list[Block]:
    """The fenced blocks that are to be done, first to last."""
    return [Block(kind, text) for kind, text in _BLOCK.findall(page) if kind in DOES]


def follow(page: str, root: Path, **environment: str) -> None:
    """Does each block at this root. Raises NotAsWritten at the first one that fails."""
    for block in blocks(page):
        done = subprocess.run(
            DOES[block.kind],
            input=block.text,
            cwd=root,
            env=_without_the_callers() | environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
        if done.returncode:
            raise NotAsWritten(f"```{block.kind}\n{block.text}```\n{done.stdout}\n{done.stderr}")


def scratch_copy(place: Path) -> Path:
    """The working tree as it is, with a repository, a database, secrets and a model of its own."""
    for name in _git(ROOT, "ls-files", "-co", "--exclude-standard", "-z").split("\0"):
        if name and (ROOT / name).is_file():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, place / name)
    _git(place, "init", "-q")
    _git(place, "add", "-A")
    for name in SHARED:
        (place / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "models", place / "models")
    own = load().var
    (place / "var").mkdir()
    shutil.copy(own / "secrets.json", place / "var")
    copy_database(own, place / "var")
    return place


def free_places() -> dict[str, str]:
    """Settings with which a copy disturbs no hosho that is running."""
    return {"HOSHO_PORT": str(free_port()), "HOSHO_RASA_URL": f"http://127.0.0.1:{free_port()}"}


def _git(root: Path, *arguments: str) -> str:
    command = ["git", *arguments]
    return subprocess.run(
        command, cwd=root, env=_without_the_callers(), check=True, capture_output=True, text=True
    ).stdout


def _without_the_callers() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith(OF_THE_CALLER)}
