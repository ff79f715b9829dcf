"""PostgreSQL crashes under load and comes back: nobody waits in silence, and nothing is lost."""

import os
import subprocess
from collections.abc import Iterator

import pytest

from bench.breaking import told_by_readyz
from bench.receiver import Receiver
from deploy.postgres import Server, running_postgres
from deploy.stack import PYTHON
from deploy.started import Stack, started_stack
from tests.faults.crowds import visiting
from tests.faults.waiting import until_answered, until_apologised
from web.environment import ROOT, load

pytestmark = pytest.mark.stack


@pytest.fixture
def server() -> Iterator[Server]:
    with running_postgres() as running:
        yield running


@pytest.fixture
def on_postgresql(server: Server, receiver: Receiver) -> Iterator[Stack]:
    """A stack of its own whose database is that server."""
    environment = {**os.environ, "HOSHO_DATABASE_URL": server.url, "DJANGO_SETTINGS_MODULE": "web.settings"}
    command = [str(PYTHON), "-m", "deploy.live_release", str(load().var / "hosho.db")]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
    with started_stack(database_url=server.url, **receiver.settings) as stack:
        yield stack


def test_a_crash_is_told_and_everything_goes_on_after_it(
    on_postgresql: Stack, server: Server, receiver: Receiver
) -> None:
    with visiting(on_postgresql, receiver) as visitors:
        until_answered(visitors)
        server.stop()
        try:
            until_apologised(visitors)
            told_by_readyz(on_postgresql, "the database at HOSHO_DATABASE_URL")
        finally:
            server.start()
        told_by_readyz(on_postgresql, '"ready": true')
        until_answered(visitors, more=2)
