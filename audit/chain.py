"""The chain: each row holds a digest of itself and of the row before, so that no row can be changed, dropped or put in
without those after it telling."""

import datetime
import hashlib
import json
from collections.abc import Iterable, Iterator

from django.db import connection

from audit.models import Record
from audit.vocabulary import Did, Kind

ONE_WRITER = 0x686F73686F
"""Number of the lock that a writer holds on PostgreSQL until its transaction ends."""


def one_at_a_time() -> None:
    """To be called in the transaction that appends: nobody else appends until it ends.

    SQLite has one writer anyway: our transactions begin as writers (IMMEDIATE)."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ONE_WRITER])


def digest_of(record: Record) -> str:
    at = record.at.astimezone(datetime.UTC).isoformat(timespec="microseconds")
    told = (record.user_id, record.user_name, record.did, record.kind, record.ids, record.facts, record.place)
    text = json.dumps([record.previous, record.number, at, *told], sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()


def faults(records: Iterable[Record]) -> Iterator[str]:
    """What is wrong with the chain, a sentence each; records: all of them, the oldest first.

    Rows cut off at the end leave no trace in the rest: for that, a number and its digest from the logs are compared
    (manage.py verify_audit --anchor)."""
    before: Record | None = None
    begins_after: tuple[int, str] | None = None
    told_of: set[tuple[int, str]] = set()
    for record in records:
        if record.digest != digest_of(record):
            yield f"record {record.number} is not as it was written"
        if before is None:
            begins_after = (record.number - 1, record.previous) if record.number > 1 else None
        elif record.number != before.number + 1:
            yield f"records {before.number + 1} to {record.number - 1} are missing"
        elif record.previous != before.digest:
            yield f"record {record.number} does not follow record {before.number}"
        if record.did == Did.ERASED and record.kind == Kind.AUDIT:
            told_of.add((record.facts.get("up_to", 0), record.facts.get("digest", "")))
        before = record
    if begins_after and begins_after not in told_of:
        yield f"records up to {begins_after[0]} are missing, and no record tells of their erasure"
