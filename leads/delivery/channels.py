"""Which ways out are on."""

from django.conf import settings

from leads.delivery import email, slack, webhook
from leads.delivery.sending import Send
from leads.models import Channel


def configured() -> dict[Channel, Send]:
    """How a lead is sent over each channel whose address the operator has set."""
    environment = settings.ENVIRONMENT
    ways: dict[Channel, tuple[object, Send]] = {
        Channel.WEBHOOK: (environment.lead_webhook_url, webhook.send),
        Channel.EMAIL: (environment.lead_email, email.send),
        Channel.SLACK: (environment.slack_webhook_url, slack.send),
    }
    return {channel: send for channel, (address, send) in ways.items() if address}
