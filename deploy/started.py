"""A stack of its own for tests and measurements: free ports, a copy of the database, stopped with the block."""

import contextlib
import os
import signal
import sqlite3
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from deploy.ports import free_port
from deploy.stack import MODEL, commands, own_address, variables
from web.environment import ROOT, Environment, load
from web.outlets import Outlets

PATIENCE = 240.0
"""Seconds until a stack that does not become ready is given up; two of everything start at once in deploy.cluster."""


NO_LIMITS = {"limits": False}
"""Thousands of turns come from one address here."""
NO_CHANNELS = {name: setting.get_default() for name, setting in Outlets.model_fields.items()}


@dataclass(frozen=True)
class Replica:
    """One of several processes of a kind (web, rasa, deliver), with settings of its own."""

    kind: str
    environment: Environment


@dataclass
class Stack:
    """A running stack: where it listens, where its files and logs are, and its processes by name.

    `replicas`: those whose name is not their kind, or whose settings are not the stack's."""

    url: str
    environment: Environment
    processes: dict[str, subprocess.Popen[bytes]]
    replicas: Mapping[str, Replica] = field(default_factory=dict)

    def log(self, name: str) -> str:
        return (self.environment.var / f"{name}.log").read_text(encoding="utf-8")

    def wait_for_line(self, name: str, part: str, patience: float = 15.0) -> None:
        """Until the log of this process holds such a line. Raises TimeoutError."""
        started = time.monotonic()
        while part not in self.log(name):
            if time.monotonic() - started > patience:
                raise TimeoutError(f"no line of {name} says {part}")
            time.sleep(0.05)

    def start(self, name: str, model: Path = MODEL) -> None:
        replica = self.replicas.get(name) or Replica(name, self.environment)
        with open(self.environment.var / f"{name}.log", "ab") as log:
            self.processes[name] = subprocess.Popen(
                commands(replica.environment, model)[replica.kind],
                shell=True,
                cwd=ROOT,
                env=variables(replica.environment),
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def stop(self, name: str, how: signal.Signals = signal.SIGTERM) -> None:
        process = self.processes[name]
        if process.poll() is None:
            os.killpg(process.pid, how)
        process.wait(20)

    def wait_until_ready(self) -> None:
        """All of it. Raises TimeoutError with what was said last, or RuntimeError when a process ended."""
        for replica in self.replicas.values():
            if replica.kind == "web":
                self._wait_for(f"{own_address(replica.environment)}/readyz")
            elif replica.kind == "rasa":
                self._wait_for(f"{replica.environment.rasa_url}/webhooks/control/ready")
        self._wait_for(f"{self.url}/readyz")

    def _wait_for(self, url: str) -> None:
        request = urllib.request.Request(url, headers={"Authorization": f"Bearer {self.environment.action_token}"})
        started, said = time.monotonic(), "nothing"
        while time.monotonic() - started < PATIENCE:
            for name, process in self.processes.items():
                if process.poll() is not None:
                    raise RuntimeError(f"{name} ended with {process.returncode}:\n{self.log(name)[-2000:]}")
            try:
                urllib.request.urlopen(request, timeout=5).close()
                return
            except urllib.error.HTTPError as error:
                said = error.read().decode()
            except OSError as error:
                said = str(error)
            time.sleep(0.2)
        raise TimeoutError(f"not ready after {PATIENCE:.0f} s: {said}")


def copy_database(source: Path, target: Path) -> None:
    """The SQLite database of one folder into another, while it is in use or not."""
    with (
        contextlib.closing(sqlite3.connect(source / "hosho.db")) as used,
        contextlib.closing(sqlite3.connect(target / "hosho.db")) as copy,
    ):
        used.backup(copy)


@contextlib.contextmanager
def started_stack(**settings: Any) -> Iterator[Stack]:
    """The real three processes, ready, with these settings. Conversations of the developer's own database are not
    touched, and its leads are sent nowhere: no channel is on unless a setting says so."""
    own = load()
    with tempfile.TemporaryDirectory(prefix="hosho-") as folder:
        var = Path(folder)
        copy_database(own.var, var)
        rasa = f"http://127.0.0.1:{free_port()}"
        own_ways = {"var": var, "port": free_port(), "rasa_url": rasa, "action_url": "", "database_url": ""}
        environment = own.model_copy(update={**own_ways, **NO_CHANNELS, **NO_LIMITS, **settings})
        with running(Stack(own_address(environment), environment, {}), commands(environment)) as stack:
            yield stack


@contextlib.contextmanager
def running(stack: Stack, names: Iterable[str]) -> Iterator[Stack]:
    """The stack with these processes, ready; stopped with the block."""
    try:
        for name in names:
            stack.start(name)
        stack.wait_until_ready()
        yield stack
    finally:
        for name in stack.processes:
            stack.stop(name)


@contextlib.contextmanager
def running_or_started() -> Iterator[tuple[str, str]]:
    """(address of web, address of Rasa): the stack that is already running with these settings, or one of our own."""
    own = load()
    url = f"http://127.0.0.1:{own.port}"
    try:
        urllib.request.urlopen(f"{url}/readyz", timeout=5).close()
    except OSError:
        with started_stack() as stack:
            yield stack.url, stack.environment.rasa_url
    else:
        yield url, own.rasa_url
