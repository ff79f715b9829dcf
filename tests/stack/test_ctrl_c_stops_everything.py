"""What `make run` starts, it stops: no process of it stays behind."""

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from deploy.ports import free_port
from tests.faults.waiting import until
from web.environment import ROOT, load

PATIENCE = 120.0
"""Seconds for a line: a start takes some twenty."""


def processes_of(var: Path) -> dict[int, str]:
    """The processes whose environment names this folder as HOSHO_VAR: pid and command."""
    found, mark = {}, f"HOSHO_VAR={var}".encode()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if mark in (folder / "environ").read_bytes().split(b"\0"):
                found[int(folder.name)] = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except OSError:
            continue  # it ended while we looked
    return found


@pytest.fixture
def deploy_run(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """python -m deploy.run, as `make run` ends, ready, in a process group of its own."""
    for name in ("hosho.db", "secrets.json"):  # and the keys under which its rows are sealed
        shutil.copy(load().var / name, tmp_path / name)
    environment = {
        **os.environ,
        "HOSHO_VAR": str(tmp_path),
        "HOSHO_PORT": str(free_port()),
        "HOSHO_RASA_URL": f"http://127.0.0.1:{free_port()}",
    }
    with subprocess.Popen(
        [sys.executable, "-m", "deploy.run"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as process:
        yield process
        if process.poll() is None:
            process.kill()


def read_until(process: subprocess.Popen[str], wanted: str) -> str:
    """All that it said, up to the line wanted. Fails with it when the process ends, or PATIENCE, before that."""
    said, patience = "", threading.Timer(PATIENCE, os.killpg, (process.pid, signal.SIGKILL))
    patience.start()
    try:
        for line in process.stdout or ():
            said += line
            if wanted in said:
                return said
    finally:
        patience.cancel()
    raise AssertionError(said)


def answers(url: str) -> bool:
    with contextlib.suppress(OSError):
        urllib.request.urlopen(url, timeout=5).close()
        return True
    return False


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_all_three_processes_end_in_the_midst_of_their_start_and_none_stays(
    deploy_run: subprocess.Popen[str], tmp_path: Path, how: signal.Signals
) -> None:
    read_until(deploy_run, "deliver started")
    assert len(processes_of(tmp_path)) >= 4
    os.kill(deploy_run.pid, how)
    deploy_run.communicate(timeout=30)
    assert deploy_run.returncode == 0
    assert processes_of(tmp_path) == {}


def test_a_taken_port_is_said_with_its_setting(tmp_path: Path) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        environment = {**os.environ, "HOSHO_VAR": str(tmp_path), "HOSHO_PORT": str(taken.getsockname()[1])}
        done = subprocess.run(
            [sys.executable, "-m", "deploy.run"], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60
        )
    assert done.returncode != 0
    assert "HOSHO_PORT" in done.stderr


def test_a_process_that_dies_is_started_again_and_none_stays_when_all_are_stopped(
    deploy_run: subprocess.Popen[str], tmp_path: Path
) -> None:
    said = read_until(deploy_run, "スタッフ画面")
    assert all(f"{name} started" in said for name in ("rasa", "web", "deliver"))
    [web] = [
        pid for pid, command in processes_of(tmp_path).items() if " -m uvicorn" in command and "kept" not in command
    ]
    port = re.findall(r"--port (\d+)", processes_of(tmp_path)[web])[0]
    os.kill(web, signal.SIGKILL)
    read_until(deploy_run, "web ended with -9; it is started again")
    until(lambda: answers(f"http://127.0.0.1:{port}/readyz"), "readiness")
    os.kill(deploy_run.pid, signal.SIGTERM)
    deploy_run.communicate(timeout=30)
    assert processes_of(tmp_path) == {}
