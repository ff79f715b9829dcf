"""Questions the page does not settle, kept once each with a count and when they were asked."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from knowledge.counting import count
from knowledge.domain.answer import Answer
from knowledge.domain.masking.text import mask
from knowledge.domain.matching.verdict import Verdict
from knowledge.models import AskedOnDay, UnansweredQuestion

KEPT = frozenset({Verdict.NOT_LISTED, Verdict.UNDETERMINED})


def remember(text: str, answer: Answer) -> None:
    """Count the question, without what is personal in it, if it went unanswered."""
    if answer.verdict in KEPT:
        nearest = answer.topic or (answer.entries[0].id if answer.entries else "")
        _count(mask(text), answer.verdict.value, nearest)


@transaction.atomic
def _count(text: str, verdict: str, nearest: str) -> None:
    question = count(UnansweredQuestion, text, verdict=verdict, nearest=nearest)
    today, first = AskedOnDay.objects.get_or_create(question_id=question, day=timezone.localdate())
    if not first:
        AskedOnDay.objects.filter(pk=today.pk).update(count=F("count") + 1)
