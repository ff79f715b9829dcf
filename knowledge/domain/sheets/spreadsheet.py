"""Text in the cells of a spreadsheet: nothing runs as a formula, nothing turns into a number or a date."""

import re
import unicodedata

FORMULA = frozenset("=+-@\t\r\n")
ERRORS = frozenset(
    ("#N/A", "#NAME?", "#REF!", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#FIELD!", "#BUSY!")
)
"""What Excel shows, and writes into a CSV file, where a formula failed."""

LONGEST_CELL = 32_767
"""Characters Excel keeps of a cell; it drops the rest in silence."""

_NUMBER_OR_DATE = re.compile(
    r"(?:明治|大正|昭和|平成|令和|[MTSHR])?[(¥$\\]?\.?\d[\d\s.,:/()\-年月日時分秒E+%円APM]*|TRUE|FALSE", re.IGNORECASE
)
_LONGEST_NUMBER = 40


def neutral(text: str) -> str:
    """The text, with an apostrophe before what a spreadsheet would run as a formula (full-width signs too)."""
    return f"'{text}" if _runs(text.lstrip("'")) else text


def guarded(text: str) -> str:
    """Like neutral, also before what Excel, opening a CSV file, would take for a number, a date or an error."""
    return f"'{text}" if _mistaken(text.lstrip("'")) else text


def unguarded(cell: str) -> str:
    """The text that `guarded` wrote; one that needed no apostrophe keeps those of its own."""
    bare = cell.lstrip("'")
    return cell[1:] if bare != cell and _mistaken(bare) else cell


def _runs(text: str) -> bool:
    return unicodedata.normalize("NFKC", text[:1]) in FORMULA


def _mistaken(text: str) -> bool:
    if not text or _runs(text) or len(text) > _LONGEST_NUMBER:
        return bool(text) and _runs(text)
    plain = unicodedata.normalize("NFKC", text).upper()
    return plain in ERRORS or bool(_NUMBER_OR_DATE.fullmatch(plain))
