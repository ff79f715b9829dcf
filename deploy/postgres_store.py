"""PostgreSQL through its own pg_dump and pg_restore."""

import contextlib
import os
import subprocess
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from deploy.postgres import find
from deploy.stores import Rows, Store, Unusable, assert_same

TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"


class Postgres(Store):
    """The database that Django's settings name."""

    kind = "postgresql"

    def __init__(self, database: dict[str, Any]) -> None:
        named = {"host": "HOST", "port": "PORT", "user": "USER", "password": "PASSWORD", "dbname": "NAME"}
        self._where = {name: str(database[key]) for name, key in named.items() if database.get(key)}

    def dump(self, target: Path) -> Rows:
        with self._connected() as connection:
            connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
            [(snapshot,)] = connection.execute("SELECT pg_export_snapshot()").fetchall()
            rows = _rows(connection)
            self._run("pg_dump", "--format=custom", "--no-owner", f"--snapshot={snapshot}", f"--file={target}")
            return rows

    def occupied(self) -> str:
        with self._connected() as connection:
            there = connection.execute(TABLES).fetchall()
        return f"the database at HOSHO_DATABASE_URL has {len(there)} tables; restore into an empty one" if there else ""

    def load(self, source: Path, expected: Rows) -> None:
        options = ["--single-transaction", "--exit-on-error", "--no-owner", f"--dbname={self._where['dbname']}"]
        self._run("pg_restore", *options, str(source))
        with self._connected() as connection:
            assert_same(expected, _rows(connection))

    def delete(self, table: str, column: str, values: Iterable[str]) -> None:
        """The server writes the table anew every hour (chat/database.py)."""
        with self._connected() as connection:
            if table in _rows(connection):
                query = sql.SQL("DELETE FROM {} WHERE {} = ANY(%s)")
                connection.execute(query.format(sql.Identifier(table), sql.Identifier(column)), [list(values)])

    def unknown(self, table: str, column: str, known: Collection[str]) -> set[str]:
        with self._connected() as connection:
            if table not in _rows(connection):
                return set()
            query = sql.SQL("SELECT DISTINCT {} FROM {}").format(sql.Identifier(column), sql.Identifier(table))
            return {value for (value,) in connection.execute(query)} - set(known)

    @contextlib.contextmanager
    def _connected(self) -> Iterator["psycopg.Connection[Any]"]:
        try:
            with psycopg.connect(**self._where, connect_timeout=10) as connection:  # type: ignore[arg-type]
                yield connection
        except psycopg.Error as error:
            raise Unusable(f"the database at HOSHO_DATABASE_URL: {error}") from None

    def _run(self, name: str, *arguments: str) -> None:
        programs = find(name)
        if programs is None:
            raise Unusable(f"no {name} on this machine; run: apt-get install -y postgresql-client")
        # By the environment: every user of the machine can read a command.
        settings = {f"PG{key.upper().replace('DBNAME', 'DATABASE')}": value for key, value in self._where.items()}
        done = subprocess.run(
            [str(programs / name), *arguments], env={**os.environ, **settings}, capture_output=True, text=True
        )
        if done.returncode:
            raise Unusable(f"{name}: {done.stderr.strip()}")


def _rows(connection: "psycopg.Connection[Any]") -> Rows:
    names = [name for (name,) in connection.execute(TABLES)]
    count = sql.SQL("SELECT count(*) FROM {}")
    return {name: connection.execute(count.format(sql.Identifier(name))).fetchall()[0][0] for name in names}
