"""Texts of entries as cells and back, without losing a character: what a file cannot hold is written as 〔U+1F363〕."""

import re
from collections.abc import Callable, Iterable
from functools import cache

from knowledge.domain.sheets.spreadsheet import guarded, unguarded

Holds = Callable[[str], bool]
"""Whether a file can hold this character."""

_WRITTEN = re.compile(r"〔U\+([0-9A-F]{4,6})〕")
_MISREAD = re.compile(r"〔(?=U\+[0-9A-F]{4,6}〕)|x(?=[0-9A-Fa-f]{4}_)|[\ufffe\uffff]")
"""Our own notation, Excel's for control characters (_x000D_), and what XML has not."""

_CONTROL = re.compile(r"_x(00[01][0-9A-Fa-f])_")


def everything(_character: str) -> bool:
    """UTF-8 holds every character."""
    return True


@cache
def cp932(character: str) -> bool:
    """Whether the character comes back from cp932 (Windows' Shift_JIS) as itself."""
    try:
        return character.encode("cp932").decode("cp932") == character
    except UnicodeEncodeError:
        return False


def unwritable(text: str, holds: Holds) -> list[str]:
    """The characters of the text that the file cannot hold, each once."""
    return list(dict.fromkeys(c for c in text if not holds(c)))


def code(character: str) -> str:
    """The notation for a character: 〔U+1F363〕."""
    return f"〔U+{ord(character):04X}〕"


def without_controls(text: str) -> str:
    """The text with what Excel wrote for control characters (_x000D_) read, and all but line feeds and tabs dropped."""
    return _CONTROL.sub(_kept_control, text) if "_x00" in text else text


def _kept_control(found: re.Match[str]) -> str:
    character = chr(int(found.group(1), 16))
    return character if character in "\n\t" else ""


def to_cell(text: str, holds: Holds = everything) -> str:
    return guarded(_escaped(text, holds))


def to_lines(texts: Iterable[str], holds: Holds = everything) -> str:
    """A list as the lines of one cell."""
    return guarded("\n".join(_escaped(text, holds).replace("\n", code("\n")) for text in texts))


def from_cell(cell: str) -> str:
    return _read(unguarded(cell))


def from_lines(cell: str) -> list[tuple[int, str]]:
    """The lines that are not blank, each with its number in the cell (from 1)."""
    lines = unguarded(cell).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return [(number, _read(line).strip()) for number, line in enumerate(lines, 1) if line.strip()]


def _escaped(text: str, holds: Holds) -> str:
    safe = _MISREAD.sub(lambda found: code(found.group()), text)
    return safe if holds is everything else "".join(c if holds(c) else code(c) for c in safe)


def _read(text: str) -> str:
    return _WRITTEN.sub(lambda found: _character(found.group()), text)


def _character(written: str) -> str:
    number = int(written[3:-1], 16)
    return chr(number) if number <= 0x10FFFF else written
