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


def find() -> Path | None:
    """The folder of its programs: the newest that Debian has installed, or the one on PATH."""
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    if installed:
        return installed[-1].parent
    on_path = shutil.which("initdb")
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


@contextlib.contextmanager
def started_postgres() -> Iterator[str]:
    """Its HOSHO_DATABASE_URL: an empty database, reached through a socket in a temporary folder."""
    programs, name = require(), account()
    owner = pwd.getpwnam(name)
    user, group = (owner.pw_uid, owner.pw_gid) if os.geteuid() == 0 else (None, None)
    with tempfile.TemporaryDirectory(prefix="hosho-pg-") as folder:
        data, log = Path(folder) / "data", Path(folder) / "log"
        os.chown(folder, owner.pw_uid, owner.pw_gid)

        def run(program: str, *arguments: str) -> None:
            command = [str(programs / program), "-D", str(data), *arguments]
            done = subprocess.run(command, cwd=folder, capture_output=True, text=True, user=user, group=group)
            if done.returncode:
                raise RuntimeError(f"{program}: {done.stderr}")

        run("initdb", "--auth=trust", "--username=hosho", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")
        run("pg_ctl", "start", "-w", "-l", str(log), "-o", f"{OPTIONS} -k {folder}")
        try:
            yield f"postgres://hosho@{quote(folder, safe='')}/postgres"
        finally:
            run("pg_ctl", "stop", "-w", "-m", "immediate")
