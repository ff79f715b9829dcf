"""Whether a text begins with a family name."""

from knowledge.domain.morphemes import morphemes
from knowledge.domain.text import fold


def family_name(text: str) -> str | None:
    """The family name a text begins with (佐藤花子: 佐藤), or None: the dictionary lacks rare ones."""
    first = next(iter(morphemes(fold(text)[:50])), None)
    return first.surface if first is not None and first.kind[3] == "姓" else None
