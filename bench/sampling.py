"""Fewer examples of every entry, for what would take hours on all of them."""

from knowledge.domain.schema import Entry


def sample(entry: Entry, questions: int, boundary: int) -> Entry:
    """The entry with its examples thinned out evenly to at most so many; 0 keeps all."""
    return entry.model_copy(
        update={"questions": _thin(entry.questions, questions), "boundary": _thin(entry.boundary, boundary)}
    )


def _thin(texts: tuple[str, ...], most: int) -> tuple[str, ...]:
    if not most or len(texts) <= most:
        return texts
    return tuple(texts[i * len(texts) // most] for i in range(most))
