"""Lists as people type them: one item a line."""

import re
from collections.abc import Iterable

from knowledge.domain.text import clean

_BULLET = re.compile(r"^(?:[・･•●○◆◇■□▪*＊‣][\s　]*|[-−–—‐－][\s　]*(?!\d))+")


def lines_of(text: str) -> list[str]:
    """The items: lines without leading bullets (a hyphen before a digit is a minus); empty ones are dropped."""
    lines = (clean(_BULLET.sub("", clean(line))) for line in text.splitlines())
    return [line for line in lines if line]


def as_lines(items: Iterable[str]) -> str:
    """The items, one a line; a line break within an item becomes a space, so that it stays one."""
    return "\n".join(" ".join(str(item).split("\n")) for item in items)
