"""Units of yen, and how an amount is shown for confirmation."""

import re
from decimal import Decimal
from types import MappingProxyType

from knowledge.domain.text import fold

UNITS = MappingProxyType({"円": 1, "千円": 10**3, "万円": 10**4, "百万円": 10**6, "億円": 10**8})
_UNIT = re.compile(
    r"(?:単位は|単位:?)?\s*(?P<unit>百万円|百万|千円|万円|億円|円|千|万|億)\s*(?:単位)?\s*(?:です|だ|になります|でお願いします|で)?[。.!]?"
)
_MYRIADS = ("", "万", "億", "兆", "京", "垓")


def read_unit(text: str) -> str | None:
    """The unit, one of UNITS, that a text is as a whole: 万円, 「千円です」, 百万."""
    match = _UNIT.fullmatch(fold(text))
    return match["unit"].removesuffix("円") + "円" if match else None


def with_unit(number: Decimal | int | str, unit: str) -> int:
    """Yen, rounded to a whole one. Raises KeyError for an unknown unit."""
    return int((Decimal(number) * UNITS[unit]).to_integral_value())


def in_yen(yen: int) -> str:
    """As shown for confirmation: 350,000,000円(3億5,000万円); below ten thousand 5,000円."""
    plain = f"{yen:,}円"
    return plain if abs(yen) < 10**4 else f"{plain}({_in_myriads(yen)}円)"


def _in_myriads(yen: int) -> str:
    rest, parts = yen, []
    for name in _MYRIADS:
        rest, part = divmod(rest, 10**4)
        if part:
            parts.append(f"{part:,}{name}")
    return "".join(reversed(parts))
