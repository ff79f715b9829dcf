"""Leads to show to sales. Names, addresses and numbers belong to nobody."""

import uuid
from datetime import UTC, datetime
from typing import Any

from leads.domain.lead import Lead as Content
from leads.models import Lead

AT = datetime(2026, 11, 20, 1, 5, tzinfo=UTC)
"""10:05 in Japan."""
CONTACT = {"name": "佐藤 花子", "email": "sato@example.co.jp", "phone": "03-0000-1234", "preferred_time": "平日の午前"}
QUESTION = {
    "text": "委託先から漏えいした場合は対象ですか",
    "verdict": "listed",
    "entries": ["scenario.contractor_leak"],
    "at": AT.isoformat(),
}


def content(**changes: Any) -> dict[str, Any]:
    """The JSON of a lead who wants a quote."""
    said: dict[str, Any] = {
        "reference": "H-2611-0001",
        "created_at": AT,
        "kind": "quote",
        "grade": "A",
        "reasons": ["売上高をお答えいただいています", "見積りをご希望です"],
        "company": "株式会社山田製作所",
        "industry": "製造業",
        "annual_sales_yen": 350_000_000,
        "annual_sales_as_said": "3億5千万円くらい",
        "fiscal_period": "2026年3月期",
        "past_incidents": "yes",
        "incident_details": "2年前に顧客リストを誤送信",
        "certifications": ["ISMS(ISO/IEC 27001)"],
        "contact": CONTACT,
        "consent": {"version": "2026-11", "at": AT},
        "questions": [QUESTION],
        "unanswered": ["身代金は対象ですか"],
        "session": str(uuid.uuid4()),
    }
    return Content.model_validate({**said, **changes}).model_dump(mode="json")


def a_lead(**changes: Any) -> Lead:
    """Stored as the submission does; `changes` are those of its content, and any of status, owner, transcript."""
    of_row = {name: changes.pop(name) for name in ("status", "owner", "transcript") if name in changes}
    said = Content.model_validate(content(**changes))
    return Lead.objects.create(
        reference=said.reference,
        created_at=said.created_at,
        kind=said.kind,
        grade=said.grade,
        content=said.model_dump(mode="json"),
        company=said.company or "",
        session=said.session,
        **of_row,
    )
