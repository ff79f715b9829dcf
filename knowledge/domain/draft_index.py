"""What is kept of an entry beside its content, so that thousands can be listed, searched and compared quickly."""

import datetime
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from knowledge.domain.text import digest, fold

KEY_DIGITS = 16
SEARCHED = ("title", "aliases", "answer", "boundary_note", "questions", "boundary", "boundary_words")


def searched(entry_id: str, data: Mapping[str, Any]) -> str:
    """All that a search may find of the entry, folded."""
    return fold("\n".join([entry_id, *(text for name in SEARCHED for text in _texts(data.get(name)))]))


def _texts(value: object) -> Iterator[str]:
    values = value if isinstance(value, list | tuple) else (value,)
    return (text for text in values if isinstance(text, str))


def question_keys(data: Mapping[str, Any]) -> list[str]:
    """16 hexadecimal digits for each question and boundary question, equal for those that count as the same."""
    asked = [text for name in ("questions", "boundary") for text in _texts(data.get(name) or ())]
    return [digest(text)[:KEY_DIGITS] for text in asked]


def day(value: object) -> datetime.date | None:
    """The day of an ISO date; None where there is none, or no such day."""
    try:
        return datetime.date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def content_digest(data: Mapping[str, Any]) -> str:
    """64 hexadecimal digits, equal for equal content."""
    return hashlib.sha256(json.dumps(data, sort_keys=True, ensure_ascii=False, default=str).encode()).hexdigest()


def digest_of_all(digests: Iterable[str]) -> str:
    """64 hexadecimal digits, equal for the same set of contents."""
    return hashlib.sha256("".join(sorted(digests)).encode()).hexdigest()
