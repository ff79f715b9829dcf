"""Triggers by which the database itself refuses to change the audit trail, whatever speaks to it.

A migration that alters the table on SQLite makes it anew, without them: it must then call `put_up` again (a test looks
whether they stand after all migrations)."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

REFUSED = "the audit trail is append-only"
_ON_SQLITE = {
    "audit_record_no_update": "UPDATE ON audit_record",
    "audit_record_no_delete": "DELETE ON audit_record",
    # INSERT OR REPLACE deletes without a DELETE trigger
    "audit_record_no_replace": "INSERT ON audit_record WHEN EXISTS "
    "(SELECT 1 FROM audit_record WHERE number = NEW.number)",
}
_PUT_UP = {
    "sqlite": [
        f"CREATE TRIGGER {name} BEFORE {event} BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
        for name, event in _ON_SQLITE.items()
    ],
    "postgresql": [
        "CREATE OR REPLACE FUNCTION audit_record_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{REFUSED}'; END $$",
        "CREATE TRIGGER audit_record_rows BEFORE UPDATE OR DELETE ON audit_record "
        "FOR EACH ROW EXECUTE FUNCTION audit_record_refuse()",
        "CREATE TRIGGER audit_record_all BEFORE TRUNCATE ON audit_record "
        "FOR EACH STATEMENT EXECUTE FUNCTION audit_record_refuse()",
    ],
}
_TAKE_DOWN = {
    "sqlite": [f"DROP TRIGGER {name}" for name in _ON_SQLITE],
    "postgresql": [
        "DROP TRIGGER audit_record_rows ON audit_record",
        "DROP TRIGGER audit_record_all ON audit_record",
    ],
}


def put_up(database: BaseDatabaseWrapper) -> None:
    _run(database, _PUT_UP[database.vendor])


def take_down(database: BaseDatabaseWrapper) -> None:
    _run(database, _TAKE_DOWN[database.vendor])


@contextmanager
def lifted() -> Iterator[None]:
    """Without them, in a transaction that nobody else sees into: for the erasure of what is too old (audit.ageing)."""
    with transaction.atomic():
        take_down(connection)
        yield
        put_up(connection)


def _run(database: BaseDatabaseWrapper, statements: list[str]) -> None:
    with database.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
