"""Leads as visitors leave them, and their rows in the outbox."""

import uuid
from datetime import UTC, datetime
from typing import Any

from leads.domain.lead import Consent, Contact, Grade, Kind, PastIncidents, Question
from leads.domain.lead import Lead as Content
from leads.models import Channel, Delivery, Lead

AT = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)
"""10:30 in Japan."""
PERSONAL = ("山田製作所", "佐藤花子", "sato@yamada.example.co.jp", "03-0000-1234", "+81300001234", "誤送信は")


def a_content(**changes: Any) -> Content:
    """Everything answered."""
    answers: dict[str, Any] = {
        "reference": f"H-{uuid.uuid4().hex[:8]}",
        "created_at": AT,
        "kind": Kind.QUOTE,
        "grade": Grade.A,
        "reasons": ["見積りのご希望", "売上高の回答あり"],
        "company": "株式会社山田製作所",
        "industry": "製造業",
        "annual_sales_yen": 350_000_000,
        "annual_sales_as_said": "3億5千万",
        "fiscal_period": "2026年3月期",
        "past_incidents": PastIncidents.YES,
        "incident_details": "2024年にメールを誤送信",
        "certifications": ["ISMS(ISO/IEC 27001)", "プライバシーマーク"],
        "contact": Contact(
            name="佐藤花子", email="sato@yamada.example.co.jp", phone="03-0000-1234", preferred_time="平日の午前"
        ),
        "consent": Consent(version="2026-11", at=AT),
        "questions": [
            Question(
                text="メールの誤送信は補償されますか",
                verdict="listed",
                entries=["scenario.missent_mail_or_fax"],
                at=AT,
            )
        ],
        "unanswered": ["身代金は払ってもらえますか"],
        "session": str(uuid.uuid4()),
    }
    return Content(**{**answers, **changes})


def a_lead(**changes: Any) -> Lead:
    content = a_content(**changes)
    return Lead.objects.create(
        reference=content.reference,
        kind=content.kind,
        grade=content.grade,
        content=content.model_dump(mode="json"),
        session=content.session,
    )


def a_delivery(channel: Channel = Channel.WEBHOOK, lead: Lead | None = None, **columns: Any) -> Delivery:
    return Delivery.objects.create(lead=lead or a_lead(), channel=channel, **columns)
