"""People who introduce themselves or are named with a title, by Sudachi's dictionary of names."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from knowledge.domain.masking.markers import Marker, Span
from knowledge.domain.morphemes import Morpheme
from knowledge.domain.name_words import LABELS, NOBODY, TITLES

_INTRODUCED = frozenset({"です", "でございます", "だ"})
_CALLED = frozenset({"いい", "言い", "いう", "言う", "云い"})
_ENDS = frozenset({*"。、,.!」)", "が", "けど", "けれど", "けれども", "ので"})
_JOINS = frozenset({" ", "　", "・", "=", "＝"})
IN_KANA = re.compile(
    r"(?:^|[\s、。,.!！?？の])(?:(?:わたし|わたくし|ぼく|こちら)は)?"
    r"(?P<it>[ぁ-ゖー]{2,7})(?<!ない)と(?:申[しす]|もう[しす])"
)
"""「よしだと申します」: a name that the dictionary takes for other words (よし, だ)."""


def people(words: Sequence[Morpheme]) -> Iterator[Span]:
    """Names by themselves, without title, in the words of one text."""
    for first, after in _runs(words):
        run = words[first:after]
        if _is_somebody(run) and (_whole_name(run) or _titled(words, after) or _introduced(words, first, after)):
            yield Span(run[0].start, run[-1].end, Marker.PERSON)
    yield from _who_say_their_name(words)


def _runs(words: Sequence[Morpheme]) -> Iterator[tuple[int, int]]:
    """Places (first, after) of words that together are a name, with 「・」 or a space between them."""
    linked = [
        word.is_name
        or (word.surface in _JOINS and 0 < i < len(words) - 1 and words[i - 1].is_name and words[i + 1].is_name)
        for i, word in enumerate(words)
    ]
    for is_run, places in groupby(range(len(words)), key=linked.__getitem__):
        if is_run:
            found = list(places)
            yield found[0], found[-1] + 1


def _is_somebody(run: Sequence[Morpheme]) -> bool:
    return not NOBODY.intersection(word.surface for word in run)


def _whole_name(run: Sequence[Morpheme]) -> bool:
    """山田太郎, ジョン・スミス. What is written in kana alone may be any two words (けい やくしゃ)."""
    names = [word for word in run if word.is_name]
    kanji = any("一" <= c <= "龠" for c in names[0].surface)
    family_and_given = len(names) > 1 and names[0].kind[3] == "姓" and names[1].kind[3] in {"名", "一般"}
    long_enough = sum(len(name.surface) for name in names) > 2 and len(names[0].surface) > 1
    return (family_and_given and kanji and long_enough) or any(word.surface in {"・", "="} for word in run)


def _titled(words: Sequence[Morpheme], after: int) -> bool:
    following = _surfaces(words, after, 2)
    return bool(following) and (following[0] in TITLES or (following[0] in _JOINS and following[-1] in TITLES))


def _introduced(words: Sequence[Morpheme], first: int, after: int) -> bool:
    """「総務の鈴木です。」, 「担当者は山田」; not 「原因は関です」 in the middle of a sentence that goes on."""
    before = [word.surface for word in words[max(0, first - 3) : first] if word.surface not in _JOINS]
    if any(surface in LABELS for surface in before):
        return True
    following = _surfaces(words, after, 2)
    if following[:1] == ["と"] and following[-1] in _CALLED:
        return True
    says_so = bool(following) and following[0] in _INTRODUCED and (len(following) == 1 or following[1] in _ENDS)
    return says_so and (not before or before[-1] in {"の", "、", "。", ",", ".", "部", "課", "は", "!", "！"})


def _surfaces(words: Sequence[Morpheme], start: int, count: int) -> list[str]:
    return [word.surface for word in words[start : start + count]]


def _who_say_their_name(words: Sequence[Morpheme]) -> Iterator[Span]:
    """「〜と申します」: whatever stands before it is a name, also one that no dictionary has."""
    for i in range(1, len(words) - 1):
        if words[i].surface == "と" and words[i + 1].surface.startswith(("申し", "申す", "もうし", "もうす")):
            first = _beginning(words, i)
            if first < i:
                yield Span(words[first].start, words[i - 1].end, Marker.PERSON)


def _beginning(words: Sequence[Morpheme], after: int) -> int:
    """Back over the words of the name, and no farther than the company or the department before it."""
    first = after
    while first and (words[first - 1].kind[0] in {"名詞", "接尾辞", "接頭辞", "感動詞"} or words[first - 1].is_name):
        if first < after and words[first].is_name and not words[first - 1].is_name:
            break
        first -= 1
    if first == after and after > 1 and words[after - 2].is_name:  # やまだ and what the dictionary has no name for
        first = after - 2
    return first
