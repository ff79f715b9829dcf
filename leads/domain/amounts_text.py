"""Text in one writing (width, case, old numerals), each character of which knows where the visitor wrote it."""

import re
import unicodedata
from dataclasses import dataclass

HIDDEN = "□"
"""Stands for a character that is no part of an amount."""

_CLUSTER = re.compile(r".[\uff9e\uff9f\u3099\u309a]*", re.DOTALL)
_OLD = str.maketrans("壱壹弌弐貳参參肆伍拾佰陌仟阡萬圓", "一一一二二三三四五十百百千千万円")
_NUMERAL = re.compile(r"[0-9〇一二三四五六七八九十百千万億]")


@dataclass(frozen=True)
class Folded:
    """`text` is folded; `spans[i]` is the part (start, end) of `original` that its character i comes from."""

    original: str
    text: str
    spans: tuple[tuple[int, int], ...]

    def said(self, start: int, end: int) -> str:
        """The part of the original behind text[start:end]."""
        return self.original[self.spans[start][0] : self.spans[end - 1][1]].strip()


def folded(text: str) -> Folded:
    """NFKC in lower case; circled numbers and fractions (①, ½) become HIDDEN, as they are not read."""
    characters: list[str] = []
    spans: list[tuple[int, int]] = []
    for cluster in _CLUSTER.finditer(text):
        written = unicodedata.normalize("NFKC", cluster[0]).lower().translate(_OLD)
        if unicodedata.category(cluster[0][0]) in {"No", "So"} and _NUMERAL.search(written):
            written = HIDDEN
        characters.append(written)
        spans += [cluster.span()] * len(written)
    return Folded(text, "".join(characters), tuple(spans))
