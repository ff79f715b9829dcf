"""What a chat room of sales may read about a lead: enough to go and look, nothing personal."""

import json

from django.conf import settings

from leads.delivery import http
from leads.models import KINDS, Lead

PAGE = "/staff/leads/lead/{id}/change/"
"""Written out: to ask Django for it would load every page, and with them the models, into the delivering process."""


def lines(lead: Lead) -> list[str]:
    said = lead.said
    industry = [f"業種: {said.industry}"] if said.industry else []
    return [
        f"見込み客 {said.reference} ランク{said.grade}({KINDS[said.kind]})",
        *industry,
        *(f"・{reason}" for reason in said.reasons),
        PAGE.format(id=lead.pk),
    ]


def post(url: str, message: dict[str, object]) -> None:
    """Raises NotDelivered."""
    http.post(url, json.dumps(message, ensure_ascii=False), {}, settings.ENVIRONMENT.lead_webhook_allow_private)
