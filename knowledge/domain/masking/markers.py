"""What stands in a text where something personal was, and how it is put there."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from knowledge.domain.text import LONGEST, clean

_DASHES = re.compile("[‐‑‒–—―−─━﹣]")
_LONG_VOWEL = re.compile(r"(?<=\d)[ーｰ](?=\d)")
_HIDDEN = "\x1f"
"""Stands for what is masked already: no pattern matches it, and no cleaned text has it."""


class Marker(StrEnum):
    PERSON = "〔氏名〕"
    COMPANY = "〔会社名〕"
    PHONE = "〔電話番号〕"
    EMAIL = "〔メールアドレス〕"
    ACCOUNT = "〔アカウント名〕"
    URL = "〔URL〕"
    ADDRESS = "〔住所〕"
    BIRTHDAY = "〔生年月日〕"
    NUMBER = "〔番号〕"


MARKED = re.compile("|".join(map(re.escape, Marker)))


@dataclass(frozen=True)
class Span:
    """Characters start to end of a text are personal."""

    start: int
    end: int
    marker: Marker


class Cover:
    """A text under way to its masked form. `shadow` is as long as the text, in half width, masked parts hidden."""

    def __init__(self, text: str) -> None:
        self._text = clean(text)[:LONGEST]
        self._spans = [Span(m.start(), m.end(), Marker(m[0])) for m in MARKED.finditer(self._text)]
        self.shadow = _LONG_VOWEL.sub("-", _DASHES.sub("-", "".join(map(_half_width, self._text))))
        self._hide(self._spans)

    def add(self, spans: Iterable[Span]) -> int:
        """Spans over what is hidden already are passed over; how many were not."""
        before = len(self._spans)
        for span in spans:
            if span.end > span.start and _HIDDEN not in self.shadow[span.start : span.end]:
                self._spans.append(span)
                self._hide([span])
        return len(self._spans) - before

    def _hide(self, spans: Iterable[Span]) -> None:
        for span in spans:
            hidden = _HIDDEN * (span.end - span.start)
            self.shadow = self.shadow[: span.start] + hidden + self.shadow[span.end :]

    def masked(self) -> str:
        parts, end = [], 0
        for span in sorted(self._spans, key=lambda span: span.start):
            parts += [self._text[end : span.start], span.marker]
            end = span.end
        return "".join([*parts, self._text[end:]])[:LONGEST]


def _half_width(character: str) -> str:
    """Never longer than what it stands for: ㈱ stays, as its parts would move all that follows."""
    half = unicodedata.normalize("NFKC", character)
    return half if len(half) == 1 else character
