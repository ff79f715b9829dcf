"""Nothing that a visitor or a file says becomes a header: of an e-mail, of a download."""

import email.policy
import re
from email.parser import BytesParser

import pytest

from knowledge.staff.exchange_download import attachment
from leads.delivery.email import message
from leads.domain.lead import Contact
from leads.models import Channel
from tests.leads.delivery.conftest import Operator, operator_sets  # noqa: F401 -- a fixture
from tests.leads.delivery.samples import a_delivery, a_lead

EVIL = [
    "株式会社山田\r\nBcc: evil@example.com",
    "株式会社山田\nReply-To: evil@example.com",
    "株式会社山田\r\n\r\n<html><script>alert(1)</script>",
    "=?utf-8?B?QmNjOiBldmlsQGV4YW1wbGUuY29t?=",
    "=?iso-2022-jp?Q?=0D=0ABcc:_evil@example.com?=",
    "山田\u2028Bcc: evil@example.com\u2029\x85X: 1",
    "山田\x0b\x0cBcc: evil@example.com",
    '"山田" <evil@example.com>, ',
    "\u202eemoc.elpmaxe@live",
    "山田" * 400,
]
HEADERS = {
    *("Content-Type", "MIME-Version", "Content-Transfer-Encoding", "Subject", "From", "To", "Date", "Message-ID"),
    "X-Hosho-Delivery",
}


@pytest.mark.django_db
@pytest.mark.parametrize("evil", EVIL, ids=ascii)
def test_a_mail_has_our_headers_and_recipients_alone(operator_sets: Operator, evil: str) -> None:  # noqa: F811
    operator_sets(lead_email=["eigyo@dairiten.example"], mail_from="hosho@dairiten.example")
    contact = Contact(name=evil, email=evil, phone=evil, preferred_time=evil)
    lead = a_lead(
        reference="H-0001", company=evil, industry=evil, fiscal_period=evil, contact=contact, unanswered=[evil]
    )
    mail = message(a_delivery(Channel.EMAIL, lead))
    read = BytesParser(policy=email.policy.default).parsebytes(mail.message().as_bytes())
    assert set(read.keys()) == HEADERS
    assert mail.recipients() == ["eigyo@dairiten.example"]
    assert (read["To"], read["From"]) == ("eigyo@dairiten.example", "hosho@dairiten.example")
    assert str(read["Subject"]).strip() == "【hosho】見込み客 H-0001 ランクA(見積り)"
    assert (read.get_content_type(), read.is_multipart()) == ("text/plain", False)


@pytest.mark.parametrize("evil", [*EVIL, '知識";filename="evil.exe', "..\\..\\evil.bat", "a/b", "\x00"], ids=ascii)
def test_a_download_has_one_name_and_no_header_of_its_own(evil: str) -> None:
    response = attachment(b"x", f"{evil}.csv", "text/csv")
    assert set(response.headers) == {"Content-Type", "Content-Disposition"}
    disposition = response.headers["Content-Disposition"]
    assert disposition.startswith("attachment; filename")
    assert "\r" not in disposition
    assert "\n" not in disposition
    assert len(re.findall(r"filename\*?=", disposition)) == 1
