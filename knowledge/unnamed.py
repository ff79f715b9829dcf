"""What visitors asked, made fit for the eyes of staff: the names in it are masked before anybody sees it."""

from typing import Any

from knowledge.domain.masking.entities import mask_all
from knowledge.models import ClarifiedQuestion, RatedAnswer, UnansweredQuestion

PORTION = 100
"""Rows looked through at a time: about a second, and three more the first time in a process."""

Asked = UnansweredQuestion | ClarifiedQuestion | RatedAnswer


def mask_names(model: type[Any], at_most: int = PORTION) -> int:
    """Mask the names in rows that have not been looked through yet, the latest first; how many are left."""
    waiting = model._default_manager.filter(masked=False)
    rows: list[Asked] = list(waiting.order_by("-last_at", "-pk")[:at_most])
    for row in rows:
        row.text, row.masked = mask_all(row.text), True
    model._default_manager.bulk_update(rows, ["text", "masked"])
    return int(waiting.count()) if len(rows) == at_most else 0
