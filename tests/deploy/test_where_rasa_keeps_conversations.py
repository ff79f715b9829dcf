"""The address of Rasa's tracker store follows from that of the database."""

from pathlib import Path

import pytest

from deploy.tracker_url import tracker_url
from web.environment import load


def address(monkeypatch: pytest.MonkeyPatch, database: str) -> str:
    monkeypatch.setenv("HOSHO_DATABASE_URL", database)
    return tracker_url(load())


@pytest.mark.parametrize("database", ["", "sqlite:////srv/hosho/other.db", "mysql://hosho@db.internal/hosho"])
def test_beside_what_rasas_cannot_share_it_is_a_file(var: Path, monkeypatch: pytest.MonkeyPatch, database: str) -> None:
    assert address(monkeypatch, database) == f"sqlite:///{var / 'tracker.db'}"


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "pgsql"])
def test_in_postgresql_it_is_the_same_database(var: Path, monkeypatch: pytest.MonkeyPatch, scheme: str) -> None:
    found = address(monkeypatch, f"{scheme}://hosho:p%40ss%2Fword@db.internal:5433/hosho?sslmode=require")
    assert found == "postgresql://hosho:p%40ss%2Fword@db.internal:5433/hosho?sslmode=require"


def test_a_socket_is_named_where_sqlalchemy_looks_for_it(var: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = address(monkeypatch, "postgres://hosho@%2Frun%2Fpostgresql/hosho")
    assert found == "postgresql://hosho@/hosho?host=%2Frun%2Fpostgresql"


def test_what_only_django_understands_stays_with_django(var: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert address(monkeypatch, "postgres://db.internal/hosho?pool=true") == "postgresql://db.internal/hosho"
