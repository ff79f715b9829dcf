"""A line about a lead for Slack's incoming webhook: enough to go and look, nothing personal."""

import html
import json

from django.conf import settings

from leads.delivery.http import post
from leads.models import KINDS, Delivery, Lead

PAGE = "/staff/leads/lead/{id}/change/"
"""Written out: to ask Django for it would load every page, and with them the models, into the delivering process."""


def send(delivery: Delivery) -> None:
    """Raises NotDelivered."""
    environment = settings.ENVIRONMENT
    body = json.dumps({"text": text(delivery.lead)}, ensure_ascii=False)
    post(environment.slack_webhook_url, body, {}, environment.lead_webhook_allow_private)


def text(lead: Lead) -> str:
    said = lead.said
    lines = [f"見込み客 {said.reference} ランク{said.grade}({KINDS[said.kind]})"]
    if said.industry:
        lines.append(f"業種: {said.industry}")
    lines += [f"・{reason}" for reason in said.reasons]
    lines.append(PAGE.format(id=lead.pk))
    return html.escape("\n".join(lines), quote=False)  # so that nothing in it mentions or links
