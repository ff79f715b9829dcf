"""Where the sales pages are, and how they are read."""

import re

from django.test import Client

from leads.models import Lead

INBOX = "/staff/leads/lead/"


def page_of(lead: Lead) -> str:
    return f"{INBOX}{lead.pk}/change/"


def shown(client: Client, address: str, **query: str) -> str:
    response = client.get(address, query)
    assert response.status_code == 200, response
    return response.content.decode()


def listed(client: Client, **query: str) -> list[str]:
    """References in the inbox, in its order."""
    return re.findall(r"field-reference[^>]*>\s*<a[^>]*>([^<]+)<", shown(client, INBOX, **query))


def form_of(lead: Lead, **changes: str) -> dict[str, str]:
    """What a browser sends when the lead's page was opened now and `changes` were made on it."""
    owner = str(lead.owner_id or "")
    opened = {"status": lead.status, "owner": owner, "note": ""}
    return {"initial-status": lead.status, "initial-owner": owner, **opened, **changes}
