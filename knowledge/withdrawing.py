"""What content staff have of a visitor's questions goes when the visitor is erased, as far as nobody else asked it.

What is kept is masked and knows no visitor, so it is found again by its words."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from knowledge.domain.masking.markers import MARKED
from knowledge.domain.masking.text import mask
from knowledge.domain.text import digest, fold
from knowledge.models import ClarifiedQuestion, RatedAnswer, UnansweredQuestion
from knowledge.ratings import column

_ABOUT = re.compile(r"^[^:]*: ")
"""The title of the case before a question that was understood as one about it."""
_JOINT = re.compile(rf"{MARKED.pattern}|[。\n]")
FEWEST = 4
"""Characters by which a question can be told from others."""


@transaction.atomic
def withdraw(messages: Sequence[str], since: datetime) -> int:
    """Count these messages' questions, asked since then, once less; those nobody else asked are deleted. How many."""
    said = [fold(message) for message in messages if message]
    changed = 0
    for model in (UnansweredQuestion, ClarifiedQuestion):
        rows: Any = model._default_manager.filter(last_at__gte=since)
        for row in rows:
            if times := _times(row.text, said):
                _count_less(row, times)
                changed += 1
    return changed


@transaction.atomic
def unrate(rated: Iterable[tuple[str, bool]]) -> None:
    """Take these questions' 👍 (True) and 👎 back; a rated answer that has none left is deleted."""
    for question, helpful in rated:
        counted = column(helpful)
        rows = RatedAnswer.objects.filter(key=digest(mask(question)))
        rows.filter(**{f"{counted}__gt": 0}).update(**{counted: F(counted) - 1})
        rows.filter(helpful=0, unhelpful=0).delete()


def _times(kept: str, said: Sequence[str]) -> int:
    """How many of the messages hold what was kept, apart from its markers; 0 when its words are not theirs."""
    pieces = [folded for piece in _JOINT.split(_ABOUT.sub("", kept)) if (folded := fold(piece))]
    longest = max(pieces, key=len, default="")
    if len(longest) < FEWEST or not all(any(piece in message for message in said) for piece in pieces):
        return 0
    return sum(longest in message for message in said)


def _count_less(row: Any, times: int) -> None:
    if row.count <= times:
        row.delete()
        return
    type(row)._default_manager.filter(pk=row.pk).update(count=F("count") - times)
    if isinstance(row, UnansweredQuestion):
        _fewer_days(row, times)


def _fewer_days(question: UnansweredQuestion, times: int) -> None:
    """The latest days first: how often it was asked on which is counted, not by whom."""
    for day in question.days.order_by("-day"):
        taken = min(times, day.count)
        times -= taken
        if taken == day.count:
            day.delete()
        elif taken:
            question.days.filter(pk=day.pk).update(count=F("count") - taken)
