from datetime import date, timedelta

import pytest
from django.utils import timezone

from leads.models import FormProgress
from leads.staff.numbers import Forms, forms, leads
from tests.leads.staff.samples import AT, a_lead

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 29)


def begun(kind: str, reached: str, end: str = "", day: date = TODAY) -> None:
    FormProgress.objects.create(day=day, kind=kind, reached=reached, end=end)


def of(label: str) -> Forms:
    (found,) = [form for form in forms(TODAY - timedelta(days=6), TODAY) if form.label == label]
    return found


def test_every_kind_of_form_is_told_even_when_none_was_begun() -> None:
    found = forms(TODAY, TODAY)
    assert [(form.label, form.begun) for form in found] == [("見積り", 0), ("連絡希望", 0), ("緊急(事故)", 0)]


def test_how_many_were_sent_cancelled_and_left() -> None:
    begun("quote", "review", "sent")
    begun("quote", "review", "sent")
    begun("quote", "company", "cancelled")
    begun("quote", "annual_sales")
    quote = of("見積り")
    assert (quote.begun, quote.sent, quote.cancelled, quote.left) == (4, 2, 1, 1)


def test_each_field_counts_who_got_to_it_or_beyond_and_who_ended_there() -> None:
    begun("callback", "consent", "cancelled")
    begun("callback", "contact_name")
    begun("callback", "contact_name", "cancelled")
    begun("callback", "review", "sent")
    steps = [(step.label, step.reached, step.cancelled, step.left) for step in of("連絡希望").steps]
    assert steps == [
        ("同意", 4, 1, 0),
        ("会社名", 3, 0, 0),
        ("ご担当者", 3, 1, 1),
        ("メールアドレス", 1, 0, 0),
        ("電話番号", 1, 0, 0),
        ("内容の確認", 1, 0, 0),
    ]


def test_the_day_on_which_it_was_begun_decides() -> None:
    begun("urgent", "phone", day=TODAY - timedelta(days=6))
    begun("urgent", "phone", day=TODAY - timedelta(days=7))
    begun("urgent", "phone", day=TODAY + timedelta(days=1))
    assert of("緊急(事故)").begun == 1


def test_leads_are_counted_by_grade_and_kind_and_by_status() -> None:
    a_lead(reference="1", grade="A", kind="quote", status="won")
    a_lead(reference="2", grade="A", kind="urgent")
    a_lead(reference="3", grade="C", kind="callback")
    found = leads(AT)
    assert (found.total, found.kinds) == (3, ["見積り", "連絡希望", "緊急(事故)"])
    assert found.by_grade == [("A", 2, [1, 0, 1]), ("B", 0, [0, 0, 0]), ("C", 1, [0, 1, 0])]
    assert found.by_status == [("未対応", 2), ("対応中", 0), ("見積済", 0), ("成約", 1), ("失注", 0)]


def test_earlier_leads_are_not_counted() -> None:
    a_lead()
    assert leads(AT + timedelta(seconds=1)).total == 0
    assert leads(timezone.now()).total == 0
