"""A visitor who asked, filled in a form and sent it, and on whose lead sales have worked."""

import uuid
from datetime import UTC, datetime

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType

from chat.models import Session
from knowledge.domain.entities import names_in
from leads import forms
from leads.domain.answers import Heard
from leads.domain.contents import Conversation
from leads.domain.lead import Kind
from leads.models import Lead
from tests.chat.visitor import Visitor
from tests.leads.form.talk import QUOTE

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
QUESTION = "ドローンの墜落で取引先の設備を壊した場合は出ますか"
NOTE = "折り返しは木曜の夕方にとのこと"


def sent_form(session: uuid.UUID) -> Lead:
    """The lead of a quote that was answered in this session."""
    forms.begin(session, Kind.QUOTE, "begin")
    for text in (*QUOTE, "送信"):
        forms.take(session, Heard(text, NOW, names_in(text)), str(uuid.uuid4()), Conversation)
    return Lead.objects.get(session=session)


@pytest.fixture
def told(visitor: Visitor) -> Visitor:
    """Has asked something."""
    assert visitor.says(QUESTION).status_code == 200
    return visitor


@pytest.fixture
def lead(told: Visitor) -> Lead:
    """What sales have of the visitor: a note, a change with its history, a delivery that arrived, a log entry."""
    lead = sent_form(Session.objects.get().pk)
    lead.notes.create(text=NOTE)
    lead.status = "in_progress"
    lead.save()
    lead.deliveries.create(channel="email", state="delivered")
    LogEntry.objects.create(
        user=User.objects.create_user("tanaka"),
        content_type=ContentType.objects.get_for_model(Lead),
        object_id=str(lead.pk),
        object_repr=lead.reference,
        action_flag=CHANGE,
    )
    return lead
