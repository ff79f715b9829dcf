"""Several web and several Rasa behind the proxy, over one PostgreSQL and one Redis: for tests and measurements."""

import contextlib
import os
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deploy.haproxy import started_proxy
from deploy.ports import free_port
from deploy.postgres import Server, running_postgres
from deploy.proxy import Plan
from deploy.redis import Redis, started_redis
from deploy.stack import ACTIONS, PYTHON
from deploy.started import NO_CHANNELS, NO_LIMITS, Replica, Stack, running
from web.environment import ROOT, Environment, load


@dataclass(frozen=True)
class Cluster:
    """`stack`: its url is the proxy's, its processes are web1, web2 ..., rasa1, rasa2 ... and deliver."""

    stack: Stack
    plan: Plan
    postgres: Server
    redis: Redis


@contextlib.contextmanager
def started_cluster(webs: int = 2, rasas: int = 2, **settings: Any) -> Iterator[Cluster]:
    """The real processes, ready, with these settings, answering from the developer's live release."""
    with (
        running_postgres() as postgres,
        started_redis() as redis,
        tempfile.TemporaryDirectory(prefix="hosho-") as folder,
    ):
        own, plan = load(), _plan(webs, rasas)
        publish(own.var, postgres.url)
        shared = own.model_copy(
            update={
                "var": Path(folder),
                "port": int(plan.public.rpartition(":")[2]),
                "database_url": postgres.url,
                "redis_url": redis.url,
                "rasa_url": f"http://{plan.internal}",
                "action_url": f"http://{plan.internal}{ACTIONS}",
                "trusted_proxies": ["127.0.0.1"],
                **NO_CHANNELS,
                **NO_LIMITS,
                **settings,
            }
        )
        stack = Stack(f"http://{plan.public}", shared, {}, _replicas(plan, shared))
        with started_proxy(plan, Path(folder), shared.action_token), running(stack, stack.replicas):
            yield Cluster(stack, plan, postgres, redis)


def publish(var: Path, database_url: str) -> None:
    """What is live in this folder's SQLite becomes live in the database."""
    environment = {**os.environ, "HOSHO_DATABASE_URL": database_url}
    command = [str(PYTHON), "-m", "deploy.live_release", str(var / "hosho.db")]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)


def _plan(webs: int, rasas: int) -> Plan:
    public, internal, *others = (f"127.0.0.1:{free_port()}" for _ in range(2 + webs + rasas))
    return Plan(public, internal, others[:webs], others[webs:])


def _replicas(plan: Plan, shared: Environment) -> dict[str, Replica]:
    rasas = {
        f"rasa{number}": Replica("rasa", shared.model_copy(update={"rasa_url": f"http://{address}"}))
        for number, address in enumerate(plan.rasas, 1)
    }
    webs = {
        f"web{number}": Replica("web", shared.model_copy(update={"port": int(address.rpartition(":")[2])}))
        for number, address in enumerate(plan.webs, 1)
    }
    return {**rasas, **webs, "deliver": Replica("deliver", shared)}
