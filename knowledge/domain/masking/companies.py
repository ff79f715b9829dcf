"""Companies named with their legal form: 株式会社みどり, みどり建設(株), Midori Co., Ltd."""

import re
from collections.abc import Iterator, Sequence

from knowledge.domain.legal_form import ENTITY, SHORT
from knowledge.domain.masking.markers import Marker, Span
from knowledge.domain.masking.public_names import is_public
from knowledge.domain.morphemes import Morpheme
from knowledge.domain.name_words import ANYBODY, LIKED, NO_NAME, TRADES

_FORM = re.compile(rf"{ENTITY}|{SHORT}|[㈱㈲㈳㈶㈻㈴㈾]", re.I)
_ENGLISH = re.compile(
    r"\b[A-Z][\w&'-]*(?:\s[A-Z][\w&'-]*){0,3},?\s(?:Co\.?,?\s?Ltd\b\.?|Inc\b\.?|Corp\b\.?|Corporation\b|LLC\b|K\.K\.)",
    re.ASCII,
)
_NAME_LIKE = frozenset({"名詞", "接頭辞", "接尾辞", "記号", "形状詞", "感動詞", "連体詞"})
_WITHIN = frozenset("・･&＆-ー'.")
LONGEST = 25


def companies(shadow: str, words: Sequence[Morpheme]) -> Iterator[Span]:
    """Names with their legal forms; 「株式会社でも入れますか」 names nobody."""
    for form in _FORM.finditer(shadow):
        start, end = _before(words, form.start()), _after(words, form.end())
        if (start, end) != form.span() and not any(map(is_public, _parts(shadow, start, form, end))):
            yield Span(start, end, Marker.COMPANY)
    for found in _ENGLISH.finditer(shadow):
        yield Span(*found.span(), Marker.COMPANY)
    yield from _by_trade(words)


def _by_trade(words: Sequence[Morpheme]) -> Iterator[Span]:
    """みどり建設, 鈴木商店: a name and what the company does; not 総合病院."""
    for trade in words:
        start = _before(words, trade.start) if trade.surface in TRADES else trade.start
        if any(_names_somebody(word) for word in words if start <= word.start < trade.start):
            yield Span(start, trade.end, Marker.COMPANY)


def _names_somebody(word: Morpheme) -> bool:
    kana = len(word.surface) > 1 and all("ぁ" <= c <= "ん" for c in word.surface) and word.surface not in NO_NAME
    return word.kind[1] == "固有名詞" or word.surface in LIKED or (kana and word.kind[1] == "普通名詞")


def _parts(shadow: str, start: int, form: re.Match[str], end: int) -> tuple[str, str]:
    return shadow[start : form.start()], shadow[form.end() : end]


def _before(words: Sequence[Morpheme], place: int) -> int:
    """Where the name that ends at the place begins."""
    start = place
    for word in reversed([word for word in words if word.end <= place]):
        if word.end != start or not _belongs(word) or place - word.start > LONGEST:
            break
        start = word.start
    return start


def _after(words: Sequence[Morpheme], place: int) -> int:
    """Where the name that begins at the place ends; one space before it is passed over."""
    end = place
    for word in words:
        if word.start < place or (word.end > place and word.start != end and word.start != place):
            continue
        if word.kind[0] == "空白" and end == place:
            end = word.end
            continue
        if not _belongs(word) or word.end - place > LONGEST:
            break
        end = word.end
    return end if end > place and any(word.end == end and _belongs(word) for word in words) else place


def _belongs(word: Morpheme) -> bool:
    return (word.kind[0] in _NAME_LIKE or word.surface in _WITHIN) and word.surface not in ANYBODY
