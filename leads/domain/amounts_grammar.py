"""The grammar of written amounts: 3億5,000万円, 三億五千万, 120百万円, ¥35,000,000; over folded text.

Strict on purpose: what is not surely one number is None, and is asked again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

MOST_YEN = 100 * 10**12
"""Larger figures are slips of the keyboard."""
MOST_DIGITS = 15
"""In one numeral; keeps the arithmetic exact."""

_BIG = {"兆": 10**12, "億": 10**8, "万": 10**4}
_SMALL = {"千": 1000, "百": 100, "十": 10}
_KANJI_DIGITS = "〇一二三四五六七八九"
_WIDE = {(100, 10**4), (1000, 1)}
"""百万円 and 千円 are units of their own: 120百万円, 50,000千円. 35百円 and 12千万円 are not written."""

_S = r"[ \t]*+"
_NUMBER = r"[0-9]+(?:[.,][0-9]+)*+|[〇零一二三四五六七八九]++|[数何幾](?=[十百千万億兆])"
_TEN = r"十|百(?!貨)|千(?![葉代])|せん(?=まん|万|えん|円)|セン(?=マン|万|エン|円)"
_MYRIAD = r"[万億兆京]|まん(?!な)|おく|マン(?![ァ-ヴー])|マン(?=エン)|オク(?![ァ-ヴー])|オク(?=エン)"
_YEN = r"円|日本円|えん|エン(?![ァ-ヴー])|(?:yen|jpy)(?![a-z])|¥(?![0-9])"
_SECTION = rf"(?>(?:{_NUMBER}|{_TEN})(?:{_NUMBER}|{_S}(?:{_TEN}))*+)"
_FIGURE = re.compile(
    rf"(?P<sign>(?:[¥\\]|(?<![a-z])(?:jpy|yen)){_S})?+"
    rf"(?P<body>{_SECTION}"
    rf"(?:{_S}(?:{_MYRIAD})(?:(?:とんで|飛んで)?{_SECTION}|{_S}{_SECTION}(?={_S}(?:{_MYRIAD}|{_YEN})))?+)*+)"
    rf"(?P<yen>{_S}(?:{_YEN}))?+"
)
_KANA = (("せん", "千"), ("セン", "千"), ("まん", "万"), ("マン", "万"), ("おく", "億"), ("オク", "億"))
_DROPPED = re.compile(r"[ \t]|とんで|飛んで")
_WHOLE = re.compile(
    r"(?:(?P<兆>[^兆億万京]+)兆)?(?:(?P<億>[^兆億万京]+)億)?(?:(?P<万>[^兆億万京]+)万)?(?P<rest>[^兆億万京]+)?"
)
_N = r"[0-9][0-9.,]*|[〇零一二三四五六七八九]+"
_TERMS = re.compile(
    rf"(?:(?P<n千>{_N})?(?P<千>千))?(?:(?P<n百>{_N})?(?P<百>百))?(?:(?P<n十>{_N})?(?P<十>十))?(?P<last>{_N})?"
)
_ARABIC = re.compile(r"(?:0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.[0-9]+)?")
_DOT_FOR_COMMA = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_PADDED = re.compile(r"0[0-9]{3}")


@dataclass(frozen=True)
class Figure:
    """A stretch of digits and units, text[start:end]."""

    start: int
    end: int
    written: str
    in_yen: bool
    """円 or ¥ is written."""

    @property
    def has_unit(self) -> bool:
        return self.in_yen or bool(re.search(r"[万億兆京]", self.written))

    @property
    def in_kanji(self) -> bool:
        return not re.search(r"[0-9]", self.written)

    @property
    def sections(self) -> int:
        return len([part for part in re.split(r"[万億兆京]", self.written) if part])

    @property
    def value(self) -> Decimal | None:
        """Yen when it has a unit, else the bare number; None when it is not surely one number."""
        return _value(self.written, self.in_yen)


def figures(text: str) -> Iterator[Figure]:
    """Every stretch of digits, of whatever meaning, from left to right."""
    for match in _FIGURE.finditer(text):
        written = _DROPPED.sub("", match["body"])
        for kana, unit in _KANA:
            written = written.replace(kana, unit)
        yield Figure(*match.span(), written, bool(match["sign"] or match["yen"]))


def _value(written: str, in_yen: bool) -> Decimal | None:
    match = _WHOLE.fullmatch(written)
    if match is None or (in_yen and written in _SMALL):
        return None
    units = [unit for unit in _BIG if match[unit]]
    if match["rest"] and units and not (in_yen and "万" in units):
        return None
    parts = [(match[unit], _BIG[unit]) for unit in units]
    parts += [(match["rest"], 1)] if match["rest"] else []
    if len(parts) > 1 and "." in written:
        return None
    total = Decimal(0)
    for index, (part, unit) in enumerate(parts):
        number = _following(part) if index else _section(part, unit, in_yen)
        if number is None:
            return None
        total += number * unit
    has_unit = in_yen or bool(units)
    return None if total > MOST_YEN or (has_unit and not _is_whole(total)) else total


def _section(text: str, unit: int, in_yen: bool) -> Decimal | None:
    """What stands before a unit, or before nothing."""
    if _DOT_FOR_COMMA.search(text) and (unit < 10**8 or text.rstrip("十百千").endswith("0")):
        return None
    terms = _TERMS.fullmatch(text)
    if terms is None:
        return None
    scales = [name for name in _SMALL if terms[name]]
    if not scales:
        return _numeral(text)
    if len(scales) == 1 and not terms["last"] and (coefficient := terms["n" + scales[0]]):
        number, scale = _numeral(coefficient), _SMALL[scales[0]]
        wide = (scale, unit) in _WIDE and (unit > 1 or in_yen)
        return number * scale if number and (number < 10 or wide) else None
    return _sum_of(terms, scales)


def _following(text: str) -> Decimal | None:
    """What stands after a unit: less than ten thousand (億 after 兆, 万 after 億), whole."""
    if _PADDED.fullmatch(text):
        return Decimal(text)
    value = _section(text, 1, False)
    return value if value is not None and 0 < value < 10**4 else None


def _sum_of(terms: re.Match[str], scales: list[str]) -> Decimal | None:
    total = Decimal(0)
    for scale in scales:
        number = _numeral(terms["n" + scale]) if terms["n" + scale] else Decimal(1)
        if number is None or not 1 <= number <= 9 or not _is_whole(number):
            return None
        total += number * _SMALL[scale]
    last = _numeral(terms["last"]) if terms["last"] else Decimal(0)
    return total + last if last is not None and last < _SMALL[scales[-1]] and _is_whole(last) else None


def _numeral(text: str) -> Decimal | None:
    """Digits of one script as a number; 二三 (two or three), 〇 (a blank to fill) and 1,2 are none."""
    if sum(c not in ".," for c in text) > MOST_DIGITS:
        return None
    if text[0] in _KANJI_DIGITS + "零":
        return _kanji_numeral(text)
    return Decimal(text.replace(",", "")) if _ARABIC.fullmatch(text) else None


def _kanji_numeral(text: str) -> Decimal | None:
    if text == "零":
        return Decimal(0)
    digits = [_KANJI_DIGITS.index("〇" if c == "零" else c) for c in text]
    neighbours = len(digits) == 2 and digits[1] == digits[0] + 1
    return None if digits[0] == 0 or neighbours else Decimal("".join(map(str, digits)))


def _is_whole(number: Decimal) -> bool:
    return number == number.to_integral_value()
