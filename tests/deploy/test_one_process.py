"""python -m deploy.one NAME, as a container starts it: the one process, in the place of the command."""

import contextlib
import os
import signal
import sqlite3
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from deploy.stack import PYTHON, variables
from deploy.started import copy_database, free_port
from web.environment import ROOT, Environment, load

pytestmark = pytest.mark.slow

PATIENCE = 120.0
"""Seconds until web answers."""


def alone(tmp_path: Path) -> Environment:
    nowhere = f"http://127.0.0.1:{free_port()}"
    return load().model_copy(
        update={"var": tmp_path, "port": free_port(), "rasa_url": nowhere, "database_url": "", "redis_url": ""}
    )


def how(*arguments: str, environment: Environment) -> dict[str, Any]:
    """From another folder than ours, as anybody may."""
    return {
        "args": [str(PYTHON), "-m", "deploy.one", *arguments],
        "cwd": environment.var,
        "env": {**variables(environment), "PYTHONPATH": str(ROOT)},
        "stdout": subprocess.PIPE,
        "stderr": subprocess.STDOUT,
        "text": True,
    }


def ended(*arguments: str, environment: Environment) -> tuple[int, str]:
    done = subprocess.run(**how(*arguments, environment=environment), timeout=PATIENCE)
    return done.returncode, done.stdout


@pytest.fixture
def web(tmp_path: Path) -> Iterator["tuple[subprocess.Popen[str], str]"]:
    """The process, answering, and its address."""
    environment = alone(tmp_path)
    process, url = subprocess.Popen(**how("web", environment=environment)), f"http://127.0.0.1:{environment.port}"
    try:
        since = time.monotonic()
        while time.monotonic() - since < PATIENCE and process.poll() is None:
            with contextlib.suppress(OSError):  # a 503 while it starts is one, too
                urllib.request.urlopen(f"{url}/healthz", timeout=5).close()
                break
            time.sleep(0.2)
        yield process, url
    finally:
        process.kill()
        process.communicate()


def test_web_answers_in_the_place_of_the_command_and_ends_when_told(web: "tuple[subprocess.Popen[str], str]") -> None:
    process, url = web
    with urllib.request.urlopen(f"{url}/healthz", timeout=5) as answer:
        assert answer.status == 200
    assert b"uvicorn" in Path(f"/proc/{process.pid}/cmdline").read_bytes(), "no shell stands between"
    os.kill(process.pid, signal.SIGTERM)
    said, _ = process.communicate(timeout=20)
    assert "Traceback" not in said


def test_prepare_leaves_a_live_release_alone(tmp_path: Path) -> None:
    """And so it may be run before every start."""
    environment = alone(tmp_path)
    copy_database(load().var, tmp_path)
    with contextlib.closing(sqlite3.connect(tmp_path / "hosho.db")) as copy:
        before = copy.execute("SELECT max(id) FROM knowledge_release").fetchone()
        copy.execute("DROP TABLE django_session")
        copy.execute("DELETE FROM django_migrations WHERE app = 'sessions'")
        copy.commit()
        code, said = ended("prepare", environment=environment)
        assert code == 0, said
        assert copy.execute("SELECT max(id) FROM knowledge_release").fetchone() == before
        assert copy.execute("SELECT count(*) FROM django_session").fetchone() == (0,), "it has migrated"


def test_what_is_no_process_is_refused_in_a_sentence(tmp_path: Path) -> None:
    code, said = ended("rassa", environment=alone(tmp_path))
    assert code == 1
    assert said == "no process of hosho is called 'rassa'; there are: rasa, web, deliver, prepare\n"


def test_without_a_name_it_tells_how_it_is_called(tmp_path: Path) -> None:
    code, said = ended(environment=alone(tmp_path))
    assert code == 1
    assert "python -m deploy.one web|rasa|deliver|prepare" in said
