"""What each database needs so that what was deleted is gone from its files, too (ADR 17)."""

from collections.abc import Iterable

import structlog
from django.db import OperationalError, connection
from django.db.models import Model

log = structlog.get_logger(__name__)

QUICK = 64 * 1024 * 1024
"""Bytes of a table that PostgreSQL writes anew in a second or two, in which others wait for it."""
CONVERSATIONS = "events"
"""The table of Rasa's, which lies beside ours in PostgreSQL (deploy/tracker_url.py)."""
PATIENCE = "2s"
"""How long it may wait for those who use the table, and others for it."""


def clean_pages(models: Iterable[type[Model]]) -> None:
    """To be called outside a transaction, when rows of these tables were deleted."""
    if connection.vendor == "sqlite":
        cut_write_ahead_log()
    elif connection.vendor == "postgresql":
        ours = [model._meta.db_table for model in models]
        for table in {*ours, CONVERSATIONS} & set(connection.introspection.table_names()):
            _vacuum(table)


def cut_write_ahead_log() -> None:
    """Write SQLite's log back and cut it off: deleted rows stay readable in it until then (no effect elsewhere)."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        (busy, *_) = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        log.warning("SQLite's write-ahead log is in use and not cut: what was deleted stays in it until the next cut")


def _vacuum(table: str) -> None:
    """A table that is not large is written anew: a plain VACUUM leaves deleted bytes in the room that it frees."""
    name = connection.ops.quote_name(table)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_total_relation_size(%s::regclass)", [name])
        if cursor.fetchone()[0] > QUICK:
            cursor.execute(f"VACUUM {name}")
            return
        cursor.execute(f"SET lock_timeout = '{PATIENCE}'")
        try:
            cursor.execute(f"VACUUM FULL {name}")
        except OperationalError:
            log.warning("a table in use was not written anew: what was deleted stays in its free space", table=table)
            cursor.execute(f"VACUUM {name}")
        finally:
            cursor.execute("SET lock_timeout = DEFAULT")
