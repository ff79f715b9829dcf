"""The line in Slack: enough to go and look, nothing personal."""

import json

import pytest
from django.urls import reverse

from bench.receiver import Receiver, Reply, receiving
from leads.delivery import notice, slack
from leads.delivery.sending import NotDelivered
from leads.domain.lead import Grade, Kind
from leads.models import Channel, Lead
from tests.leads.delivery.conftest import Operator
from tests.leads.delivery.samples import PERSONAL, a_delivery, a_lead

pytestmark = pytest.mark.django_db


def test_it_names_the_reference_grade_kind_industry_reasons_and_the_page() -> None:
    lead = a_lead(reference="H-0001", kind=Kind.URGENT, grade=Grade.B)
    assert slack.text(lead).splitlines() == [
        "見込み客 H-0001 ランクB(緊急(事故))",
        "業種: 製造業",
        "・見積りのご希望",
        "・売上高の回答あり",
        f"/staff/leads/lead/{lead.pk}/change/",
    ]


def test_the_page_is_where_the_staff_pages_have_it() -> None:
    assert notice.PAGE.format(id=7) == reverse("admin:leads_lead_change", args=[7])


def test_it_tells_nothing_personal() -> None:
    assert not [word for word in PERSONAL if word in slack.text(a_lead())]


def test_without_an_industry_the_line_is_left_out() -> None:
    assert "業種" not in slack.text(a_lead(industry=None))


def test_a_visitors_words_neither_mention_nor_link() -> None:
    text = slack.text(a_lead(industry="<!channel> <https://evil.example|ここ> & 小売"))
    assert "<" not in text
    assert "&lt;!channel&gt;" in text


def test_slack_receives_it_as_json(operator_sets: Operator) -> None:
    lead: Lead = a_lead()
    with receiving(unsigned=True) as receiver:
        operator_sets(slack_webhook_url=receiver.url, lead_webhook_allow_private=True)
        slack.send(a_delivery(Channel.SLACK, lead))
    assert [json.loads(body) for body in receiver.bodies] == [{"text": slack.text(lead)}]


def test_slack_being_down_is_tried_again(operator_sets: Operator, receiver: Receiver) -> None:
    receiver.reply = lambda: Reply(503)
    receiver.unsigned = True
    operator_sets(slack_webhook_url=receiver.url)
    with pytest.raises(NotDelivered, match="HTTP 503"):
        slack.send(a_delivery(Channel.SLACK))
