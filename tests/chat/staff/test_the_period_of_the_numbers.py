from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.utils import timezone

from chat.staff.numbers import numbers
from chat.staff.period import Period, chosen
from tests.chat.staff.conftest import Asked


@pytest.mark.parametrize(("text", "length"), [("7", 7), ("30", 30), ("90", 90)])
def test_it_is_chosen_by_its_days_and_ends_today(text: str, length: int) -> None:
    assert chosen(text).length == length
    assert chosen(text).last == timezone.localdate()


@pytest.mark.parametrize("text", ["", "0", "-7", "8", "九十", "90; DROP TABLE", "9" * 5000])
def test_anything_else_is_thirty_days(text: str) -> None:
    assert chosen(text).length == 30


def test_the_last_of_its_days_is_today() -> None:
    period = Period(7, date(2026, 3, 2))
    assert (period.first, period.days[-1], len(period.days)) == (date(2026, 2, 24), date(2026, 3, 2), 7)


def test_it_begins_at_midnight_in_japan() -> None:
    assert Period(7, date(2026, 11, 29)).begins.astimezone(UTC) == datetime(2026, 11, 22, 15, 0, tzinfo=UTC)


@pytest.mark.django_db
def test_what_was_asked_before_it_is_not_counted(asked: Asked) -> None:
    asked(1, ago=6)
    asked(10, ago=7)
    assert numbers(chosen("7")).questions == 1
    assert numbers(chosen("30")).questions == 11


@pytest.mark.django_db
def test_the_page_marks_the_chosen_one(content: Client, asked: Asked) -> None:
    asked(1)
    page = content.get("/staff/numbers/", {"days": "90"}).content.decode()
    assert '<a href="?days=90" aria-current="page">90日間</a>' in page
    assert page.count("aria-current") == 1
