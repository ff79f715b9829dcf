"""Bands of annual sales, for whoever does not want to name a figure."""

import re
from dataclasses import dataclass

from leads.domain.amounts_grammar import figures
from leads.domain.amounts_text import folded

_OKU = 10**8


@dataclass(frozen=True)
class Band:
    """Yen: from `low` to below `high`; None: without an upper end."""

    label: str
    low: int
    high: int | None


BANDS: tuple[Band, ...] = (
    Band("1億円未満", 0, _OKU),
    Band("1億円以上5億円未満", _OKU, 5 * _OKU),
    Band("5億円以上10億円未満", 5 * _OKU, 10 * _OKU),
    Band("10億円以上50億円未満", 10 * _OKU, 50 * _OKU),
    Band("50億円以上100億円未満", 50 * _OKU, 100 * _OKU),
    Band("100億円以上", 100 * _OKU, None),
)
BAND_LABELS = tuple(band.label for band in BANDS)
"""Offered once an amount was not understood."""

_BEFORE = r"(?:(?:年間)?(?:年商|売り?上(?:げ高?|高)?)[は:が]?)?"
_AFTER = r"(?:です|だと?思い?ます|だ|になります|でお願いします|の(?:間|あいだ)?です|の間)?[。.!]?"
_TO = r"(?:以上)?(?:から|[~〜\-−–—ー]|(?<=上))[、,・]?"
_BAND = re.compile(rf"{_BEFORE}(?:[~〜]?F未満|(?P<from>F)以上|(?P<low>F){_TO}F(?:未満)?){_AFTER}")
"""A text each figure of which is replaced by F."""


def read_band(text: str) -> Band | None:
    """The band that a text is as a whole, also as 1億未満, 5〜10億円, 100億以上; only when the ends are the same."""
    form = folded(text).text
    found = list(figures(form))
    starts = [0, *(figure.end for figure in found)]
    ends = [*(figure.start for figure in found), len(form)]
    between = [form[start:end] for start, end in zip(starts, ends, strict=True)]
    match = _BAND.fullmatch(re.sub(r"\s", "", "F".join(between)))
    if match is None:
        return None
    first, last = found[0].value, found[-1].value
    if first is None or last is None:
        return None
    if match["low"] and not found[0].has_unit and found[1].written.endswith("億"):
        first *= _OKU
    low, high = (first, None) if match["from"] else (first, last) if match["low"] else (0, last)
    return next((band for band in BANDS if (band.low, band.high) == (low, high)), None)
