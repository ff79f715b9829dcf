"""The words of a text in Sudachi's normal forms, so that spelling variants (取引き, 取引) are one word."""

import threading
from functools import cache
from importlib.metadata import version
from itertools import pairwise

from sudachipy import Dictionary, SplitMode, Tokenizer

from knowledge.domain.text import LONGEST, fold

VERSION = f"sudachidict-{version('sudachidict-core')}"
"""Another dictionary cuts other words: what was fitted with one is not read with the other."""

_NO_MEANING = {"助詞", "助動詞", "補助記号", "空白"}

_one_at_a_time = threading.Lock()  # a tokenizer serves one thread at a time


@cache
def _tokenizer() -> Tokenizer:
    return Dictionary().create(SplitMode.A)


def words(text: str) -> list[str]:
    """Normal forms in order, punctuation included, spaces not; raises nothing for any text."""
    with _one_at_a_time:
        normal = [morpheme.normalized_form() for morpheme in _tokenizer().tokenize(fold(text)[:LONGEST])]
    return [word for word in normal if word.strip()]


def terms(text: str) -> list[str]:
    """Every word, and every pair of neighbours joined by `_`: what the matcher weighs."""
    found = words(text)
    return found + [f"{first}_{second}" for first, second in pairwise(found)]


def readings(text: str) -> list[str]:
    """In katakana, each word that means something (no particles, no punctuation); ASCII words as they are."""
    with _one_at_a_time:
        found = [m for m in _tokenizer().tokenize(fold(text)[:LONGEST]) if m.part_of_speech()[0] not in _NO_MEANING]
        return [m.surface() if m.surface().isascii() else m.reading_form() for m in found]


def ends_in_noun(text: str) -> bool:
    """Whether the last word is a noun or an ending of one (「海外」, 「委託先の社員」), not a verb or a particle."""
    with _one_at_a_time:
        morphemes = list(_tokenizer().tokenize(fold(text)[:LONGEST]))
        return bool(morphemes) and morphemes[-1].part_of_speech()[0] in {"名詞", "接尾辞", "代名詞"}
