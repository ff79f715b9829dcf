"""HAProxy with our configuration for tests and measurements, Debian's program, gone with the block."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from deploy import apt
from deploy.proxy import Plan, configuration

REMEDY = "no HAProxy for the tests; run: apt-get install -y haproxy"
PATIENCE = 20.0
"""Seconds until it listens."""


def require() -> str:
    """The path of haproxy, installed if need be. Exits with the remedy."""
    if shutil.which("haproxy") is None and apt.possible():
        print("==> installing HAProxy for the tests", flush=True)
        apt.install("haproxy")
    return shutil.which("haproxy") or sys.exit(REMEDY)


@contextlib.contextmanager
def started_proxy(plan: Plan, folder: Path, token: str) -> Iterator[Path]:
    """Listening where the plan says; its log lies in the folder. `token`: HOSHO_ACTION_TOKEN."""
    file, log = folder / "haproxy.cfg", folder / "proxy.log"
    file.write_text(configuration(plan), encoding="utf-8")
    environment = {**os.environ, "HOSHO_ACTION_TOKEN": token}
    with log.open("ab") as output:
        process = subprocess.Popen([require(), "-db", "-f", str(file)], env=environment, stdout=output, stderr=output)
    try:
        _wait_for(plan.public, log)
        yield log
    finally:
        process.kill()
        process.wait()


def _wait_for(address: str, log: Path) -> None:
    """Raises TimeoutError when nobody listens there in time."""
    host, _, port = address.rpartition(":")
    started = time.monotonic()
    while time.monotonic() - started < PATIENCE:
        with contextlib.suppress(OSError), socket.create_connection((host, int(port)), 1):
            return
        time.sleep(0.02)
    raise TimeoutError(f"haproxy does not listen on {address}: {log.read_text()}")
