"""Run by the test with HOSHO_DATABASE_URL naming an empty PostgreSQL: prints what became of the trail, as JSON."""

import datetime
import json
import threading

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import DatabaseError, connection, transaction  # noqa: E402
from django.utils import timezone  # noqa: E402

from audit import chain  # noqa: E402
from audit.ageing import forget_older  # noqa: E402
from audit.models import Record  # noqa: E402
from audit.recording import record  # noqa: E402
from audit.vocabulary import Did, Kind  # noqa: E402

WRITERS, EACH = 6, 20
STATEMENTS = ("UPDATE audit_record SET user_name = 'x'", "DELETE FROM audit_record", "TRUNCATE audit_record")


def write(name: str) -> None:
    try:
        for n in range(EACH):
            record(Did.SAW, Kind.LEAD, f"H-{n}", by=name)
    finally:
        connection.close()


def refused(statement: str) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    except DatabaseError as error:
        return "append-only" in str(error)
    return False


def together(*running: threading.Thread) -> None:
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()


if __name__ == "__main__":
    call_command("migrate", verbosity=0)
    begun = Record.objects.count()
    together(*(threading.Thread(target=write, args=(f"writer{n}",)) for n in range(WRITERS)))
    told = {
        "written": Record.objects.count() - begun,
        "faults": list(chain.faults(Record.objects.order_by("number"))),
        "refused": [refused(statement) for statement in STATEMENTS],
    }
    later = timezone.now() + datetime.timedelta(days=800)
    count = Record.objects.count()
    together(*(threading.Thread(target=write, args=(f"late{n}",)) for n in range(2)))
    told["erased_all"] = forget_older(2, "x", later) == count + 2 * EACH
    told["left"] = Record.objects.count()
    told["faults_afterwards"] = list(chain.faults(Record.objects.order_by("number")))
    told["refused_afterwards"] = [refused(statement) for statement in STATEMENTS]
    print(json.dumps(told))
