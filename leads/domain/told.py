"""What a visitor told, as sales read it: on the page of the lead, in the e-mail, in the row of the export."""

from leads.domain.dialling import shown_phone
from leads.domain.fields import Field
from leads.domain.lead import Contact, Kind, Lead, PastIncidents

ANSWERED = tuple(field for field in Field if field not in {Field.CONSENT, Field.REVIEW})
"""In the form's order."""
CONTACT = (Field.CONTACT_NAME, Field.PHONE, Field.EMAIL, Field.PREFERRED_TIME)
"""How to reach the visitor."""
PAST_INCIDENTS = {PastIncidents.NONE: "なし", PastIncidents.YES: "あり", PastIncidents.NOT_SURE: "わからない"}


def told(lead: Lead) -> dict[Field, str | None]:
    """Each answer in words, in the form's order; None where there is none. The sales as they were said."""
    in_words = {
        Field.ANNUAL_SALES: lead.annual_sales_as_said,
        Field.PAST_INCIDENTS: PAST_INCIDENTS[lead.past_incidents] if lead.past_incidents else None,
        Field.CERTIFICATIONS: _certifications(lead),
        Field.CONTACT_NAME: lead.contact.name,
        Field.PHONE: lead.contact.phone and shown_phone(lead.contact.phone),
    }
    return {field: in_words[field] if field in in_words else _as_carried(lead, field) for field in ANSWERED}


def _as_carried(lead: Lead, field: Field) -> str | None:
    """The lead carries any other answer under the field's own name."""
    carried: str | None = getattr(lead.contact if field.value in Contact.model_fields else lead, field.value)
    return carried


def _certifications(lead: Lead) -> str | None:
    """None when they were not asked: only the form of a quote asks."""
    return "、".join(lead.certifications) or ("なし" if lead.kind is Kind.QUOTE else None)
