"""python -m deploy.probe NAME, as a container is asked: 0, or 1 and a sentence."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from deploy.probe import LONGEST_ROUND
from deploy.stack import variables
from deploy.started import Stack, free_port
from web.environment import ROOT


def asked(*arguments: str, **environment: object) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "deploy.probe", *arguments],
        cwd=ROOT,
        env={**os.environ, **{name: str(value) for name, value in environment.items()}},
        capture_output=True,
        text=True,
        timeout=60,
    )
    return done.returncode, done.stderr.strip()


@pytest.fixture
def rasa_in_trouble() -> Iterator[int]:
    """The port of one that says why it is not ready."""

    class Troubled(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(503)
            self.end_headers()
            self.wfile.write(b'{"problem": "no model is loaded"}')

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Troubled)
    Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("name", ["web", "rasa", "deliver"])
def test_each_process_of_a_stack_that_runs_is_well(stack: Stack, name: str) -> None:
    assert asked(name, **variables(stack.environment)) == (0, "")


def test_rasa_behind_another_token_is_told(stack: Stack) -> None:
    code, said = asked("rasa", **variables(stack.environment) | {"HOSHO_ACTION_TOKEN": "another"})
    assert (code, said) == (1, "HTTP 401: the shared token is missing or wrong")


def test_what_rasa_says_is_wrong_is_passed_on(rasa_in_trouble: int) -> None:
    told = asked("rasa", HOSHO_RASA_URL=f"http://0.0.0.0:{rasa_in_trouble}")
    assert told == (1, "HTTP 503: no model is loaded")


@pytest.mark.parametrize("name", ["web", "rasa"])
def test_where_nobody_listens_is_no_answer(name: str) -> None:
    port = free_port()
    code, said = asked(name, HOSHO_PORT=port, HOSHO_RASA_URL=f"http://127.0.0.1:{port}")
    assert code == 1
    assert said.startswith("no answer: ")


def test_deliver_that_never_began_is_not_well(tmp_path: Path) -> None:
    assert asked("deliver", HOSHO_VAR=tmp_path) == (1, "no sign of life: No such file or directory")


def test_deliver_that_hangs_in_a_round_is_not_well(tmp_path: Path) -> None:
    pulse, since = tmp_path / "deliver.pulse", time.time() - LONGEST_ROUND - 5
    pulse.touch()
    assert asked("deliver", HOSHO_VAR=tmp_path) == (0, "")
    os.utime(pulse, (since, since))
    code, said = asked("deliver", HOSHO_VAR=tmp_path)
    assert code == 1
    assert said.startswith("its last round began 6")


def test_what_cannot_be_asked_is_refused() -> None:
    code, said = asked("proxy")
    assert code == 1
    assert "python -m deploy.probe web|rasa|deliver" in said
