"""The one way in which the audit trail gets shorter: what is older than so many years goes, and that is recorded."""

import datetime

from django.db import connection, transaction
from django.utils import timezone

from audit import chain
from audit.guards import lifted
from audit.models import Record
from audit.recording import record
from audit.vocabulary import Did, Kind

FEWEST = 1
"""Years that are always kept."""


def forget_older(years: int, by: str, now: datetime.datetime | None = None) -> int:
    """Erase the records that are older than so many years; how many they were. Raises ValueError below FEWEST."""
    if years < FEWEST:
        raise ValueError(f"at least {FEWEST} year of the audit trail is kept")
    before = (now or timezone.now()) - datetime.timedelta(days=365 * years + years // 4)
    with transaction.atomic():
        chain.one_at_a_time()
        last = Record.objects.filter(at__lt=before).first()
        if last is None:
            return 0
        with lifted(), connection.cursor() as cursor:
            cursor.execute("DELETE FROM audit_record WHERE number <= %s", [last.number])
            count: int = cursor.rowcount
        record(Did.ERASED, Kind.AUDIT, by=by, count=count, up_to=last.number, digest=last.digest)
    return count
