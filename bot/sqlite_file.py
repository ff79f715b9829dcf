"""Rasa's SQLite file as ours is used (web/settings.py): opened once, not for every query, with a write-ahead log, which
is on the disk without waiting for the disk at each message, and with nothing deleted left in its pages."""

from __future__ import annotations

import logging
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Engine

logger = logging.getLogger(__name__)

PRAGMAS = ("journal_mode=WAL", "synchronous=NORMAL", "secure_delete=ON")


def prepare(connection: Any, _: Any) -> None:
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").close()


def cut_write_ahead_log(engine: Engine) -> None:
    """Write SQLite's log back and cut it off: deleted rows stay readable in it until then (no effect elsewhere)."""
    if engine.dialect.name != "sqlite":
        return
    with engine.connect() as connection:
        (busy, *_) = connection.execute(sa.text("PRAGMA wal_checkpoint(TRUNCATE)")).one()
    if busy:
        logger.warning("the tracker store's write-ahead log is in use: what was deleted stays in it until the next cut")
