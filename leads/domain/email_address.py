"""An e-mail address found in a text; real but irregular old mobile addresses are read too."""

import re
import unicodedata
from dataclasses import dataclass

from email_validator import EmailNotValidError, validate_email

from knowledge.domain.text import LONGEST, clean

_LOCAL = r"[A-Za-z0-9!#$%&*+/=?^_`{|}~.\-][A-Za-z0-9!#$%&'*+/=?^_`{|}~.\-]*"
_ADDRESS = re.compile(rf"(?P<local>{_LOCAL})@(?P<domain>(?:[^\s@.,、。「」()<>:;\"]+\.)+[A-Za-z]{{2,}})")
_BROKEN_BEFORE = re.compile(r"(?:[A-Za-z0-9][,;、@\"]|@)$")
_WORD_BEFORE = re.compile(r"(?:^|[^A-Za-z])(?P<word>[A-Za-z]+) $")
_LABELS = {"mail", "email", "e-mail", "address", "mailto", "is", "to", "at", "use", "or", "and"}
_BROKEN_AFTER = re.compile(
    r"\.*@|-|(?:では|じゃ)(?:なく|ない|ありません)"
    r"|[,、 ]\s?(?:jp|com|net|org|co|ne|or|ac|go|info)\b|\.[\s.]*[A-Za-z0-9]|[0-9_]",
    re.ASCII,
)
_SPACED_AT = re.compile(r"(?<=[A-Za-z0-9]) @ (?=[A-Za-z0-9])")
_COMMA_FOR_DOT = re.compile(r"(@[A-Za-z0-9\-]+),(com|jp|net|org)\b")
_LIKELY_SLIP = {"con", "cmo", "ocm", "comm", "jpn"}


@dataclass(frozen=True)
class Email:
    """`unusual`: not by the standard (a..b@docomo.ne.jp), or likely mistyped (.con); worth an echo, never a refusal."""

    address: str
    unusual: bool = False


def read_email(text: str) -> Email | None:
    """The first address in the text in half width, domain in lower case. None when there is none or it is broken."""
    folded = unicodedata.normalize("NFKC", clean(text))[:LONGEST]
    mended = _COMMA_FOR_DOT.sub(r"\1.\2", _SPACED_AT.sub("@", folded))
    for found in _ADDRESS.finditer(folded):
        if _whole(folded, found):
            return _valid(found["local"].removeprefix("mailto:"), found["domain"].lower())
    mistyped = read_email(mended) if mended != folded else None
    return Email(mistyped.address, unusual=True) if mistyped else None


def email_key(text: str) -> str:
    """The address in lower case, for finding the same one again; "" when there is none."""
    email = read_email(text)
    return email.address.lower() if email else ""


def _whole(text: str, found: re.Match[str]) -> bool:
    """Not the rest of something with a space, a comma or a second @ in it."""
    before, after = text[: found.start()], text[found.end() :]
    word = _WORD_BEFORE.search(before)
    cut = word and word["word"].lower() not in _LABELS
    return not (cut or _BROKEN_BEFORE.search(before) or _BROKEN_AFTER.match(after))


def _valid(local: str, domain: str) -> Email | None:
    slip = domain.rpartition(".")[2] in _LIKELY_SLIP
    if address := _normal(local, domain):
        return Email(address, unusual=slip)
    regular = re.sub(r"\.{2,}", ".", local).strip(".")
    return Email(f"{local}@{domain}", unusual=True) if regular != local and _normal(regular, domain) else None


def _normal(local: str, domain: str) -> str | None:
    try:
        return validate_email(f"{local}@{domain}", check_deliverability=False).normalized
    except EmailNotValidError:
        return None
