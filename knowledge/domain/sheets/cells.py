"""One cell as what its column holds. What it cannot be is said with a remedy."""

import datetime
import re
import unicodedata

from knowledge.domain.faults import NO_DAY
from knowledge.domain.schema import Kind
from knowledge.domain.sheets.columns import KINDS_IN_WORDS, NO, ROLES_IN_WORDS, YES, kind_of, role_of
from knowledge.domain.sheets.grid import Failed, Formula, Value
from knowledge.domain.sheets.spreadsheet import unguarded
from knowledge.domain.sheets.text import from_cell, from_lines
from knowledge.domain.text import clean, fold


class Unsuitable(Exception):
    """The cell holds what its column cannot; said to staff, with the remedy."""


_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?: 0{1,2}:00(?::00)?)?")


def text(value: Value | None) -> str:
    """Raises Unsuitable on what is no text."""
    return clean(from_cell(_raw(value)))


def lines(value: Value | None) -> list[tuple[int, str]]:
    """The lines of the cell that are not blank, numbered from 1."""
    return from_lines(_raw(value))


def day(value: Value | None) -> datetime.date | None:
    """A cell with a date, or its text as it is written in Japan."""
    if isinstance(value, datetime.datetime):
        if value.time() != datetime.time():
            raise Unsuitable("時刻が付いています。日付だけを書いてください")
        return value.date()
    if isinstance(value, datetime.time | datetime.timedelta) or type(value) in (int, float):
        raise Unsuitable("日付ではありません。セルの書式を「日付」にして、2026-04-01 の形で書き直してください")
    written = clean(unicodedata.normalize("NFKC", unguarded(_raw(value))))
    found = _DAY.fullmatch(written)
    if written and not found:
        raise Unsuitable(NO_DAY)
    try:
        return datetime.date(*map(int, found.groups())) if found else None
    except ValueError as error:
        raise Unsuitable(NO_DAY) from error


def yes(value: Value | None) -> bool:
    """はい or いいえ; はい where nothing is written."""
    said = ("true" if value else "false") if isinstance(value, bool) else fold(text(value))
    if said not in {"", YES, NO, "true", "false"}:
        raise Unsuitable(f"「{YES}」か「{NO}」と書いてください")
    return said not in {NO, "false"}


def kind(value: Value | None) -> Kind:
    if found := kind_of(text(value)):
        return found
    raise Unsuitable(f"次のどれかを書いてください: {KINDS_IN_WORDS}")


def role(value: Value | None) -> str:
    """The field of the entry to which the question belongs."""
    if found := role_of(text(value)):
        return found
    raise Unsuitable(f"次のどれかを書いてください: {ROLES_IN_WORDS}")


def _raw(value: Value | None) -> str:
    match value:
        case None:
            return ""
        case str():
            return value
        case Formula():
            raise Unsuitable("数式です。計算した結果を、値として貼り付けてください")
        case Failed(code):
            raise Unsuitable(f"エラー値({code})です。正しい内容を書いてください")
        case datetime.date() | datetime.time() | datetime.timedelta():
            raise Unsuitable("日付や時刻になっています。セルの書式を「文字列」にして、書き直してください")
        case _:
            raise Unsuitable("数値になっています。セルの書式を「文字列」にして、書き直してください")
