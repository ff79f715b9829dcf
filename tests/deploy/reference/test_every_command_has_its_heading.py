"""Whatever can be typed is described in docs/reference/commands.md, with each of its arguments."""

import re
import subprocess

import pytest

from deploy.reference import manage, programs
from deploy.reference.arguments import Command
from tests.deploy.reference.kept import sections
from web.environment import ROOT

PACKAGES = ("deploy", "bench")


def test_every_target_of_make_has_its_heading_and_no_other() -> None:
    shown = subprocess.run(
        ["make", "--no-print-directory", "help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    targets = {line.split()[0] for line in shown.splitlines()}
    assert "run" in targets
    assert {f"make {target}" for target in targets} == set(sections("commands.md", "make"))


def test_every_target_that_can_be_made_is_shown() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (phony,) = re.findall(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    assert {f"make {target}" for target in phony.split()} == set(sections("commands.md", "make"))


def test_every_command_of_manage_py_has_its_heading_and_no_other() -> None:
    files = {path.stem for path in ROOT.glob("*/management/commands/*.py")} - {"__init__"}
    assert len(files) > 5
    assert {f"python manage.py {name}" for name in files} == set(sections("commands.md", "manage.py"))


@pytest.mark.parametrize("package", PACKAGES)
def test_every_program_has_its_heading_and_no_other(package: str) -> None:
    found = set()
    for path in (ROOT / package).rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if ".venv" not in path.parts and ('\nif __name__ == "__main__":' in text or path.name == "__main__.py"):
            found.add(".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__main__"))
    assert len(found) > 5
    assert {f"python -m {name}" for name in found} == set(sections("commands.md", package))


@pytest.mark.parametrize("command", [*manage.commands()], ids=lambda command: command[0])
def test_a_command_says_what_it_does_and_what_its_arguments_are(command: Command) -> None:
    name, told, arguments = command
    assert re.search(r"^[A-Z].+\.$", told, re.MULTILINE), f"{name} has no English sentence above its imports"
    assert [argument.usage for argument in arguments if not argument.help] == []


@pytest.mark.parametrize("program", [p for package in PACKAGES for p in programs.of(package)], ids=lambda p: p[0])
def test_a_program_says_what_it_does_and_what_its_arguments_are(program: Command) -> None:
    name, told, arguments = program
    assert told, f"{name} says nothing of itself"
    assert [argument.usage for argument in arguments if not argument.help] == []


def test_an_argument_is_told_as_it_is_typed() -> None:
    erasing = sections("commands.md")["python manage.py erase_visitor"]
    assert "- `--reference REFERENCE`: 受付番号; needed without `--session`, `--email`, `--phone`\n" in erasing
    assert "- `--yes`: 一覧を確かめたので、消去します\n" in erasing
    assert "--verbosity" not in erasing
