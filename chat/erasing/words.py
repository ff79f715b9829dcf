"""What tells a visitor: the texts to be looked for once they are erased, and how they may be written in a file."""

import base64
import json
from collections.abc import Iterator
from typing import Any

from chat.erasing.visitor import Visitor
from chat.models import Turn
from knowledge.models import Draft, Release
from leads.domain.fields import Field
from leads.models import Disclosure, Lead, Note

FEWEST = 3
"""Characters; whatever is shorter is met anywhere and proves nothing."""
READ_AS_OURS = {Field.CONSENT, Field.PAST_INCIDENTS, Field.CERTIFICATIONS}
"""Whose answers are kept under words of ours («2026-11», «yes»), which any date and any log may hold."""


def words_of(visitor: Visitor) -> set[str]:
    """Every line the visitor wrote and every value read from it, notes of sales on it, the conversation's id.

    Left out are words that the knowledge holds, too («はい», a title pressed, an example): they stay with it."""
    lines = {line.strip() for text in _texts(visitor) for line in text.splitlines()}
    long_enough = {line for line in lines if len(line) >= FEWEST}
    known = _knowledge()
    own = {line for line in long_enough if line not in known}
    return own | {written for session in visitor.sessions for written in (session.hex, str(session))}


def encodings(text: str) -> set[bytes]:
    """UTF-8, UTF-16, as JSON escapes it once and twice, as base64 holds it at any place."""
    plain, escaped = text.encode(), json.dumps(text)[1:-1]
    written = {plain, text.encode("utf-16-le"), text.encode("utf-16-be")}
    written |= {escaped.encode(), escaped.upper().replace("\\U", "\\u").encode(), json.dumps(escaped)[1:-1].encode()}
    return written | {_in_base64(plain, offset) for offset in range(3)}


def _in_base64(data: bytes, offset: int) -> bytes:
    """The letters that depend on the data alone when it begins `offset` bytes after a group of three."""
    whole = base64.b64encode(bytes(offset) + data)
    first, rest = (offset * 8 + 5) // 6, (offset + len(data)) % 3
    end = len(whole) - (0, 4, 4)[rest] + (0, 1, 2)[rest]
    return whole[first:end]


def _texts(visitor: Visitor) -> Iterator[str]:
    yield from Turn.objects.filter(session__in=visitor.sessions).values_list("text", flat=True)
    for state in Disclosure.objects.filter(session__in=visitor.sessions).values_list("state", flat=True):
        for field, answer in state.get("answers", {}).items():
            yield from _strings([answer["said"], None if field in READ_AS_OURS else answer["value"]])
    for lead in visitor.leads:
        yield from _of_lead(lead)


def _of_lead(lead: Lead) -> Iterator[str]:
    said = lead.said
    yield from _strings([said.company, said.annual_sales_as_said, said.incident_details, said.unanswered])
    yield from _strings([said.contact.model_dump(), [question.text for question in said.questions]])
    yield from (message["text"] for message in lead.transcript if message.get("from") == "visitor")
    yield from Note.objects.filter(lead=lead).values_list("text", flat=True)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)


def _knowledge() -> str:
    """All texts of the drafts and of the releases."""
    data = [*Draft.objects.values_list("data", flat=True), *Release.objects.values_list("entries", flat=True)]
    return "\n".join(text for part in data for text in _strings(part))
