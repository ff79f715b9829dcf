"""The commands of docs/operations.md that need an engine: their options are the engine's, their names are ours."""

import re
import shlex

import pytest

from tests.deploy.manifests.programs import run
from tests.deploy.manifests.read import compose, kubernetes
from tests.deploy.test_operations_guide import BLOCK, GUIDE
from web.environment import ROOT

THEIRS = {"hosho.env", "secrets.yaml"}
"""Files that the operator writes."""


def lines(how: str) -> list[list[str]]:
    blocks = BLOCK.findall(GUIDE.read_text(encoding="utf-8"))
    return [shlex.split(line) for kind, block in blocks if kind == how for line in block.splitlines()]


@pytest.mark.parametrize("words", [*lines("compose"), *lines("kubernetes")], ids=" ".join)
def test_every_file_is_there(words: list[str]) -> None:
    options = ("--file", "--env-file", "--filename", "--kustomize")
    files = {words[place + 1] for place, word in enumerate(words) if word in options}
    assert not [name for name in files - THEIRS if not (ROOT / name).exists()]


@pytest.mark.parametrize("words", lines("kubernetes"), ids=" ".join)
def test_every_object_is_there(words: list[str]) -> None:
    named = {word for word in words if re.fullmatch(r"(deployment|job)/\w+", word)}
    there = {f"{found['kind'].lower()}/{found['metadata']['name']}" for found in kubernetes()}
    assert named <= there
    assert words[words.index("--namespace") + 1] == "hosho" if "--namespace" in words else "apply" in words


@pytest.mark.parametrize("words", lines("compose"), ids=" ".join)
def test_every_service_is_there(words: list[str]) -> None:
    after = words[words.index("deploy/compose.yml") + 1 :]
    named = {word.partition("=")[0] for word in after if re.fullmatch(r"\w+=\d", word)}
    named |= {after[1]} if after[0] == "exec" else set()
    assert named <= set(compose()["services"])


@pytest.mark.parametrize("words", lines("compose"), ids=" ".join)
def test_compose_knows_every_option(words: list[str]) -> None:
    after = words[words.index("deploy/compose.yml") + 1 :]
    known = run("docker-compose", after[0], "--help").stdout
    assert not [word for word in after if word.startswith("--") and word not in known]


@pytest.mark.parametrize("words", lines("kubernetes"), ids=" ".join)
def test_kubectl_knows_every_option(words: list[str]) -> None:
    after = words[1 : words.index("--")] if "--" in words else words[1:]
    if after[0] == "--namespace":
        after = after[2:]
    command = after[: 2 if after[0] == "rollout" else 1]
    known = run("kubectl", *command, "--help").stdout
    assert not [word for word in after if word.startswith("--") and word.partition("=")[0] not in known]
