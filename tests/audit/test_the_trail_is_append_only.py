"""Nobody changes or deletes a record: not the program, not the database's own language."""

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from audit.guards import REFUSED
from audit.models import AppendOnly, Record
from audit.recording import record
from audit.vocabulary import Did, Kind

pytestmark = pytest.mark.django_db


@pytest.fixture
def written() -> Record:
    return record(Did.SAW, Kind.LEAD, "H-2611-0001", by="コマンド")


def test_a_record_is_not_saved_again(written: Record) -> None:
    written.user_name = "suzuki"
    with pytest.raises(AppendOnly):
        written.save()
    with pytest.raises(AppendOnly):
        Record.objects.get(pk=written.pk).save(force_update=True)


def test_a_record_is_not_deleted(written: Record) -> None:
    with pytest.raises(AppendOnly):
        written.delete()


def test_nor_are_many_at_once(written: Record) -> None:
    with pytest.raises(AppendOnly):
        Record.objects.filter(pk=written.pk).update(user_name="suzuki")
    with pytest.raises(AppendOnly):
        Record.objects.all().delete()
    written.user_name = "suzuki"
    with pytest.raises(AppendOnly):
        Record.objects.bulk_update([written], ["user_name"])


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_record SET user_name = 'suzuki'",
        "DELETE FROM audit_record",
        "INSERT OR REPLACE INTO audit_record SELECT * FROM audit_record",
        "REPLACE INTO audit_record SELECT * FROM audit_record",
        "INSERT INTO audit_record SELECT * FROM audit_record WHERE 1 ON CONFLICT (number) DO UPDATE SET digest = ''",
    ],
)
def test_the_database_refuses_plain_sql(written: Record, statement: str) -> None:
    """This runs on SQLite; tests/stack has the same for PostgreSQL."""
    before = Record.objects.values().get()
    with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert Record.objects.values().get() == before


def test_emptying_every_table_is_refused_too(written: Record) -> None:
    with pytest.raises(Exception, match="couldn't be flushed"), transaction.atomic():
        call_command("flush", interactive=False, verbosity=0)
    assert Record.objects.count() == 1
