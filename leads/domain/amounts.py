"""The annual sales a visitor typed, in yen. A wrong value is worse than none: in doubt it is asked again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from leads.domain import amounts_words as words
from leads.domain.amounts_bands import BAND_LABELS, BANDS, Band, read_band
from leads.domain.amounts_grammar import Figure, figures
from leads.domain.amounts_text import HIDDEN, Folded, folded
from leads.domain.amounts_units import in_yen, read_unit, with_unit
from leads.domain.amounts_zero import says_nearly_zero, says_zero

__all__ = [
    "BANDS",
    "BAND_LABELS",
    "Amount",
    "Band",
    "NoUnit",
    "Vague",
    "in_yen",
    "likely_amount",
    "read_amount",
    "read_band",
    "read_unit",
    "why_vague",
    "with_unit",
]


_THOUSANDS = re.compile(r"(億\s*[1-9一二三四五六七八九]千)(?=くらい|ぐらい|ほど|程度|です|でしょう|かな|[\s。、!]|$)")
_NUMERALS = {
    spoken: numeral
    for numeral, *spellings in (
        ("一", "いち"),
        ("二", "に"),
        ("三", "さん"),
        ("四", "よん"),
        ("五", "ご"),
        ("六", "ろく"),
        ("七", "なな"),
        ("八", "はち"),
        ("九", "きゅう"),
        ("十", "じゅう"),
        ("百", "ひゃく", "びゃく", "ぴゃく"),
        ("千", "せん", "ぜん"),
        ("万", "まん"),
        ("億", "おく"),
        ("円", "えん"),
    )
    for spoken in spellings
}
_SPOKEN_NUMERAL = re.compile("|".join(_NUMERALS))
_HALF_SPOKEN = re.compile(
    r"(?:いち|に|さん|よん|ご|ろく|なな|はち|きゅう)(?:せん|ぜん|[ひびぴ]ゃく|じゅう)(?=まん|えん|円)"
)
"""ごせんまん, of which only せんまん is in digits."""
_SPOKEN = re.compile(rf"(?:{_SPOKEN_NUMERAL.pattern}){{2,12}}(?:くらい|ぐらい|ほど)?(?:です)?[。.]?")


@dataclass(frozen=True)
class Amount:
    """Exactly one amount; `said` is its part of the original text, 約 and (税込) included."""

    yen: int
    said: str


@dataclass(frozen=True)
class Vague:
    """An amount, but not one number of yen: a range, a bound, several amounts, another currency or period."""

    said: str


@dataclass(frozen=True)
class NoUnit:
    """A number that may be yen, thousands of yen ...; not negative, at most 100 兆."""

    number: Decimal | int
    said: str


class _Kind(Enum):
    MONEY = auto()
    BARE = auto()
    UNCLEAR = auto()
    OTHER = auto()
    """A number of something unknown: 3拍子."""


@dataclass(frozen=True)
class _Mention:
    kind: _Kind
    value: Decimal
    start: int
    end: int


def read_amount(text: str) -> Amount | Vague | NoUnit | None:
    """What the text says of the annual sales; None when it names no amount of money or only asks."""
    form = folded(text)
    if says_zero(form.text):
        return Amount(0, text.strip())
    if says_nearly_zero(form.text):
        return Vague(text.strip())
    shown = words.NOT_MONEY.sub(lambda found: HIDDEN * len(found[0]), form.text)
    mentions = sorted(_mentions(shown), key=lambda mention: mention.start)
    asked, about_other = _sentences(shown, mentions)
    stated = [mention for mention in mentions if mention not in asked]
    if all(mention.kind is _Kind.OTHER for mention in stated):
        return None
    said = form.said(stated[0].start, stated[-1].end)
    if about_other:
        return Vague(said) if words.SALES.search(form.text) else None
    unclear = any(mention.kind in {_Kind.MONEY, _Kind.UNCLEAR} for mention in asked) or _is_spoiled(form.text)
    unclear = unclear or bool(_HALF_SPOKEN.search(form.text))
    return Vague(said) if unclear else _decided(stated, form, said)


def likely_amount(text: str) -> Amount | None:
    """What 2億3千 or さんおくえん most likely means; only to be asked back."""
    said = folded(text).text
    mended = _THOUSANDS.sub(r"\1万", said)
    if _SPOKEN.fullmatch(said):
        mended = _SPOKEN_NUMERAL.sub(lambda numeral: _NUMERALS[numeral[0]], said)
    found = read_amount(mended) if mended != said else None
    return Amount(found.yen, text.strip()) if isinstance(found, Amount) else None


def why_vague(text: str) -> str:
    """What to say of an amount that is not yen a year; "" when it is for another reason that it is vague."""
    form = folded(text).text
    if words.ANOTHER_CURRENCY.search(form):
        return "日本円に直した金額でうかがっております。"
    return "1年間の売上高でうかがっております。" if words.ANOTHER_PERIOD.search(form) else ""


def _decided(stated: list[_Mention], form: Folded, said: str) -> Amount | Vague | NoUnit:
    first = stated[0]
    if len({(mention.kind, mention.value) for mention in stated}) > 1 or first.kind is _Kind.UNCLEAR:
        return Vague(said)
    if first.kind is _Kind.MONEY:
        return Amount(int(first.value), form.said(first.start, first.end))
    if len(stated) > 1:
        return Vague(said)
    whole = first.value == first.value.to_integral_value()
    return NoUnit(int(first.value) if whole else first.value, said)


def _is_spoiled(text: str) -> bool:
    """Whether some word makes every figure something else than yen a year."""
    spoilers = (words.ANOTHER_CURRENCY, words.ANOTHER_PERIOD, words.NOT_YET_SAID)
    return any(spoiler.search(text) for spoiler in spoilers)


def _sentences(text: str, mentions: list[_Mention]) -> tuple[list[_Mention], bool]:
    """The mentions that stand in a question, and whether those that do not are about profit, cover, fees ..."""
    asked: list[_Mention] = []
    about_other = False
    for sentence in words.SENTENCE.finditer(text):
        within = [mention for mention in mentions if sentence.start() <= mention.start < sentence.end()]
        if within and words.ASKS.search(sentence[0]) and not _only_an_amount(text, sentence.span(), within):
            asked += within
        elif within:
            about_other |= bool(words.NOT_SALES.search(sentence[0]))
    return asked, about_other


def _only_an_amount(text: str, span: tuple[int, int], mentions: list[_Mention]) -> bool:
    """3億円くらいでしょうか? answers; 3億円ですか? asks."""
    around = _without(text, span, mentions)
    return bool(words.SURROUNDING.fullmatch(around)) and not words.ASKS_PLAINLY.search(around)


def _without(text: str, span: tuple[int, int], mentions: list[_Mention]) -> str:
    start, parts = span[0], []
    for mention in mentions:
        parts.append(text[start : mention.start])
        start = mention.end
    return "".join([*parts, text[start : span[1]]])


def _mentions(text: str) -> Iterator[_Mention]:
    found = list(figures(text))
    for index, figure in enumerate(found):
        following = found[index + 1] if index + 1 < len(found) else None
        mention = _mention(text, figure, following)
        if mention:
            yield mention
    for blank in words.BLANK.finditer(text):
        if not any(figure.start <= blank.start() < figure.end for figure in found):
            yield _unclear(*blank.span())


def _mention(text: str, figure: Figure, following: Figure | None) -> _Mention | None:
    if figure.has_unit:
        return _money(text, figure)
    if figure.in_kanji and not _stands_alone(text, figure):
        joined = following and words.JOINED.fullmatch(text, figure.end, following.start)
        return _unclear(figure.start, figure.end) if joined else None
    return _bare(text, figure)


def _stands_alone(text: str, figure: Figure) -> bool:
    """Whether a kanji numeral is what the text says: 五百くらいです, but not 三菱です."""
    return bool(words.SURROUNDING.fullmatch(text[: figure.start] + text[figure.end :]))


def _money(text: str, figure: Figure) -> _Mention | None:
    if not figure.in_yen and words.COUNTED_AFTER.match(text, figure.end):
        return None if figure.sections == 1 else _unclear(figure.start, figure.end)
    start, end = _with_approximation(text, figure)
    named = figure.in_yen or end > figure.end or words.KNOWN_AFTER.match(text, end)
    if named and figure.value is not None and not _is_open(text, start, end):
        return _Mention(_Kind.MONEY, figure.value, start, end)
    bound = words.OPEN_AFTER.match(text, end)
    return _unclear(start, bound.end() if bound else end)


def _bare(text: str, figure: Figure) -> _Mention | None:
    if words.COUNTED_AFTER_BARE.match(text, figure.end) or words.LABELLED_BEFORE.search(_before(text, figure.start)):
        return None
    start, end = _with_approximation(text, figure)
    if figure.value is None or _is_open(text, start, end):
        return _unclear(start, end)
    known = end > figure.end or words.KNOWN_AFTER.match(text, end)
    return _Mention(_Kind.BARE if known else _Kind.OTHER, figure.value, figure.start, figure.end)


def _unclear(start: int, end: int) -> _Mention:
    return _Mention(_Kind.UNCLEAR, Decimal(0), start, end)


def _with_approximation(text: str, figure: Figure) -> tuple[int, int]:
    before = words.APPROXIMATE_BEFORE.search(_before(text, figure.start))
    after = words.APPROXIMATE_AFTER.match(text, figure.end)
    start = figure.start - len(before[0]) if before else figure.start
    return start, after.end() if after else figure.end


def _is_open(text: str, start: int, end: int) -> bool:
    """Whether what stands at either side makes it less, or other, than one number of yen."""
    after = (words.OPEN_AFTER, words.DENIED_AFTER, words.FOREIGN_AFTER, words.LETTER_UNIT_AFTER)
    return bool(words.OPEN_BEFORE.search(_before(text, start))) or any(word.match(text, end) for word in after)


def _before(text: str, end: int) -> str:
    return text[max(0, end - 16) : end]
