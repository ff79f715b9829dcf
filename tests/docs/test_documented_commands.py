"""What a page says to type is there, and takes what the page gives it.

The blocks of docs/operations.md are run whole (tests/deploy/test_operations_guide.py), those of docs/how-to/ too
(tests/how_to/); what takes minutes, such as a benchmark, is asked here for the options that it knows."""

import importlib.util
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from django.core.management import get_commands, load_command_class

from tests.docs.pages import PAGES, ROOT, documented, options

pytestmark = pytest.mark.slow

ASKED = [page for page in PAGES if page.parent != ROOT / "docs" / "how-to"]
MODULES = {words for words in documented(r"python -m ", ASKED) if words.split()[0] not in {"pytest", "venv"}}
TESTS = documented(r"pytest ", ASKED)
MANAGED = documented(r"manage\.py ", ASKED)
NAME = re.compile(r"def (test_\w+)")
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("words", sorted(documented(r"make ")))
def test_make_has_the_target(words: str) -> None:
    assert words.split()[0] in TARGETS


@pytest.mark.parametrize("words", sorted(MANAGED))
def test_manage_py_has_the_command_and_its_options(words: str) -> None:
    name = words.split()[0]
    known = load_command_class(get_commands()[name], name).create_parser("manage.py", name).format_help()
    assert options(words) <= set(re.findall(r"--?[a-z][a-z-]*", known))


@pytest.mark.parametrize("words", sorted(MODULES))
def test_a_module_that_is_run_is_there_and_knows_its_options(words: str) -> None:
    module = words.split()[0]
    assert options(words) <= known_options(module)


@cache
def known_options(module: str) -> set[str]:
    """What the module says of itself when asked for help; nothing when it takes no options."""
    package = (ROOT / module.replace(".", "/")).is_dir()
    spec = importlib.util.find_spec(f"{module}.__main__" if package else module)
    source = Path((spec and spec.origin) or pytest.fail(f"there is no {module}"))
    if "argparse" not in source.read_text(encoding="utf-8"):
        return set()
    told = subprocess.run([sys.executable, "-m", module, "--help"], cwd=ROOT, capture_output=True, text=True)
    assert told.returncode == 0, told.stderr
    return set(re.findall(r"--?[a-z][a-z-]*", told.stdout))


@pytest.mark.parametrize("words", sorted(TESTS))
def test_the_tests_that_a_page_names_are_there(words: str) -> None:
    path, *chosen = words.split()
    files = [ROOT / path] if path.endswith(".py") else sorted((ROOT / path).rglob("test_*.py"))
    names = [f"{file.name} {name}" for file in files for name in NAME.findall(file.read_text(encoding="utf-8"))]
    assert any(all(word in name for word in chosen if word != "-k") for name in names)


def test_there_is_something_to_type() -> None:
    assert len(MODULES) >= 10
    assert len(MANAGED) >= 5
    assert len(TESTS) >= 3
