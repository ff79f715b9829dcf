"""Questions the page does not settle, kept once each with a count."""

from django.db.models import F
from django.utils import timezone

from knowledge.domain.answer import Answer
from knowledge.domain.text import clean, digest
from knowledge.domain.verdict import Verdict
from knowledge.models import UnansweredQuestion

KEPT = frozenset({Verdict.NOT_LISTED, Verdict.UNDETERMINED})


def remember(text: str, answer: Answer) -> None:
    """Count the question if it went unanswered; the same words in other width or case count as the same."""
    if answer.verdict not in KEPT:
        return
    nearest = answer.topic or (answer.entries[0].id if answer.entries else "")
    seen = {"verdict": answer.verdict.value, "nearest": nearest, "last_at": timezone.now()}
    _, created = UnansweredQuestion.objects.get_or_create(key=digest(text), defaults={"text": clean(text), **seen})
    if not created:
        UnansweredQuestion.objects.filter(key=digest(text)).update(count=F("count") + 1, **seen)
