"""What visitors chose when they were asked back: evidence for staff which entry a question means."""

from django.db.models import F
from django.utils import timezone

from knowledge.domain.text import clean, digest
from knowledge.models import ClarifiedQuestion

NONE = ""
"""Chosen when none of the offered entries fits."""


def remember(question: str, entry_id: str) -> None:
    """Count this choice for this question; the same words in other width or case count as the same."""
    now = timezone.now()
    chosen = {"key": digest(question), "entry_id": entry_id}
    _, created = ClarifiedQuestion.objects.get_or_create(**chosen, defaults={"text": clean(question), "last_at": now})
    if not created:
        ClarifiedQuestion.objects.filter(**chosen).update(count=F("count") + 1, last_at=now)
