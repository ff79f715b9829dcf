"""From figures to coordinates. Everything is in percent of the drawing, so that it fits a screen of any width."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

FILLED = 0.68
"""Share of its place that a column takes."""
ROUND = (1, 2, 3, 4, 5, 6, 8, 10)
"""Heights of a scale, times a power of ten; only those are taken whose middle is a whole number."""
LABELLED = 7
"""At most so many columns are named below: there is no room for more on a phone."""


@dataclass(frozen=True)
class Column:
    """Its corner above left, its size, and the middle of its place, below which its name stands ("" for no room)."""

    label: str
    name: str
    value: str
    x: float
    y: float
    width: float
    height: float
    middle: float


@dataclass(frozen=True)
class Columns:
    """`scale`: the figures beside the lines at the top, in the middle and at the bottom, as people read them."""

    columns: list[Column]
    scale: tuple[str, str, str]


def columns(values: Sequence[tuple[str, str, int]]) -> Columns:
    """One column for each (label, short name, figure from 0 up), from left to right; the last is always named."""
    top = _top(max((value for *_, value in values), default=0))
    place = 100 / len(values) if values else 0
    every = -(-len(values) // LABELLED)
    drawn = []
    for i, (label, name, value) in enumerate(values):
        height = 100 * value / top
        drawn.append(
            Column(
                label=label,
                name=name if (len(values) - 1 - i) % every == 0 else "",
                value=shown(value),
                x=round(place * (i + (1 - FILLED) / 2), 3),
                y=round(100 - height, 3),
                width=round(place * FILLED, 3),
                height=round(height, 3),
                middle=round(place * (i + 0.5), 3),
            )
        )
    return Columns(drawn, (shown(top), shown(top // 2), shown(0)))


def _top(highest: int) -> int:
    """The smallest round figure, even, that is at least the highest."""
    power = 1
    while highest > ROUND[-1] * power:
        power *= 10
    return next(top for step in ROUND if (top := step * power) >= highest and top % 2 == 0)


@dataclass(frozen=True)
class Part:
    """A piece of a lying bar."""

    x: float
    width: float


def bars(values: Sequence[Sequence[int]], longest: int = 0) -> list[list[Part]]:
    """One bar for each sequence of figures, its pieces one after another.

    longest: the sum that is as long as there is room; the greatest of these when it is 0."""
    whole = longest or max((sum(pieces) for pieces in values), default=0)
    return [
        [
            Part(percent(end - piece, whole), percent(piece, whole))
            for piece, end in zip(pieces, accumulate(pieces), strict=True)
        ]
        for pieces in values
    ]


def shown(value: int) -> str:
    """12,345"""
    return f"{value:,}"


def percent(part: int, whole: int) -> float:
    """0 when there is no whole."""
    return round(100 * part / whole, 1) if whole else 0.0
