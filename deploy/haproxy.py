"""HAProxy with our configuration for tests and measurements, Debian's program, gone with the block."""

import contextlib
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from deploy import apt
from deploy.ports import listens
from deploy.proxy import Plan, configuration


def require() -> str:
    """The path of haproxy, installed if need be. Exits with the remedy."""
    return apt.require("haproxy", "HAProxy", "haproxy")


@contextlib.contextmanager
def started_proxy(plan: Plan, folder: Path, token: str) -> Iterator[Path]:
    """Listening where the plan says; its log lies in the folder. `token`: HOSHO_ACTION_TOKEN."""
    file, log = folder / "haproxy.cfg", folder / "proxy.log"
    file.write_text(configuration(plan), encoding="utf-8")
    environment = {**os.environ, "HOSHO_ACTION_TOKEN": token}
    with log.open("ab") as output:
        process = subprocess.Popen([require(), "-db", "-f", str(file)], env=environment, stdout=output, stderr=output)
    try:
        host, _, port = plan.public.rpartition(":")
        if not listens(host, int(port)):
            raise TimeoutError(f"haproxy does not listen on {plan.public}: {log.read_text()}")
        yield log
    finally:
        process.kill()
        process.wait()
