"""A hosho of its own in a folder, worked from outside: by commands, and by reading its databases."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import dj_database_url
import psycopg

from web.environment import ROOT

SECRETS = {
    "SECRET_KEY": "試験の鍵" * 9,
    "ACTION_TOKEN": "token-of-a-test",
    "FIELD_KEYS": "S2V5IG9mIGEgdGVzdCwgbm90IGEgc2VjcmV0IGF0LiE=",
}
DJANGO = "import os, django; os.environ['DJANGO_SETTINGS_MODULE'] = 'web.settings'; django.setup()\n"
Tables = dict[str, list[tuple[Any, ...]]]


@dataclass(frozen=True)
class House:
    """`url` "": SQLite in the folder."""

    var: Path
    url: str = ""

    def run(self, *command: str, before: Callable[[], None] | None = None) -> subprocess.CompletedProcess[str]:
        left_out = ("HOSHO_", "COVERAGE_") if before else ("HOSHO_",)  # what it may not write is not measured
        kept = {name: value for name, value in os.environ.items() if not name.startswith(left_out)}
        ours = {"VAR": str(self.var), "DATABASE_URL": self.url, **SECRETS}
        env = {**kept, **{f"HOSHO_{name}": value for name, value in ours.items()}}
        return subprocess.run(
            [sys.executable, *command], cwd=ROOT, env=env, capture_output=True, text=True, preexec_fn=before
        )

    def does(self, *command: str) -> str:
        """What it prints; a failure fails the test."""
        done = self.run(*command)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def refuses(self, *command: str) -> str:
        """The one sentence with which it ends."""
        done = self.run(*command)
        assert done.returncode == 1, done.stdout
        assert "Traceback" not in done.stderr
        return done.stderr.strip()

    def rows(self) -> Tables:
        """Every row of every table, in the order of their texts; Rasa's as "tracker.events", wherever it lies."""
        if self.url:
            found = _postgres(self.url)
            return {**found, "tracker.events": found.pop("events")}
        talked = {f"tracker.{name}": rows for name, rows in _sqlite(self.var / "tracker.db").items()}
        return {**_sqlite(self.var / "hosho.db"), **talked}


def _sqlite(path: Path) -> Tables:
    with closing(sqlite3.connect(path)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {name: sorted(connection.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr) for (name,) in names}


def _postgres(url: str) -> Tables:
    database = dj_database_url.parse(url)
    with psycopg.connect(host=database["HOST"], user=database["USER"], dbname=database["NAME"]) as connection:
        names = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
        return {
            name: sorted(connection.execute(f'SELECT * FROM "{name}"'.encode()).fetchall(), key=repr)
            for (name,) in names
        }
