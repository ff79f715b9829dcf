"""All that a lead's page shows, ready for its template."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AnonymousUser, User
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from leads.domain.amounts import in_yen
from leads.domain.dialling import shown_phone, tel_link
from leads.domain.fields import ASKED, SPECS, Field
from leads.domain.lead import Kind
from leads.domain.lead import Lead as Content
from leads.domain.lookalikes import lookalikes
from leads.domain.plain_text import WANTS
from leads.domain.rows import reply
from leads.domain.told import CONTACT, told
from leads.models import DeliveryState, Lead
from leads.staff.age import ago
from leads.staff.changes import changes
from leads.staff.people import name_of
from leads.staff.related import related
from leads.staff.titles import titles_for


@dataclass(frozen=True)
class Asked:
    """A question of the visitor, and how the bot answered it."""

    text: str
    reply: str
    at: datetime


@dataclass(frozen=True)
class Said:
    """A message of the transcript."""

    by_visitor: bool
    text: str
    at: datetime | None


def page(lead: Lead, user: User | AnonymousUser) -> dict[str, Any]:
    """The template's variables; what the user may not see is empty."""
    said, may = lead.said, user.has_perm
    titles = titles_for([said])
    facts = answers(said)
    asked = [SPECS[field].label for field in ASKED[said.kind] if SPECS[field].label in facts]
    return {
        "said": said,
        "urgent": said.kind is Kind.URGENT,
        "wants": WANTS[said.kind],
        "age": ago(lead.created_at, timezone.now()),
        "lookalikes": lookalikes(said.company, said.contact.name, said.contact.email),
        "phone": said.contact.phone and shown_phone(said.contact.phone),
        "tel": said.contact.phone and tel_link(said.contact.phone),
        "facts": {label: value for label, value in facts.items() if value},
        "not_told": [label for label in asked if not facts[label]],
        "questions": [Asked(q.text, reply(q, titles), q.at) for q in said.questions],
        "transcript": [_message(message) for message in lead.transcript],
        "owner_name": name_of(lead.owner),
        "notes": [(note, name_of(note.by)) for note in lead.notes.select_related("by")]
        if may("leads.view_note")
        else [],
        "changes": changes(lead),
        "related": related(lead),
        "deliveries": lead.deliveries.order_by("channel") if may("leads.view_delivery") else [],
        "may_see_deliveries": may("leads.view_delivery"),
        "may_replay": may("leads.replay_delivery"),
        "may_note": may("leads.add_note"),
        "may_erase": may("leads.erase_visitor"),
        "delivered": DeliveryState.DELIVERED,
    }


def answers(said: Content) -> dict[str, str | None]:
    """What the form asked beside how to reach the visitor, by label; an accident's details only if there was one."""
    sales = said.annual_sales_as_said
    if said.annual_sales_yen is not None:
        sales = in_yen(said.annual_sales_yen) + (f" 「{sales}」" if sales else "")
    facts = {**told(said), Field.ANNUAL_SALES: sales}
    left_out = {*CONTACT, *(() if said.incident_details else (Field.INCIDENT_DETAILS,))}
    return {SPECS[field].label: answer for field, answer in facts.items() if field not in left_out}


def _message(message: dict[str, Any]) -> Said:
    return Said(message["from"] == "visitor", message["text"], parse_datetime(message.get("at") or ""))
