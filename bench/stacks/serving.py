"""Processes of a measured stack: started together, ready when all of them answer, ended together, with their memory."""

import contextlib
import os
import signal
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import psutil

from bench.stacks.talks import Talk

PATIENCE = 600.0
"""Seconds until a stack that does not become ready is given up."""


@dataclass(frozen=True)
class Running:
    """A stack that answers. `talk`: a new visitor of it. `times`: seconds and count of each stage so far, if told."""

    ready_s: float
    processes: Sequence[subprocess.Popen[bytes]]
    talk: Callable[[aiohttp.ClientSession], Talk]
    fills_form: bool = True
    times: Callable[[], Mapping[str, tuple[float, float]]] = dict


@dataclass(frozen=True)
class Process:
    """How one is started, and the address that answers 200 when it is ready."""

    name: str
    command: Sequence[str]
    ready: str
    folder: Path
    environment: Mapping[str, str]


@contextlib.contextmanager
def serving(processes: Sequence[Process], logs: Path) -> Iterator[tuple[list[subprocess.Popen[bytes]], float]]:
    """The processes, ready, and the seconds it took. Raises RuntimeError with a log's end when one ends meanwhile."""
    started = time.monotonic()
    running: list[subprocess.Popen[bytes]] = []
    try:
        for process in processes:
            with (logs / f"{process.name}.log").open("wb") as log:
                running.append(_start(process, log.fileno()))
        for process, popen in zip(processes, running, strict=True):
            _wait(process, popen, logs / f"{process.name}.log")
        yield running, time.monotonic() - started
    finally:
        for popen in running:
            _end(popen, signal.SIGTERM)
        for popen in running:
            with contextlib.suppress(subprocess.TimeoutExpired):
                popen.wait(30)
            _end(popen, signal.SIGKILL)  # what hangs, and what it left behind
            popen.wait()


def _start(process: Process, log: int) -> subprocess.Popen[bytes]:
    environment = {**os.environ, **process.environment}
    return subprocess.Popen(
        process.command, cwd=process.folder, env=environment, stdout=log, stderr=log, start_new_session=True
    )


def _end(popen: subprocess.Popen[bytes], how: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(popen.pid, how)


def _wait(process: Process, popen: subprocess.Popen[bytes], log: Path) -> None:
    started = time.monotonic()
    while time.monotonic() - started < PATIENCE:
        if popen.poll() is not None:
            raise RuntimeError(f"{process.name} ended with {popen.returncode}:\n{log.read_text()[-2000:]}")
        try:
            urllib.request.urlopen(process.ready, timeout=5).close()
            return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(
        f"{process.name} was not ready after {PATIENCE:.0f} s; the end of its log:\n{log.read_text()[-2000:]}"
    )


def memory_mb(processes: Sequence[subprocess.Popen[bytes]]) -> float:
    """PSS of them and of all that they started: shared pages are counted once, in shares."""
    parents = [psutil.Process(process.pid) for process in processes]
    everyone = [one for parent in parents for one in (parent, *parent.children(recursive=True))]
    return float(sum(one.memory_full_info().pss for one in everyone)) / 2**20
