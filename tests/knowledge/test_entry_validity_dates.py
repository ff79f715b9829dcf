import datetime

import pytest
from pydantic import ValidationError

from tests.knowledge.samples import an_entry

APRIL_1 = datetime.date(2026, 4, 1)
A_DAY = datetime.timedelta(days=1)


def test_an_entry_without_dates_is_always_valid() -> None:
    assert an_entry().valid_on(datetime.date.min)
    assert an_entry().valid_on(datetime.date.max)


def test_the_first_day_belongs_to_the_period_and_the_day_before_does_not() -> None:
    entry = an_entry(valid_from="2026-04-01")
    assert entry.valid_on(APRIL_1)
    assert not entry.valid_on(APRIL_1 - A_DAY)


def test_the_last_day_belongs_to_the_period_and_the_day_after_does_not() -> None:
    entry = an_entry(valid_until="2026-04-01")
    assert entry.valid_on(APRIL_1)
    assert not entry.valid_on(APRIL_1 + A_DAY)


def test_a_period_of_one_day_is_allowed() -> None:
    assert an_entry(valid_from="2026-04-01", valid_until="2026-04-01").valid_on(APRIL_1)


def test_an_end_before_the_start_is_refused() -> None:
    with pytest.raises(ValidationError, match="終了日.*開始日.*より前"):
        an_entry(valid_from="2026-04-02", valid_until="2026-04-01")
