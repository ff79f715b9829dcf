"""Whether a text begins with a family name, by Sudachi's dictionary (0.1 s to load, once)."""

import threading
from functools import cache

from sudachipy import Dictionary, SplitMode, Tokenizer

from knowledge.domain.text import fold

_one_at_a_time = threading.Lock()  # a tokenizer serves one thread at a time


@cache
def _tokenizer() -> Tokenizer:
    return Dictionary().create(SplitMode.C)


def family_name(text: str) -> str | None:
    """The family name a text begins with (佐藤花子: 佐藤), or None: the dictionary lacks rare ones."""
    with _one_at_a_time:
        first = next(iter(_tokenizer().tokenize(fold(text)[:50])), None)
        return first.surface() if first is not None and first.part_of_speech()[3] == "姓" else None
