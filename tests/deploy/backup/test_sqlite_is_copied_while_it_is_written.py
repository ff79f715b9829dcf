"""Web goes on while it is backed up: what is copied is one moment, and nobody waits for it."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

from deploy.stores import Sqlite


def test_the_copy_is_whole_and_the_writers_go_on(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "a.db", timeout=1)) as first:
        first.execute("PRAGMA journal_mode=WAL")
        first.execute("CREATE TABLE pairs (a, b)")
        first.executemany("INSERT INTO pairs VALUES (?, ?)", [(n, "あ" * 500) for n in range(20_000)])
        first.commit()
    stopping, written = threading.Event(), []

    def write() -> None:
        with closing(sqlite3.connect(tmp_path / "a.db", timeout=1)) as connection:
            while not stopping.is_set():
                connection.executemany("INSERT INTO pairs VALUES (?, '')", [(-1,), (-2,)])  # both, or none of them
                connection.commit()
                written.append(1)

    writer = threading.Thread(target=write)
    writer.start()
    rows = [Sqlite(tmp_path / "a.db").dump(tmp_path / f"copy{n}.db") for n in range(3)]
    stopping.set()
    writer.join()
    assert len(written) > 3
    assert all(found["pairs"] % 2 == 0 for found in rows)
    with closing(sqlite3.connect(tmp_path / "copy2.db")) as copy:
        assert copy.execute("SELECT count(*) FROM pairs").fetchone()[0] == rows[2]["pairs"]


def test_the_copy_is_one_file_alone(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "a.db")) as first:
        first.execute("PRAGMA journal_mode=WAL")
        first.execute("CREATE TABLE t (a)")
        Sqlite(tmp_path / "a.db").dump(tmp_path / "copy.db")
    assert [path.name for path in tmp_path.glob("copy*")] == ["copy.db"]
