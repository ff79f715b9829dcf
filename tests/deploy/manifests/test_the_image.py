"""deploy/Dockerfile, which no machine without a container engine can build: read by a linter, and by us."""

import fnmatch
import re
from pathlib import Path

import pytest

from tests.deploy.manifests.read import DOCKERFILE, instructions, set_in_the_image
from tests.test_architecture import FROM_LEFT_TO_RIGHT
from web.environment import ROOT, SECRETS, Environment


def copied() -> list[str]:
    """What comes from our folder."""
    given = [rest.split() for word, rest in instructions() if word == "COPY" and not rest.startswith("--from")]
    return [source for words in given for source in words[:-1]]


def let_through() -> list[str]:
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert next(line for line in lines if not line.startswith("#")) == "*", "all is left out but what is named"
    return [line.removeprefix("!") for line in lines if line.startswith("!")]


def test_whoever_runs_it_is_nobody_of_the_machine() -> None:
    users = [rest for word, rest in instructions() if word == "USER"]
    assert users[-1:] == ["10001:10001"], "in numbers, so that Kubernetes can tell that it is not root"
    last = max(place for place, (word, _) in enumerate(instructions()) if word == "FROM")
    after = instructions()[last:]
    assert not [word for word, _ in after[after.index(("USER", users[-1])) :] if word in ("COPY", "RUN", "ADD")]


@pytest.mark.parametrize("source", copied())
def test_what_is_copied_exists_and_reaches_the_builder(source: str) -> None:
    assert (ROOT / source).exists()
    assert Path(source).parts[0] in let_through()


def test_every_package_is_copied() -> None:
    assert {*FROM_LEFT_TO_RIGHT, "bot", "deploy", "data"} <= set(copied())


@pytest.mark.parametrize(
    "private", ["var/secrets.json", "var/hosho.db", ".git/config", "hosho.env", "tests/conftest.py"]
)
def test_what_is_nobodys_business_does_not_reach_the_builder(private: str) -> None:
    assert not [name for name in let_through() if fnmatch.fnmatch(Path(private).parts[0], name)]


def test_no_secret_is_in_it() -> None:
    text = DOCKERFILE.read_text(encoding="utf-8")
    assert not [name for name in SECRETS if f"HOSHO_{name.upper()}" in text]
    assert not re.search(r"^ARG", text, re.MULTILINE), "what is given to a build can be read from what it built"


def test_it_does_not_start_without_secrets() -> None:
    assert set_in_the_image()["HOSHO_PRODUCTION"] == "true"


def test_what_it_sets_are_settings() -> None:
    ours = {name.removeprefix("HOSHO_").lower() for name in set_in_the_image() if name.startswith("HOSHO_")}
    assert ours <= set(Environment.model_fields)


def test_no_registry_is_named() -> None:
    """The owner of a machine decides where images come from."""
    bases = [rest.split()[0] for word, rest in instructions() if word == "FROM"]
    assert not [base for base in bases if "." in base.split(":")[0]]


def test_uv_is_pinned() -> None:
    assert re.search(r"pip install [^\n]*\buv==\d", DOCKERFILE.read_text(encoding="utf-8"))
