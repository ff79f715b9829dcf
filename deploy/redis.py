"""A Redis server of its own for tests, from Debian's program, gone with the block."""

import contextlib
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field

from deploy import apt
from deploy.ports import free_port, listens


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
        program = apt.require("redis-server", "Redis", "redis-server")
        quiet = ["--save", "", "--appendonly", "no", "--loglevel", "warning"]
        command = [program, "--port", str(self.port), "--bind", "127.0.0.1", *quiet]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        if not listens("127.0.0.1", self.port):
            raise TimeoutError(f"redis-server does not listen on {self.port}")

    def stop(self) -> None:
        if self.process:
            self.process.kill()
            self.process.wait()


@contextlib.contextmanager
def started_redis() -> Iterator[Redis]:
    redis = Redis()
    redis.start()
    try:
        yield redis
    finally:
        redis.stop()
