"""A telephone number found in a text, in the many ways Japanese people write one."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat

from knowledge.domain.text import LONGEST, clean

_SPOKEN = re.compile(r"(\d{2,4})の(\d{2,4})の(\d{3,4})")
_KANJI_RUN = re.compile(r"[〇○零一二三四五六七八九](?:[\s\-‐‑‒–—―−ー─の]*[〇○零一二三四五六七八九]){8,10}")
_KANJI_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_COUNTRY = re.compile(r"国番号\s*\+?81\s*(?:の|で|、|-)?\s*|(?<![\d+-])81 (?=[1-9]\d? \d{2,4} \d{4})")
_NO_PHONE = re.compile(r"[A-Za-z0-9._%+\-]+@[A-Za-z0-9.\-]+|https?://\S+|〒\s*\d{3}-?\d{4}")
_EXTENSION = re.compile(
    r"[(\s、,]*(?:内線(?:番号)?|ext?(?:ension)?\.?|(?<=\d)\s*[#x])\s*[:はが]?\s*(\d{1,6})(?!\d)\)?", re.I
)
_RUN = re.compile(r"(?<![\dA-Za-z_¥$#])(?<!\d[./,年月])\+?\(?\d[\d\-(). ]{6,30}\d(?![\d@_])")
_UNIT = re.compile(r"\s*(?:[年月日時億万千百円名人社件個%]|ドル)")
_FAX = re.compile(r"fax|ファックス|ファクス|ﾌｧｯｸｽ|ファクシミリ", re.I)
_TEL = re.compile(r"tel|電話|携帯|phone|でんわ|連絡先|直通|代表", re.I)
_BOTH = re.compile(r"(?:tel|電話)\s*[/・&,、]?(?:兼|と|も)?\s*(?:fax|ファックス|ファクス)", re.I)
_NOT_THIS = re.compile(
    r"\s*(?:\(\s*(?:fax|ファックス|ファクス)|[はが](?:fax|ファックス|ファクス)|(?:では|じゃ)(?:なく|ない|ありません)"
    r"|は(?:違|間違|誤))",
    re.I,
)
_ABROAD = re.compile(r"(?:\+|00|010[- ]?)81[- ]?(?:\(0\))?[- ]?0?|81-0?")
_ELEVEN_DIGITS = re.compile(r"0[256789]0|0800")
"""Prefixes of mobile, IP and long free-phone numbers; all the others have ten digits."""


@dataclass(frozen=True)
class Phone:
    """`number` in E.164 (+81312345678), `shown` as people write it (03-1234-5678)."""

    number: str
    shown: str
    extension: str | None = None


def read_phone(text: str) -> Phone | None:
    """The first telephone number in the text. None when there is none, it is too short or too long, or only a fax."""
    line = unicodedata.normalize("NFKC", clean(text))[:LONGEST]
    line = _KANJI_RUN.sub(lambda run: run[0].translate(_KANJI_DIGITS), line)
    line = _COUNTRY.sub("+81-", line)
    line = _SPOKEN.sub(r"\1-\2-\3", _NO_PHONE.sub(" | ", line))
    line = re.sub(r"(?<=[\d)])\s*[‐‑‒–—―−ー─━]+\s*(?=[\d(])", "-", line)
    line = re.sub(r"(tel|fax|phone)(?=[\d(+])", r"\1 ", line, flags=re.I)
    extension = _EXTENSION.search(line)
    line = _EXTENSION.sub("|", line)
    for digits in _candidates(line):
        if phone := _phone(digits, extension[1] if extension else None):
            return phone
    return None


def phone_key(text: str) -> str:
    """The number in E.164 without extension, for finding the same one again; "" when there is none."""
    phone = read_phone(text)
    return phone.number if phone else ""


def _candidates(line: str) -> Iterator[str]:
    """Runs of digits that are neither a fax number nor counted in something, then the pieces of those with spaces."""
    end = 0
    for run in _RUN.finditer(line):
        before, after, end = line[end : run.start()], line[run.end() :], run.end()
        if _UNIT.match(after) or _NOT_THIS.match(after) or _faxes(before):
            continue
        yield run[0]
        yield from re.split(r"\s|\((?![^()]*\))", run[0])


def _faxes(label: str) -> bool:
    fax = max((m.start() for m in _FAX.finditer(label)), default=-1)
    tel = max((m.start() for m in _TEL.finditer(label)), default=-1)
    return fax > tel and not _BOTH.search(label)


def _phone(run: str, extension: str | None) -> Phone | None:
    if run.startswith("+") and not run.startswith("+81"):
        return _foreign(run, extension)
    digits = re.sub(r"\D", "", _ABROAD.sub("0", run.strip(), count=1) if _ABROAD.match(run.strip()) else run)
    right_length = len(digits) == (11 if _ELEVEN_DIGITS.match(digits) else 10)
    if not right_length or not digits.startswith("0") or digits.startswith("00"):
        return None
    number = phonenumbers.parse(digits, "JP")
    return Phone(f"+81{digits[1:]}", phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL), extension)


def _foreign(run: str, extension: str | None) -> Phone | None:
    try:
        number = phonenumbers.parse(run)
    except NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    shown = phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL)
    return Phone(phonenumbers.format_number(number, PhoneNumberFormat.E164), shown, extension)
