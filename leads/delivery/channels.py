"""Which ways out are on."""

from django.conf import settings

from leads.delivery import email, slack, webhook
from leads.delivery.sending import Send
from leads.models import Channel

WAYS: dict[Channel, tuple[str, Send]] = {
    Channel.WEBHOOK: ("lead_webhook_url", webhook.send),
    Channel.EMAIL: ("lead_email", email.send),
    Channel.SLACK: ("slack_webhook_url", slack.send),
}
"""The setting with the address that turns a channel on, and how a lead is sent there."""


def configured() -> dict[Channel, Send]:
    """How a lead is sent over each channel whose address the operator has set."""
    return {channel: send for channel, (setting, send) in WAYS.items() if getattr(settings.ENVIRONMENT, setting)}
