"""Finding leads in whatever spelling: by reference, by company, e-mail or phone as folded, by what was said."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from django.db.models import Q, QuerySet

from knowledge.domain.text import fold
from leads.domain.company import company_key
from leads.domain.contact import email_key, phone_key
from leads.models import Lead

NOT_SAID = frozenset({"version", "session", "verdict", "entries", "at", "created_at", "consent"})
PHONE_LIKE = re.compile(r"[-‐-―−ー()+.\s\d]{4,}")
FEW_DIGITS = 4
"""Fewer would be found in almost any number."""


def matching(leads: QuerySet[Lead], term: str) -> QuerySet[Lead]:
    """The leads that `term` finds; its words may stand anywhere in what the visitor said."""
    found = Q(reference__icontains=fold(term)) | Q(pk__in=_said(leads, fold(term).split()))
    if company := company_key(term):
        found |= Q(company_key__contains=company)
    if email := email_key(term):
        found |= Q(email_key__contains=email)
    if phone := phone_key(term) or _digits(term):
        found |= Q(phone_key__contains=phone)
    return leads.filter(found)


def _digits(term: str) -> str:
    """A part of a number: its digits without the zero that an international number has not."""
    folded = unicodedata.normalize("NFKC", term).strip()
    digits = "".join(filter(str.isdecimal, folded)).lstrip("0") if PHONE_LIKE.fullmatch(folded) else ""
    return digits if len(digits) >= FEW_DIGITS else ""


def _said(leads: QuerySet[Lead], words: list[str]) -> list[int]:
    """Read here and not by the database: JSON is stored escaped in one and not in another, and never folded."""
    if not words:
        return []
    rows = leads.order_by().prefetch_related(None).values_list("pk", "content").iterator()
    return [pk for pk, content in rows if _holds(" ".join(map(fold, _texts(content))), words)]


def _holds(text: str, words: list[str]) -> bool:
    return all(word in text for word in words)


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
