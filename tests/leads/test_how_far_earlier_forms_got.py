"""How far the forms got that were begun before this was kept, as far as it is still known."""

import uuid
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.utils import timezone

from leads.models import Disclosure, FormProgress
from tests.leads.staff.samples import a_lead

pytestmark = pytest.mark.django_db(transaction=True)


def form(**columns: Any) -> Disclosure:
    return Disclosure.objects.create(**{"session": uuid.uuid4(), "state": {}} | columns)


def migrate() -> list[tuple[str, ...]]:
    with connection.schema_editor() as editor:
        import_module("leads.migrations.0003_form_progress").fill(apps, editor)
    return list(FormProgress.objects.order_by("id").values_list("kind", "reached", "end"))


def test_an_open_form_has_reached_what_it_asks() -> None:
    form(state={"kind": "quote", "asks": "industry"})
    assert migrate() == [("quote", "industry", "")]
    assert Disclosure.objects.get().progress == FormProgress.objects.get()


def test_a_sent_form_has_reached_its_end() -> None:
    form(lead=a_lead(kind="callback"), ended_at=timezone.now())
    assert migrate() == [("callback", "review", "sent")]


def test_of_a_cancelled_form_the_step_is_known_from_what_was_said_last() -> None:
    last = {"name": "disclosure", "asks": None, "step": 4, "of": 12, "receipt": None}
    form(ended_at=timezone.now(), outcome={"says": [], "goes_on": False, "form": last, "digression": False})
    assert migrate() == [("quote", "annual_sales", "cancelled")]
