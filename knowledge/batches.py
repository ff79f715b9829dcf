"""Deleting many rows so that whoever else writes never waits long: a few at a time, with room between."""

import time
from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

SIZE = 200
PAUSE = 0.02
"""Seconds between two batches, in which others come to SQLite's lock."""


def erase(rows: QuerySet[Any], size: int = SIZE, before: Callable[[list[Any]], object] | None = None) -> int:
    """Delete the rows with what hangs on them, `size` in a transaction; how many of them there were.

    before: done in the same transaction, given the primary keys."""
    erased = 0
    while pks := list(rows.order_by("pk").values_list("pk", flat=True)[:size]):
        with transaction.atomic():
            if before:
                before(pks)
            # The columns are not read: one that no key opens any more can still be erased.
            rows.model._default_manager.filter(pk__in=pks).only("pk").delete()
        erased += len(pks)
        if len(pks) == size:
            time.sleep(PAUSE)
    return erased
