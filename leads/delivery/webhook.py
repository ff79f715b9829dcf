"""A lead as a signed webhook (standardwebhooks.com): the id is the same over every try."""

from django.conf import settings
from django.utils import timezone
from standardwebhooks import Webhook

from leads.delivery.http import post
from leads.models import Delivery


def send(delivery: Delivery) -> None:
    """Raises NotDelivered."""
    environment = settings.ENVIRONMENT
    now, body = timezone.now(), delivery.lead.said.model_dump_json()
    headers = {
        "webhook-id": str(delivery.pk),
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": Webhook(environment.lead_webhook_secret).sign(str(delivery.pk), now, body),
    }
    post(environment.lead_webhook_url, body, headers, environment.lead_webhook_allow_private)
