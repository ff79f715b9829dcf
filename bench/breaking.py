"""Ways to break a part of a started stack, and what brings it back; each a block during which it is broken."""

import contextlib
import os
import resource
import signal
import sqlite3
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from deploy.started import Stack


@contextlib.contextmanager
def killed(stack: Stack, name: str) -> Iterator[None]:
    """SIGKILL; at the end the process is started again, as a supervisor does."""
    stack.stop(name, signal.SIGKILL)
    try:
        yield
    finally:
        stack.start(name)


@contextlib.contextmanager
def halted(stack: Stack, name: str) -> Iterator[None]:
    """SIGSTOP: it holds its connections and answers nobody; then SIGCONT."""
    os.killpg(stack.processes[name].pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.killpg(stack.processes[name].pid, signal.SIGCONT)


@contextlib.contextmanager
def no_room(stack: Stack, name: str) -> Iterator[None]:
    """Each write of the process into a file fails, as on a full disk (EFBIG in place of ENOSPC)."""
    pid = stack.processes[name].pid
    before = resource.prlimit(pid, resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
    try:
        yield
    finally:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, before)


@contextlib.contextmanager
def locked(database: Path) -> Iterator[None]:
    """Another connection holds SQLite's write lock."""
    with contextlib.closing(sqlite3.connect(database, isolation_level=None, timeout=20)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        finally:
            connection.execute("ROLLBACK")


def hangs(url: str) -> bool:
    """Whether what listens there takes the connection and then says nothing for a second."""
    try:
        urllib.request.urlopen(url, timeout=1).close()
    except TimeoutError:
        return True
    except urllib.error.URLError as error:
        return isinstance(error.reason, TimeoutError)
    return False


def told_by_readyz(stack: Stack, wanted: str, seconds: float = 90) -> str:
    """What /readyz says once it holds these words. Raises TimeoutError with what it said instead."""
    started, said = time.monotonic(), "nothing"
    while time.monotonic() - started < seconds:
        try:
            with urllib.request.urlopen(f"{stack.url}/readyz", timeout=10) as response:
                said = response.read().decode()
        except urllib.error.HTTPError as error:
            said = error.read().decode()
        except OSError as error:
            said = str(error)
        if wanted in said:
            return said
        time.sleep(0.2)
    raise TimeoutError(f"/readyz does not say {wanted!r}, but {said}")
