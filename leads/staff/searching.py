"""Finding leads in whatever spelling: by reference, by company, e-mail or phone as folded, by what was said.

What is said is sealed, so it is read and compared here; only whole addresses and numbers are looked up by digest."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from django.db.models import Q, QuerySet

from knowledge.domain.text import fold
from leads.domain.company import company_key
from leads.domain.email_address import email_key
from leads.domain.phone_number import phone_key
from leads.models import Lead
from sealing.lookups import digests

NOT_SAID = frozenset({"version", "session", "verdict", "entries", "at", "created_at", "consent"})
PHONE_LIKE = re.compile(r"[-‐-―−ー()+.\s\d]{4,}")
FEW_DIGITS = 4
"""Fewer would be found in almost any number."""


def matching(leads: QuerySet[Lead], term: str) -> set[int]:
    """The ids of the leads that `term` finds; its words may stand anywhere in what the visitor said."""
    words, company, digits = fold(term).split(), company_key(term), _digits(term)
    looked_up = Q(reference__icontains=fold(term))
    looked_up |= Q(email_key__in=digests(email_key(term))) | Q(phone_key__in=digests(phone_key(term)))
    rows = leads.order_by().prefetch_related(None)
    every = rows.values_list("pk", "content").iterator()
    read = {pk for pk, content in every if _said(content, words, company, digits)}
    return read.union(rows.filter(looked_up).values_list("pk", flat=True))


def _digits(term: str) -> str:
    """A part of a number: its digits without the zero that an international number has not."""
    folded = unicodedata.normalize("NFKC", term).strip()
    digits = "".join(filter(str.isdecimal, folded)).lstrip("0") if PHONE_LIKE.fullmatch(folded) else ""
    return digits if len(digits) >= FEW_DIGITS else ""


def _said(content: dict[str, Any], words: list[str], company: str, digits: str) -> bool:
    """Whether all the words were, or the company was called so, or the number has these digits in it."""
    text = fold("\n".join(_texts(content)))
    if words and all(word in text for word in words):
        return True
    if company and company in company_key(content["company"] or ""):
        return True
    return bool(digits) and digits in _international(content["contact"]["phone"] or "")


def _international(phone: str) -> str:
    return "81" + "".join(filter(str.isdecimal, unicodedata.normalize("NFKC", phone))).lstrip("0")


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, dict):
        for name, part in value.items():
            if name not in NOT_SAID:
                yield from _texts(part)
