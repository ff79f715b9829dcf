"""What only SQLite needs so that what was deleted is gone."""

from django.db import connection


def cut_write_ahead_log() -> None:
    """Write SQLite's log back and cut it off: deleted rows stay readable in it until then (no effect elsewhere)."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
