"""What a lead is found again by: its company, e-mail address and telephone number, each in one spelling or ""."""

from leads.domain.company import company_key
from leads.domain.email_address import email_key
from leads.domain.phone_number import phone_key
from leads.models import Lead


def company(lead: Lead) -> str:
    return company_key(lead.content.get("company") or "")


def email(lead: Lead) -> str:
    return email_key(lead.content["contact"].get("email") or "")


def phone(lead: Lead) -> str:
    return phone_key(lead.content["contact"].get("phone") or "")
