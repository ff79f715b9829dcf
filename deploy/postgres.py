"""A PostgreSQL server of its own for tests and measurements, from Debian's programs, gone with the block."""

import contextlib
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from deploy import apt

REMEDY = "no PostgreSQL for the tests; run: apt-get install -y postgresql"
OPTIONS = "-c listen_addresses='' -c fsync=off"
"""Nobody pulls this machine's plug; what is killed are our processes, not the server."""


def find(name: str = "initdb") -> Path | None:
    """The folder of its programs: the newest that Debian has installed with this one, or the one on PATH."""
    installed = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: float(path.parts[-3]))
    if installed:
        return installed[-1].parent
    on_path = shutil.which(name)
    return Path(on_path).parent if on_path else None


def require() -> Path:
    """The same, installed if need be. Exits with the remedy."""
    if find() is None and apt.possible():
        print("==> installing PostgreSQL for the tests", flush=True)
        apt.install("postgresql")
    return find() or sys.exit(REMEDY)


def account() -> str:
    """Who runs it: ourselves, but not as root, which PostgreSQL refuses to be."""
    if os.geteuid() != 0:
        return pwd.getpwuid(os.geteuid()).pw_name
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


class Server:
    """PostgreSQL over its data in a folder; `url` is the HOSHO_DATABASE_URL of its one database, through a socket."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._programs, self._owner = folder, require(), pwd.getpwnam(account())
        self.url = f"postgres://hosho@{quote(str(folder), safe='')}/postgres"
        os.chown(folder, self._owner.pw_uid, self._owner.pw_gid)
        self._run("initdb", "--auth=trust", "--username=hosho", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")

    def start(self) -> None:
        options = f"{OPTIONS} -k {self._folder}"
        self._run("pg_ctl", "start", "-w", "-l", str(self._folder / "log"), "-o", options)

    def stop(self) -> None:
        """At once, as in a crash."""
        self._run("pg_ctl", "stop", "-w", "-m", "immediate")

    def _run(self, program: str, *arguments: str) -> None:
        as_root = os.geteuid() == 0
        done = subprocess.run(
            [str(self._programs / program), "-D", str(self._folder / "data"), *arguments],
            cwd=self._folder,
            capture_output=True,
            text=True,
            user=self._owner.pw_uid if as_root else None,
            group=self._owner.pw_gid if as_root else None,
        )
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stderr}")


@contextlib.contextmanager
def running_postgres() -> Iterator[Server]:
    """A server that may be stopped and started again in the block."""
    with tempfile.TemporaryDirectory(prefix="hosho-pg-") as folder:
        server = Server(Path(folder))
        server.start()
        try:
            yield server
        finally:
            server.stop()


@contextlib.contextmanager
def started_postgres() -> Iterator[str]:
    """The HOSHO_DATABASE_URL of an empty database."""
    with running_postgres() as server:
        yield server.url
