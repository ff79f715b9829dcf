"""Questions the page does not settle, kept once each with a count."""

from knowledge.counting import count
from knowledge.domain.answer import Answer
from knowledge.domain.verdict import Verdict
from knowledge.models import UnansweredQuestion

KEPT = frozenset({Verdict.NOT_LISTED, Verdict.UNDETERMINED})


def remember(text: str, answer: Answer) -> None:
    """Count the question if it went unanswered."""
    if answer.verdict not in KEPT:
        return
    nearest = answer.topic or (answer.entries[0].id if answer.entries else "")
    count(UnansweredQuestion, text, verdict=answer.verdict.value, nearest=nearest)
