"""The notice of a lead for Slack's incoming webhook."""

import html

from django.conf import settings

from leads.delivery import notice
from leads.models import Delivery, Lead


def send(delivery: Delivery) -> None:
    """Raises NotDelivered."""
    notice.post(settings.ENVIRONMENT.slack_webhook_url, {"text": text(delivery.lead)})


def text(lead: Lead) -> str:
    return html.escape("\n".join(notice.lines(lead)), quote=False)  # so that nothing in it mentions or links
