"""The web process alone, as deploy.stack starts it, on a port and a database file of its own; Rasa stays away."""

import contextlib
import sqlite3
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from deploy.ports import free_port
from deploy.stack import PYTHON, variables
from deploy.started import NO_CHANNELS, Stack
from web.environment import ROOT, load
from web.starting import NOT_READY

PATIENCE = 120.0
"""Seconds until it has loaded."""


@contextlib.contextmanager
def started_web(var: Path, *, loaded: bool = True, **settings: Any) -> Iterator[Stack]:
    """Once it has loaded, or while it loads. The database is a copy of the developer's, migrated."""
    own = load()
    with (
        contextlib.closing(sqlite3.connect(own.var / "hosho.db")) as source,
        contextlib.closing(sqlite3.connect(var / "hosho.db")) as copy,
    ):
        source.backup(copy)
    nowhere = f"http://127.0.0.1:{free_port()}"
    ways = {"var": var, "port": free_port(), "rasa_url": nowhere, "database_url": ""}
    environment = own.model_copy(update={**ways, **NO_CHANNELS, **settings})
    web = Stack(f"http://127.0.0.1:{environment.port}", environment, {})
    migrate = [str(PYTHON), "manage.py", "migrate", "--verbosity", "0"]
    subprocess.run(migrate, cwd=ROOT, env=variables(environment), check=True)
    web.start("web")
    try:
        _wait(web, loaded)
        yield web
    finally:
        web.stop("web")


def _wait(web: Stack, loaded: bool) -> None:
    started = time.monotonic()
    while time.monotonic() - started < PATIENCE:
        if web.processes["web"].poll() is not None:
            raise RuntimeError(web.log("web")[-2000:])
        said = _readiness(web)
        if said and not (loaded and NOT_READY in said):
            return
        time.sleep(0.1)
    raise TimeoutError(web.log("web")[-2000:])


def _readiness(web: Stack) -> str:
    """What /readyz says; nothing as long as nobody listens."""
    try:
        with urllib.request.urlopen(f"{web.url}/readyz", timeout=10) as response:
            return str(response.read().decode())
    except urllib.error.HTTPError as error:
        return error.read().decode()
    except OSError:
        return ""
