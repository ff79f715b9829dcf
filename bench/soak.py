"""No lead is lost, none taken twice: python -m bench.soak --leads 1000 --kills 30

On SQLite and on PostgreSQL: two processes submit, two deliver, each of them killed (SIGKILL) at random moments, to a
receiver that answers 500 or hangs in a fifth of its requests. Ends with exit code 1 and the faults when there are any.
With --kills 0 --faulty 0 it measures the seconds from a lead to its receiver.
"""

import argparse
import contextlib
import json
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import dj_database_url
import psycopg

from bench.crew import Deliverers, Submitter, delivering, hosho_environment
from bench.kept_promises import Result
from bench.receiver import SECRET, Receiver, Reply, receiving
from deploy.postgres import started_postgres
from web.environment import ROOT

FAULTS = (Reply(500, taken=False), Reply(500), Reply(None, taken=False), Reply(None))
PROCESSES = 2
WAITING = "SELECT count(*) FROM leads_delivery WHERE state <> 'delivered'"
LEADS = "SELECT l.reference, d.state FROM leads_lead AS l LEFT JOIN leads_delivery AS d ON d.lead_id = l.id"


def run(leads: int, kills: int, faulty: float, database_url: str = "") -> Result:
    """On the empty database named, or on an SQLite file of its own. Half of the kills hit those who submit.

    `faulty`: share of requests that the receiver fails."""
    started = time.monotonic()

    def reply() -> Reply:
        return random.choice(FAULTS) if random.random() < faulty else Reply()

    with tempfile.TemporaryDirectory(prefix="hosho-soak-") as name, receiving(reply) as receiver:
        folder = Path(name)
        database_url = database_url or f"sqlite:///{folder / 'hosho.db'}"
        settings = {"URL": receiver.url, "SECRET": SECRET, "ALLOW_PRIVATE": "true"}
        environment = hosho_environment(folder, database_url, settings)
        migrate = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
        subprocess.run(migrate, cwd=ROOT, env=environment, check=True)
        parts = [range(i * leads // PROCESSES, (i + 1) * leads // PROCESSES) for i in range(PROCESSES)]
        submitters = [
            Submitter(part, _moments(len(part), (kills // 2 + i) // PROCESSES), environment, folder / "submitting.log")
            for i, part in enumerate(parts)
        ]
        with delivering(PROCESSES, environment, folder / "delivering.log") as deliverers:
            for submitter in submitters:
                submitter.start()
            patience = 60 + leads / 4
            _kill(deliverers, _moments(leads, kills - kills // 2), receiver, patience)
            for submitter in submitters:
                submitter.join()
            _wait_until_settled(database_url, patience)
            ended = deliverers.ended_by_themselves
        return Result(
            receipts=[receipt for submitter in submitters for receipt in submitter.receipts],
            stored=[(str(reference), state) for reference, state in _rows(database_url, LEADS)],
            receiver=receiver,
            kills=deliverers.kills + sum(submitter.kills for submitter in submitters),
            seconds=time.monotonic() - started,
            deliverer_ended=ended,
        )


def _moments(of: int, count: int) -> list[int]:
    """After how many of so many to kill: in the first two thirds, so that the killed one had more to do."""
    return sorted(random.sample(range(1, 2 * of // 3), count))


def _kill(deliverers: Deliverers, moments: list[int], receiver: Receiver, patience: float) -> None:
    """Shortly after so many have arrived. Raises TimeoutError when they do not arrive at all."""
    started = time.monotonic()
    for moment in moments:
        while len(receiver.leads) < moment:
            if time.monotonic() - started > patience:
                came = len(receiver.leads)
                raise TimeoutError(f"{came} leads have arrived after {patience:.0f} s, {moment} should have")
            time.sleep(0.01)
        time.sleep(random.uniform(0, 0.1))
        deliverers.kill_one()


def _wait_until_settled(database_url: str, patience: float) -> None:
    """Or until patience ends: what is missing then is a fault of the result."""
    started = time.monotonic()
    while time.monotonic() - started < patience and _rows(database_url, WAITING)[0][0]:
        time.sleep(0.2)


def _rows(database_url: str, query: str) -> list[tuple[Any, ...]]:
    database = dj_database_url.parse(database_url)
    if "sqlite" in database["ENGINE"]:
        with contextlib.closing(sqlite3.connect(database["NAME"])) as connection:
            return connection.execute(query).fetchall()
    host, user, name = (str(database[part]) for part in ("HOST", "USER", "NAME"))
    with psycopg.connect(host=host, user=user, dbname=name) as connected:
        return connected.execute(query).fetchall()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--leads", type=int, default=1000, help="to submit on each database")
    parser.add_argument("--kills", type=int, default=30, help="of processes, meanwhile")
    parser.add_argument("--faulty", type=float, default=0.2, help="share of requests that the receiver fails")
    parser.add_argument("--seed", type=int, default=0, help="of what is drawn: when to kill, what to fail")
    args = parser.parse_args()
    random.seed(args.seed)
    broken = False
    with started_postgres() as postgres:
        for name, url in {"SQLite": "", "PostgreSQL": postgres}.items():
            result = run(args.leads, args.kills, args.faulty, url)
            faults = result.faults(args.leads)
            broken = broken or bool(faults)
            print(json.dumps({"database": name, **result.figures(), "faults": faults}, ensure_ascii=False), flush=True)
    sys.exit(broken)


if __name__ == "__main__":
    main()
