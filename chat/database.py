"""What only SQLite needs so that what was deleted is gone."""

import logging

from django.db import connection

log = logging.getLogger(__name__)


def cut_write_ahead_log() -> None:
    """Write SQLite's log back and cut it off: deleted rows stay readable in it until then (no effect elsewhere)."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        (busy, *_) = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        log.warning("SQLite's write-ahead log is in use and not cut: what was deleted stays in it until the next cut")
