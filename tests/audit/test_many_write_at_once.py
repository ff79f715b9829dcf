"""The chain stays one, whoever writes at the same moment."""

import threading

import pytest
from django.db import connection, transaction

from audit import chain
from audit.models import Record
from audit.recording import record
from audit.vocabulary import Did, Kind

WRITERS, EACH = 6, 10


@pytest.mark.django_db(transaction=True)
def test_threads_with_connections_of_their_own_write_one_chain() -> None:
    together = threading.Barrier(WRITERS)

    def write(name: str) -> None:
        together.wait()
        try:
            for n in range(EACH):
                record(Did.SAW, Kind.LEAD, f"H-{n}", by=name)
        finally:
            connection.close()

    threads = [threading.Thread(target=write, args=(f"writer{n}",)) for n in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Record.objects.count() == WRITERS * EACH
    assert list(chain.faults(Record.objects.order_by("number"))) == []


@pytest.mark.django_db(transaction=True)
def test_a_deed_that_is_undone_takes_its_record_with_it() -> None:
    @transaction.atomic
    def changed_in_vain() -> None:
        record(Did.CHANGED, Kind.LEAD, "H-1")
        raise ZeroDivisionError

    record(Did.SAW, Kind.LEAD, "H-1")
    with pytest.raises(ZeroDivisionError):
        changed_in_vain()
    record(Did.SAW, Kind.LEAD, "H-2")
    assert [row.ids for row in Record.objects.order_by("number")] == ["H-1", "H-2"]
    assert list(chain.faults(Record.objects.order_by("number"))) == []
