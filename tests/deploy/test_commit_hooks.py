"""What is looked at before a commit: nothing is downloaded for it, and it is what `make check` looks at."""

import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from deploy.stack import PYTHON
from web.environment import ROOT

HOOKS: list[dict[str, Any]] = [
    hook
    for repository in yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    for hook in repository["hooks"]
]
REFUSED = {
    "format": ("a.py", b"x  = 1\n"),
    "lint": ("a.py", b"import os\n"),
    "no-private-key": ("a.txt", b"-----BEGIN " + b"PRIVATE KEY-----\n"),
    "no-large-file": ("a.bin", bytes(501 * 1024)),
    "no-merge-mark": ("a.txt", b"<<<<<<< ours\n"),
    "no-trailing-space": ("a.txt", b"a \n"),
    "line-at-the-end": ("a.txt", b"a"),
}
"""Hook -> a file that it does not let through."""


def entry(name: str) -> list[str]:
    return shlex.split(next(str(hook["entry"]) for hook in HOOKS if hook["id"] == name))


def checked() -> list[str]:
    """The commands of `make check`."""
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").partition("\ncheck:")[2].partition("\n\n")[0]
    return [line.strip().replace("$(PY)", ".venv/bin/python") for line in recipe.splitlines()]


def test_no_hook_is_fetched_from_elsewhere() -> None:
    repositories = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    assert [repository["repo"] for repository in repositories] == ["local"]
    assert {hook["language"] for hook in HOOKS} == {"system"}


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_runs_a_program_of_the_environment(hook: dict[str, Any]) -> None:
    assert shutil.which(ROOT / shlex.split(hook["entry"])[0])


@pytest.mark.parametrize("name", ["types", "knowledge"])
def test_what_is_looked_at_as_a_whole_is_looked_at_as_make_check_does(name: str) -> None:
    assert shlex.join(entry(name)) in checked()


@pytest.mark.parametrize("package", entry("types")[1:])
def test_a_change_of_any_package_that_is_typed_has_its_types_looked_at(package: str) -> None:
    files = next(hook["files"] for hook in HOOKS if hook["id"] == "types")
    assert re.search(files, f"{package}/a.py")


@pytest.mark.parametrize("name", REFUSED)
def test_a_hook_refuses_what_it_is_there_for(name: str, tmp_path: Path) -> None:
    """In a repository of its own, where the file is about to be added."""
    file, content = REFUSED[name]
    (tmp_path / file).write_bytes(content)
    before = (tmp_path / file).read_bytes()
    for command in (["init", "--quiet"], ["add", file]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    done = subprocess.run([ROOT / entry(name)[0], *entry(name)[1:], file], cwd=tmp_path, capture_output=True)
    assert done.returncode or (tmp_path / file).read_bytes() != before


def test_the_configuration_is_one_that_pre_commit_reads() -> None:
    done = subprocess.run([PYTHON, "-m", "pre_commit", "validate-config"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
