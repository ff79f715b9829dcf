"""Looks for words byte by byte: in every file under HOSHO_VAR and SQLite's own, in every row of PostgreSQL's tables."""

import os
import subprocess
import tempfile
from collections.abc import Collection, Iterator
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import connection
from psycopg import sql

from chat.erasing.words import encodings

GREP = ["grep", "-a", "-F"]
FOUND, NOT_FOUND = 0, 1
"""What grep ends with; anything else is an error of its own."""


class CannotLook(Exception):
    """The search itself failed, so nothing was proven; says why."""


def found(words: Collection[str], sessions: Collection[UUID] = ()) -> list[str]:
    """The places that hold one of the words in any of their encodings, or one of the sessions: files by their names,
    tables by theirs. Raises CannotLook."""
    needles = {written for word in words for written in encodings(word) if b"\n" not in written}
    with tempfile.NamedTemporaryFile() as patterns:
        patterns.writelines(needle + b"\n" for needle in needles)
        patterns.flush()
        places = [file.name for file in _files() if needles and _in_file(file, patterns.name)]
        if connection.vendor == "postgresql":
            tables = connection.introspection.table_names()
            places += [table for table in tables if needles and _in_table(table, patterns.name)]
            places += _columns_with(sessions)
    return sorted(set(places))


def _files() -> Iterator[Path]:
    """Of this hosho: what lies under HOSHO_VAR, and the database with its log beside it."""
    paths = set(settings.ENVIRONMENT.var.rglob("*"))
    if connection.vendor == "sqlite":
        database = Path(str(connection.settings_dict["NAME"]))
        paths.update(database.parent.glob(f"{database.name}*"))
    yield from sorted({path.resolve() for path in paths if path.is_file()})


def _in_file(file: Path, patterns: str) -> bool:
    """A file that went since it was listed holds nothing."""
    with _grep(patterns, "-q", "--", str(file)) as grep:
        return not file.exists() or _says(grep)


def _in_table(table: str, patterns: str) -> bool:
    """Each column as the server keeps it: a text as it is, bytes as bytes, JSON as its text."""
    everything = sql.SQL("COPY {} TO STDOUT (FORMAT binary)").format(sql.Identifier(table))
    with _grep(patterns, "-c", stdin=subprocess.PIPE) as grep:
        assert grep.stdin
        with connection.cursor() as cursor, cursor.cursor.copy(everything) as rows:
            for block in rows:
                grep.stdin.write(block)
        grep.stdin.close()
        return _says(grep)


def _columns_with(sessions: Collection[UUID]) -> list[str]:
    """Tables with one of the sessions in a column of PostgreSQL's type uuid, which is no text."""
    found = []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name FROM information_schema.columns"
            " WHERE table_schema = current_schema() AND data_type = 'uuid'"
        )
        for table, column in cursor.fetchall():
            where = sql.SQL("SELECT EXISTS (SELECT FROM {} WHERE {} = ANY(%s))")
            cursor.execute(where.format(sql.Identifier(table), sql.Identifier(column)), [list(sessions)])
            if cursor.fetchone()[0]:
                found.append(table)
    return found


def _grep(patterns: str, *options: str, stdin: int | None = None) -> "subprocess.Popen[bytes]":
    """Hundreds of words at once, in a process of its own: visitors' turns do not wait for it."""
    command = [*GREP, "-f", patterns, *options]
    environment = {**os.environ, "LC_ALL": "C"}
    try:
        return subprocess.Popen(
            command, stdin=stdin, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment
        )
    except OSError as error:
        raise CannotLook(f"{GREP[0]}: {error.strerror}") from error


def _says(grep: "subprocess.Popen[bytes]") -> bool:
    if (status := grep.wait()) not in (FOUND, NOT_FOUND):
        raise CannotLook(f"grep ended with {status}")
    return status == FOUND
