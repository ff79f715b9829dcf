"""What is kept of an entry so that thousands can be listed: its days, and a key for each of its questions."""

import datetime

import pytest

from knowledge.domain.draft_index import day, question_keys


def test_an_iso_date_is_a_day() -> None:
    assert day("2026-04-01") == datetime.date(2026, 4, 1)


@pytest.mark.parametrize("value", [None, "", "2026-02-30", "2026年4月1日", "いつか", 20260401])
def test_what_is_no_day_is_none(value: object) -> None:
    assert day(value) is None


def test_questions_that_count_as_the_same_have_one_key() -> None:
    first, again = question_keys({"questions": ["ＰＣをなくした?"], "boundary": ["pcをなくした？"]})
    assert first == again
