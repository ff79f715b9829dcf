"""What visitors chose when they were asked back: evidence for staff which entry a question means."""

from knowledge.counting import count
from knowledge.domain.masking.text import mask
from knowledge.models import ClarifiedQuestion

NONE = ""
"""Chosen when none of the offered entries fits."""


def remember(question: str, entry_id: str) -> None:
    """Count this choice for this question, without what is personal in it."""
    count(ClarifiedQuestion, mask(question), {"entry_id": entry_id})
