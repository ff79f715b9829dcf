from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import psycopg
import pytest

from deploy.postgres import started_postgres
from tests.deploy.backup.house import House, Tables

Build = Callable[[], House]


@pytest.fixture(scope="session")
def postgres() -> Iterator[Callable[[], str]]:
    """The address of one empty database after another, on a server of its own."""
    with started_postgres() as url:
        made = 0
        server = url.rpartition("/")[0]

        def empty() -> str:
            nonlocal made
            made += 1
            with psycopg.connect(url.replace("postgres://", "postgresql://", 1), autocommit=True) as connection:
                connection.execute(f"CREATE DATABASE hosho{made}".encode())
            return f"{server}/hosho{made}"

        yield empty


@pytest.fixture(scope="session", params=["SQLite", "PostgreSQL"])
def empty(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Makes places in which nothing is yet."""

    def build() -> House:
        folder = tmp_path_factory.mktemp("var")
        return House(folder, request.getfixturevalue("postgres")() if request.param == "PostgreSQL" else "")

    return build


@pytest.fixture(scope="session")
def lived_in(empty: Build) -> tuple[House, UUID]:
    """A place with some of everything in it, and the session of its one visitor."""
    house = empty()
    house.does("manage.py", "migrate", "--verbosity", "0")
    return house, UUID(house.does("-m", "tests.deploy.backup.filling").strip())


@dataclass(frozen=True)
class Restored:
    """`rows`: as they were right after it."""

    house: House
    rows: Tables


@pytest.fixture(scope="session")
def restored(empty: Build, backup: Path) -> Restored:
    house = empty()
    house.does("-m", "deploy.restore", str(backup))
    return Restored(house, house.rows())


@pytest.fixture(scope="session")
def backup(lived_in: tuple[House, UUID], tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("backups") / "hosho.tar"
    lived_in[0].does("-m", "deploy.backup", str(target))
    return target
