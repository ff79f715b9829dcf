"""What a database still holds of values that were overwritten, on pages of its own."""

from django.db.backends.base.base import BaseDatabaseWrapper


def wipe(connection: BaseDatabaseWrapper, *tables: str) -> None:
    """Rid the tables of it; outside of a transaction, and while nobody else is at work.

    SQLite overwrites what is deleted (secure_delete), so that only its write-ahead log is to be cut off; PostgreSQL
    keeps old rows until the table is written anew. Raises RuntimeError when another process hinders it."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            if cursor.fetchone()[0]:
                raise RuntimeError("the database is in use: stop web, rasa and deliver, and do this again")
        elif connection.vendor == "postgresql":
            cursor.execute(f"VACUUM (FULL) {', '.join(map(connection.ops.quote_name, tables))}")
