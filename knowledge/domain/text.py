"""How text is cleaned before it is kept, and folded before it is compared."""

import hashlib
import re
import unicodedata

LONGEST = 1000
"""Characters read of a text: the longest message a visitor may send."""

_TAGS = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_SPACES = re.compile(r"\s+")
_UNKEPT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""All of Unicode's categories Cc and Cs but line feed and tab, and the marks that turn the direction of writing."""


def clean(text: str) -> str:
    """The text without NUL, lone surrogates, other control characters and turns of the writing direction, trimmed;
    wording untouched."""
    return _UNKEPT.sub("", text).strip()


def fold(text: str) -> str:
    """One form for what is written in several: width, half-width katakana, case, spaces, markup (for matching only)."""
    return _SPACES.sub(" ", _TAGS.sub("", unicodedata.normalize("NFKC", clean(text)))).strip().lower()


class _Kept(dict[int, int | None]):
    """Which characters make a difference, each looked up once: a release has a million questions to compare."""

    def __missing__(self, code: int) -> int | None:
        kept = unicodedata.category(chr(code))[0] in "LNM" or chr(code) == "ー"
        self[code] = code if kept else None
        return self[code]


_KEPT = _Kept()


def key(text: str) -> str:
    """A key equal for questions that differ only in width, case, spaces, punctuation or symbols."""
    return fold(text).translate(_KEPT)


def digest(text: str) -> str:
    """64 hexadecimal digits, equal for texts with the same key."""
    return hashlib.sha256((key(text) or clean(text)).encode()).hexdigest()


def has_words(text: str) -> bool:
    """Whether there is a letter or a digit at all (not only emoji, punctuation or spaces)."""
    return bool(key(text))
