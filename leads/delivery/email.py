"""A lead as an e-mail to sales. A mail server may take it twice; its Message-ID is then the same."""

import smtplib

from django.conf import settings
from django.core.mail import EmailMessage

from leads.delivery.sending import NotDelivered
from leads.domain.plain_text import as_text
from leads.models import KINDS, Delivery


def send(delivery: Delivery) -> None:
    """Raises NotDelivered."""
    try:
        message(delivery).send()
    except smtplib.SMTPResponseException as error:
        raise NotDelivered(f"SMTP {error.smtp_code}({type(error).__name__})") from None
    except OSError as error:  # SMTPException is one
        raise NotDelivered(f"メールを送れません({type(error).__name__})") from None


def message(delivery: Delivery) -> EmailMessage:
    environment, said = settings.ENVIRONMENT, delivery.lead.said
    domain = environment.mail_from.rpartition("@")[2]
    return EmailMessage(
        subject=f"【hosho】見込み客 {said.reference} ランク{said.grade}({KINDS[said.kind]})",
        body=as_text(said),
        from_email=environment.mail_from,
        to=environment.lead_email,
        headers={"Message-ID": f"<{delivery.pk}@{domain}>", "X-Hosho-Delivery": str(delivery.pk)},
    )
