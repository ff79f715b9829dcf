"""What a backup is made of: a database that can be written into one file, and read back into an empty place."""

import abc
import contextlib
import os
import shutil
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

Rows = dict[str, int]
"""Table -> how many rows."""
USER_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"


class Unusable(Exception):
    """Why a backup cannot be made or restored: a sentence for operators, with the remedy."""


class Store(abc.ABC):
    """A database. `kind` tells which restores into which."""

    kind: str

    @abc.abstractmethod
    def dump(self, target: Path) -> Rows:
        """Write it as it is at one moment, while others use it; the rows of that moment. Raises Unusable, OSError."""

    @abc.abstractmethod
    def occupied(self) -> str:
        """Why nothing may be restored here, as a sentence; "" when the place is empty."""

    @abc.abstractmethod
    def load(self, source: Path, expected: Rows) -> None:
        """All of what was dumped, or nothing. Raises Unusable when the rows are not the expected ones."""

    @abc.abstractmethod
    def delete(self, table: str, column: str, values: Iterable[str]) -> None:
        """Erase the rows with these values; nothing when there is no such table."""

    @abc.abstractmethod
    def unknown(self, table: str, column: str, known: Collection[str]) -> set[str]:
        """The values that are not among those."""


class Sqlite(Store):
    """A file; users of it may go on writing while it is copied."""

    kind = "sqlite"

    def __init__(self, path: Path) -> None:
        self.path = path

    def dump(self, target: Path) -> Rows:
        if not self.path.exists():
            raise Unusable(f"there is no database at {self.path}; is HOSHO_VAR or HOSHO_DATABASE_URL right?")
        with _opened(self.path) as source, _opened(target) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")  # so that the one file is all of it
            return _checked_rows(copy)

    def occupied(self) -> str:
        lies_there = [path for path in (self.path, *self._beside()) if path.exists()]
        return f"{lies_there[0]} exists; restore into an empty HOSHO_VAR" if lies_there else ""

    def load(self, source: Path, expected: Rows) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=self.path.parent, prefix=".hosho-restore-") as folder:
            part = Path(folder) / self.path.name
            with private(part) as file, source.open("rb") as stored:
                shutil.copyfileobj(stored, file)
            with _opened(part) as copy:
                assert_same(expected, _checked_rows(copy))
            part.replace(self.path)

    def discard(self) -> None:
        """Take back what was loaded."""
        self.path.unlink(missing_ok=True)

    def delete(self, table: str, column: str, values: Iterable[str]) -> None:
        """From the pages of the file, too."""
        if self.path.exists():
            with _opened(self.path) as connection:
                connection.execute("PRAGMA secure_delete=ON")
                connection.executemany(f'DELETE FROM "{table}" WHERE "{column}" = ?', [(value,) for value in values])
                connection.commit()

    def unknown(self, table: str, column: str, known: Collection[str]) -> set[str]:
        if not self.path.exists():
            return set()
        with _opened(self.path) as connection:
            return {value for (value,) in connection.execute(f'SELECT DISTINCT "{column}" FROM "{table}"')} - set(known)

    def _beside(self) -> list[Path]:
        return [self.path.with_name(self.path.name + ending) for ending in ("-wal", "-shm")]


def assert_same(expected: Rows, found: Rows) -> None:
    """Raises Unusable, naming the tables that differ."""
    if different := sorted(set(expected.items()) ^ set(found.items())):
        raise Unusable(f"not what was backed up: {', '.join(dict(different))}")


@contextlib.contextmanager
def private(path: Path) -> Iterator[BinaryIO]:
    """A new file that only we may read, on the disk when the block ends. Raises FileExistsError."""
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """Raises Unusable for whatever SQLite cannot do, a full disk among it."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        try:
            yield connection
        except sqlite3.Error as error:
            raise Unusable(f"SQLite at {path}: {error}") from None


def _checked_rows(connection: sqlite3.Connection) -> Rows:
    [(verdict,)] = connection.execute("PRAGMA quick_check(1)").fetchall()
    if verdict != "ok":
        raise Unusable(f"the database is damaged: {verdict}")
    names = [name for (name,) in connection.execute(USER_TABLES)]
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}
