"""The whole way of an operator: a new key is put first, everything is sealed under it, the old one goes. Meanwhile and
afterwards a visitor goes on, and nothing that was said lies in clear in any file."""

import json
import subprocess
from collections.abc import Iterator

import pytest
from cryptography.fernet import Fernet

from bench.breaking import told_by_readyz
from deploy.stack import PYTHON, variables
from deploy.started import Stack, started_stack
from tests.stack.visitor import Visitor
from web.environment import ROOT

ANSWERS = ("同意します", "株式会社たつのおとしご製作所", "浦島乙女です", "otome@ryugu.example")
NOBODY_ELSES = ("たつのおとしご", "浦島乙女", "otome@ryugu", "ryugu.example")


@pytest.fixture(scope="module")
def stack() -> Iterator[Stack]:
    """One of its own: its keys are changed, by one test after the other."""
    with started_stack() as own:
        yield own


def restart_with(stack: Stack, *keys: str, names: tuple[str, ...] = ("rasa", "web", "deliver")) -> None:
    for name in names:
        stack.stop(name)
    stack.environment = stack.environment.model_copy(update={"field_keys": list(keys)})
    for name in names:
        stack.start(name)


def rotate(stack: Stack) -> subprocess.CompletedProcess[str]:
    command = [str(PYTHON), "manage.py", "rotate_field_keys"]
    return subprocess.run(command, cwd=ROOT, env=variables(stack.environment), capture_output=True, text=True)


def in_clear(stack: Stack) -> list[tuple[str, str]]:
    """(file, text) for each text of nobody else's that a file holds, as it is or as JSON writes it."""
    files = [file for file in stack.environment.var.rglob("*") if file.is_file()]
    assert {"hosho.db", "tracker.db"} <= {file.name for file in files}
    found = []
    for file in files:
        stored = file.read_bytes()
        ways = ((text, (text, json.dumps(text)[1:-1])) for text in NOBODY_ELSES)
        found += [(file.name, text) for text, written in ways if any(way.encode() in stored for way in written)]
    return found


def test_the_old_key_may_go_and_the_visitor_goes_on(stack: Stack) -> None:
    (old,), new = stack.environment.field_keys, Fernet.generate_key().decode()
    visitor = Visitor(stack)
    for text in ("担当者と話したいです", *ANSWERS):
        visitor.ask(text)
    assert in_clear(stack) == []

    restart_with(stack, new, old)
    stack.wait_until_ready()
    done = rotate(stack)
    assert (done.returncode, done.stderr) == (0, "")
    assert "may now be removed from HOSHO_FIELD_KEYS" in done.stdout
    assert "Rasa's tracker store: 0 rows" not in done.stdout

    restart_with(stack, new)
    stack.wait_until_ready()
    said = [message["text"] for message in visitor.come_back()["messages"] if message["from"] == "visitor"]
    assert said[1:] == list(ANSWERS)
    receipt = visitor.ask("送信")["form"]["receipt"]
    assert receipt
    assert in_clear(stack) == []


def test_with_a_key_that_opens_nothing_the_operator_is_told_on_readyz(stack: Stack) -> None:
    Visitor(stack).ask("担当者と話したいです")
    restart_with(stack, Fernet.generate_key().decode(), names=("web",))
    told_by_readyz(stack, "no key in HOSHO_FIELD_KEYS opens leads.")
