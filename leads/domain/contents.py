"""From a complete form and what was said around it to the lead."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from leads.domain.fields import Field
from leads.domain.form import Form
from leads.domain.lead import Consent, Contact, Lead, Question
from leads.domain.qualification import grade

CARRIED = [field for field in Field if field.value in Lead.model_fields and field is not Field.CONSENT]
"""Fields whose answers the lead carries as they are, each under its own name."""
UNANSWERED = {"not_listed", "undetermined"}


@dataclass(frozen=True)
class Conversation:
    """What the visitor asked, and all messages as in the public API."""

    questions: Sequence[Question] = ()
    transcript: Sequence[dict[str, Any]] = ()


def lead_of(form: Form, said: Conversation, reference: str, now: datetime, session: str) -> Lead:
    """The lead of a complete form to which the visitor has consented."""
    given, reasons = grade(form, said.questions)
    sales = form.value(Field.ANNUAL_SALES) or {}
    answers = {field.value: form.value(field) for field in CARRIED if field in form.answers}
    assert form.consented_at
    return Lead(
        reference=reference,
        created_at=now,
        kind=form.kind,
        grade=given,
        reasons=reasons,
        annual_sales_yen=sales.get("yen"),
        annual_sales_as_said=sales.get("said"),
        **answers,
        contact=Contact(
            name=form.value(Field.CONTACT_NAME),
            email=form.value(Field.EMAIL),
            phone=form.value(Field.PHONE),
            preferred_time=form.value(Field.PREFERRED_TIME),
        ),
        consent=Consent(version=form.value(Field.CONSENT), at=form.consented_at),
        questions=list(said.questions),
        unanswered=[question.text for question in said.questions if question.verdict in UNANSWERED],
        session=session,
    )
