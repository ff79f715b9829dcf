"""Conversations that Rasa kept in its file, taken into PostgreSQL: after an upgrade, or a restored backup of before."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore

logger = logging.getLogger(__name__)

ONE_AFTER_ANOTHER = 4_017_025
"""Number of the lock under which several Rasa that start together move."""


def move(file: Path, engine: Any) -> None:
    """All of them, in order, and the file is gone; who is there already, as after a start that was cut off, is not
    taken in twice. Sealed or plain, they stay as they were written."""
    if not file.exists():
        return
    table = SQLTrackerStore.SQLEvent.__table__
    with engine.begin() as target:
        target.execute(sa.text(f"SELECT pg_advisory_xact_lock({ONE_AFTER_ANOTHER})"))
        known = {sender for (sender,) in target.execute(sa.select(table.c.sender_id).distinct())}
        rows = [row for row in _read(file, table) if row["sender_id"] not in known]
        if rows:
            target.execute(sa.insert(table), rows)
    for part in (file, *file.parent.glob(f"{file.name}-*")):
        part.unlink(missing_ok=True)
    logger.warning("%d events were moved from %s to where conversations are kept now", len(rows), file.name)


def _read(file: Path, table: Any) -> list[dict[str, Any]]:
    """The other Rasa may have moved it meanwhile."""
    if not file.exists():
        return []
    source = sa.create_engine(f"sqlite:///{file}")
    columns = [column for column in table.c if column.name != "id"]
    with source.connect() as connection:
        rows = [dict(row._mapping) for row in connection.execute(sa.select(*columns).order_by(table.c.id))]
    source.dispose()
    return rows
