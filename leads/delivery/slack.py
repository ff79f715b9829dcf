"""The notice of a lead for Slack's incoming webhook."""

import html
import json

from django.conf import settings

from leads.delivery import notice
from leads.delivery.http import post
from leads.models import Delivery, Lead


def send(delivery: Delivery) -> None:
    """Raises NotDelivered."""
    environment = settings.ENVIRONMENT
    body = json.dumps({"text": text(delivery.lead)}, ensure_ascii=False)
    post(environment.slack_webhook_url, body, {}, environment.lead_webhook_allow_private)


def text(lead: Lead) -> str:
    return html.escape("\n".join(notice.lines(lead)), quote=False)  # so that nothing in it mentions or links
