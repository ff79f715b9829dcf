"""The history of a lead in words: who changed its status or its owner, and when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from django.contrib.auth import get_user_model

from leads.models import Lead, Status
from leads.staff.people import NOBODY, name_of

BY_ITSELF = "システム"
GONE = "(削除された利用者)"


@dataclass(frozen=True)
class Change:
    """`what` is one sentence a column: 状況: 未対応 → 対応中"""

    at: datetime
    by: str
    what: list[str]


def changes(lead: Lead) -> list[Change]:
    """Newest first."""
    found = list(_changes(lead))
    return found[::-1]


def _changes(lead: Lead) -> Iterator[Change]:
    records = list(
        lead.history.order_by("history_date", "history_id").values(
            "status", "owner_id", "history_date", "history_user_id"
        )
    )
    users = get_user_model().objects.in_bulk({r[k] for r in records for k in ("owner_id", "history_user_id") if r[k]})

    def named(pk: int | None, nobody: str) -> str:
        if pk is None:
            return nobody
        return name_of(users[pk]) if pk in users else GONE

    for old, new in pairwise(records):
        what = []
        if old["status"] != new["status"]:
            what.append(f"状況: {Status(old['status']).label} → {Status(new['status']).label}")
        if old["owner_id"] != new["owner_id"]:
            what.append(f"担当者: {named(old['owner_id'], NOBODY)} → {named(new['owner_id'], NOBODY)}")
        if what:
            yield Change(new["history_date"], named(new["history_user_id"], BY_ITSELF), what)
