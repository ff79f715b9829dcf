"""The short form of bench.soak: real processes, killed while they submit and while they deliver."""

from collections.abc import Iterator

import pytest

from bench.soak import run
from deploy.postgres import started_postgres

pytestmark = pytest.mark.stack
LEADS, KILLS = 40, 4


@pytest.fixture(scope="module")
def postgres() -> Iterator[str]:
    """The address of an empty database on a PostgreSQL server of its own."""
    with started_postgres() as url:
        yield url


def test_on_sqlite_every_receipt_has_its_lead_and_every_lead_arrives_once() -> None:
    result = run(LEADS, KILLS, faulty=0.2)
    assert result.kills == KILLS
    assert result.faults(LEADS) == []


def test_on_postgresql_every_receipt_has_its_lead_and_every_lead_arrives_once(postgres: str) -> None:
    result = run(LEADS, KILLS, faulty=0.2, database_url=postgres)
    assert result.kills == KILLS
    assert result.faults(LEADS) == []


@pytest.mark.alone
def test_a_lead_is_with_its_receiver_within_two_seconds() -> None:
    result = run(40, kills=0, faulty=0)
    assert result.faults(40) == []
    assert result.p95() <= 2.0
