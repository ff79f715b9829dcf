"""A lead as an e-mail, to a real SMTP server."""

import email.policy
from collections.abc import Iterator
from email.message import EmailMessage

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from pytest_django import Settings

from deploy.ports import free_port
from leads.delivery import email as adapter
from leads.delivery.sending import NotDelivered
from leads.domain.plain_text import as_text
from leads.models import Channel, Delivery
from tests.leads.delivery.conftest import Operator
from tests.leads.delivery.samples import PERSONAL, a_delivery, a_lead

pytestmark = pytest.mark.django_db
SALES = ["eigyo@dairiten.example", "tantou@dairiten.example"]


class Mailbox:
    """Keeps (recipients, message) in `mails` and answers `says`."""

    def __init__(self) -> None:
        self.mails: list[tuple[list[str], EmailMessage]] = []
        self.says = "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        message = email.message_from_bytes(envelope.original_content or b"", policy=email.policy.default)
        assert isinstance(message, EmailMessage)
        self.mails.append((envelope.rcpt_tos, message))
        return self.says


@pytest.fixture
def mailbox(operator_sets: Operator, settings: Settings) -> Iterator[Mailbox]:
    box, port = Mailbox(), free_port()
    operator_sets(lead_email=SALES, mail_from="hosho@dairiten.example")
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    server = Controller(box, hostname="127.0.0.1", port=port)
    server.start()
    yield box
    server.stop()


@pytest.fixture
def delivery() -> Delivery:
    return a_delivery(Channel.EMAIL, a_lead(reference="H-0001"))


def test_everybody_named_receives_what_a_salesperson_needs(mailbox: Mailbox, delivery: Delivery) -> None:
    adapter.send(delivery)
    ((recipients, mail),) = mailbox.mails
    assert recipients == SALES
    assert mail["From"] == "hosho@dairiten.example"
    assert mail.get_content().replace("\r\n", "\n").strip() == as_text(delivery.lead.said).strip()


def test_the_subject_tells_the_rank_and_nobodys_name(mailbox: Mailbox, delivery: Delivery) -> None:
    adapter.send(delivery)
    subject = mailbox.mails[0][1]["Subject"].strip()
    assert subject == "【hosho】見込み客 H-0001 ランクA(見積り)"
    assert not [word for word in PERSONAL if word in subject]


def test_no_header_tells_anything_personal(mailbox: Mailbox, delivery: Delivery) -> None:
    adapter.send(delivery)
    headers = "\n".join(f"{name}: {value}" for name, value in mailbox.mails[0][1].items())
    assert not [word for word in PERSONAL if word in headers]


def test_another_try_carries_the_same_ids(mailbox: Mailbox, delivery: Delivery) -> None:
    adapter.send(delivery)
    adapter.send(Delivery.objects.get())
    (_, first), (_, second) = mailbox.mails
    assert first["X-Hosho-Delivery"] == second["X-Hosho-Delivery"] == str(delivery.pk)
    assert first["Message-ID"] == second["Message-ID"] == f"<{delivery.pk}@dairiten.example>"


def test_a_server_that_refuses_is_tried_again_and_its_words_are_not_kept(mailbox: Mailbox, delivery: Delivery) -> None:
    mailbox.says = "451 eigyo@dairiten.example is over quota"
    with pytest.raises(NotDelivered) as refused:
        adapter.send(delivery)
    assert (refused.value.reason, refused.value.final) == ("SMTP 451(SMTPDataError)", False)


def test_a_server_that_is_away_is_tried_again(mailbox: Mailbox, delivery: Delivery, settings: Settings) -> None:
    settings.EMAIL_PORT = free_port()
    with pytest.raises(NotDelivered, match=r"^メールを送れません\(ConnectionRefusedError\)$"):
        adapter.send(delivery)


def test_a_visitors_line_break_makes_no_header(mailbox: Mailbox) -> None:
    adapter.send(a_delivery(Channel.EMAIL, a_lead(company="株式会社山田\r\nBcc: evil@example.com")))
    ((recipients, mail),) = mailbox.mails
    assert (recipients, mail["Bcc"]) == (SALES, None)


def test_a_server_that_does_not_answer_holds_nobody_for_long(settings: Settings) -> None:
    assert settings.EMAIL_TIMEOUT == 5
