"""The lead as sales, the webhook and the Excel row see it: version 1 of a fixed contract (docs/api.md)."""

from datetime import datetime
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict


class Kind(StrEnum):
    QUOTE = "quote"
    CALLBACK = "callback"
    URGENT = "urgent"


class Grade(StrEnum):
    A = "A"
    B = "B"
    C = "C"


class PastIncidents(StrEnum):
    """Accidents, or the fear of one, in the last five years, as the visitor says."""

    NONE = "none"
    YES = "yes"
    NOT_SURE = "not_sure"


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Contact(_Part):
    name: str
    email: str | None = None
    phone: str | None = None
    preferred_time: str | None = None


class Consent(_Part):
    version: str
    at: datetime


class Question(_Part):
    """What the visitor asked before or during the form, and how it was answered (verdict, ids of entries)."""

    text: str
    verdict: str
    entries: list[str]
    at: datetime


class Lead(_Part):
    version: Literal[1] = 1
    reference: str
    created_at: datetime
    kind: Kind
    grade: Grade
    reasons: list[str]
    company: str | None = None
    industry: str | None = None
    annual_sales_yen: int | None = None
    annual_sales_as_said: str | None = None
    fiscal_period: str | None = None
    past_incidents: PastIncidents | None = None
    incident_details: str | None = None
    certifications: list[str] = []
    contact: Contact
    consent: Consent
    questions: list[Question] = []
    unanswered: list[str] = []
    session: str
