"""The processes of a soak: submitters and deliverers that are killed at random moments and started again."""

import contextlib
import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from web.environment import ROOT

UP = "見込み客の配信先".encode()
TRIES = 10
"""Times that a submitting process may end by itself: a visitor gives up one day."""


def hosho_environment(folder: Path, database_url: str, webhook: dict[str, str]) -> dict[str, str]:
    """Nothing of this machine's own hosho is touched or reached. `webhook`: its settings, without their beginning."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("HOSHO_")}
    ours = {"VAR": str(folder), "DATABASE_URL": database_url}
    ours |= {f"LEAD_WEBHOOK_{name}": value for name, value in webhook.items()}
    return {**inherited, **{f"HOSHO_{name}": value for name, value in ours.items()}, "PYTHONUNBUFFERED": "1"}


class Submitter(threading.Thread):
    """Has leads submitted one after another; kills the process that does it shortly after so many receipts."""

    def __init__(self, numbers: range, kill_after: list[int], environment: dict[str, str], log: Path) -> None:
        super().__init__(daemon=True)
        self.numbers, self.kill_after = numbers, kill_after
        self.environment, self.log = environment, log
        self.receipts: list[str] = []
        self.kills = 0

    def run(self) -> None:
        """Who got no receipt submits again, as a visitor does, but not without end."""
        for _ in range(len(self.kill_after) + TRIES):
            left = self.numbers[len(self.receipts) :]
            if not left:
                return
            with self.log.open("ab") as log, self._start(left, log) as process:
                for line in process.stdout or ():
                    self.receipts.append(line.strip())
                    if self.kill_after and len(self.receipts) >= self.kill_after[0]:
                        self.kill_after.pop(0)
                        time.sleep(random.uniform(0, 0.1))
                        process.kill()
                        self.kills += 1

    def _start(self, left: range, log: IO[bytes]) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "bench.submitting", str(left.start), str(left.stop)]
        return subprocess.Popen(command, cwd=ROOT, env=self.environment, stdout=subprocess.PIPE, stderr=log, text=True)


class Deliverers:
    """Processes of manage.py deliver_leads."""

    def __init__(self, count: int, environment: dict[str, str], log: Path) -> None:
        self.environment, self.log, self.kills = environment, log, 0
        self.processes = [self._start() for _ in range(count)]

    def _start(self) -> subprocess.Popen[bytes]:
        with self.log.open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "manage.py", "deliver_leads"], cwd=ROOT, env=self.environment, stdout=log, stderr=log
            )

    def wait_until_up(self) -> None:
        """Until each has said where leads go; ends with the first that ended."""
        while self.log.read_bytes().count(UP) < len(self.processes) and not self.ended_by_themselves:
            time.sleep(0.05)

    def kill_one(self) -> None:
        victim = random.choice(self.processes)
        victim.kill()
        victim.wait()
        self.processes[self.processes.index(victim)] = self._start()
        self.kills += 1

    @property
    def ended_by_themselves(self) -> bool:
        return any(process.poll() is not None for process in self.processes)

    def end(self) -> None:
        for process in self.processes:
            process.terminate()
        for process in self.processes:
            process.wait(30)


@contextlib.contextmanager
def delivering(count: int, environment: dict[str, str], log: Path) -> Iterator[Deliverers]:
    deliverers = Deliverers(count, environment, log)
    try:
        deliverers.wait_until_up()
        yield deliverers
    finally:
        deliverers.end()
