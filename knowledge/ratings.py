"""How visitors rated answers: one row for a question and the entry that answered it, without what is personal."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from knowledge.domain.masking.text import mask
from knowledge.domain.text import digest
from knowledge.models import RatedAnswer


@transaction.atomic
def rate(question: str, entry_id: str, verdict: str, helpful: bool, before: bool | None = None) -> None:
    """Count a visitor's 👍 or 👎. before: what the same visitor had said of the same answer, None for nothing yet."""
    if helpful is before:
        return
    text = mask(question)
    row, _ = RatedAnswer.objects.get_or_create(
        key=digest(text),
        entry_id=entry_id,
        defaults={"text": text, "verdict": verdict, "last_at": timezone.now()},
    )
    rows = RatedAnswer.objects.filter(pk=row.pk)
    new = column(helpful)
    rows.update(**{new: F(new) + 1}, verdict=verdict, last_at=timezone.now())
    if before is not None:
        old = column(before)
        rows.filter(**{f"{old}__gt": 0}).update(**{old: F(old) - 1})


def column(helpful: bool) -> str:
    """Where a 👍 (True) or a 👎 is counted."""
    return "helpful" if helpful else "unhelpful"
