"""A Redis server of its own for tests, from Debian's program, gone with the block."""

import contextlib
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from deploy import apt
from deploy.ports import free_port

REMEDY = "no Redis for the tests; run: apt-get install -y redis-server"
PATIENCE = 20.0
"""Seconds until it listens."""


@dataclass
class Redis:
    """Where it listens; it keeps nothing on disk, so that a new start finds nothing."""

    port: int = field(default_factory=free_port)
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        """Raises TimeoutError when it does not listen in time."""
        quiet = ["--save", "", "--appendonly", "no", "--loglevel", "warning"]
        command = [require(), "--port", str(self.port), "--bind", "127.0.0.1", *quiet]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        started = time.monotonic()
        while time.monotonic() - started < PATIENCE:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
                return
            time.sleep(0.02)
        raise TimeoutError(f"redis-server does not listen on {self.port}")

    def stop(self) -> None:
        if self.process:
            self.process.kill()
            self.process.wait()


def require() -> str:
    """The path of redis-server, installed if need be. Exits with the remedy."""
    if shutil.which("redis-server") is None and apt.possible():
        print("==> installing Redis for the tests", flush=True)
        apt.install("redis-server")
    return shutil.which("redis-server") or sys.exit(REMEDY)


@contextlib.contextmanager
def started_redis() -> Iterator[Redis]:
    redis = Redis()
    redis.start()
    try:
        yield redis
    finally:
        redis.stop()
