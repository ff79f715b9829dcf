"""What content staff have of visitors' questions, and files looked at before an import, are kept for a time only."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from knowledge import uploads
from knowledge.batches import erase
from knowledge.models import ClarifiedQuestion, RatedAnswer, UnansweredQuestion

LONG = timedelta(days=400)
"""A year and a month: the same weeks of the year before can be compared; nobody asked it in all that time."""
ASKED = (UnansweredQuestion, ClarifiedQuestion, RatedAnswer)


def erase_old(now: datetime) -> Iterator[tuple[str, int]]:
    """What was erased, and how many of it; an example that staff took from a question stays, as knowledge."""
    yield "uploads", uploads.forget_old()
    before = now - LONG
    asked = sum(erase(model._default_manager.filter(last_at__lt=before)) for model in ASKED)
    yield "questions", asked
