"""The small line beside a group of questions: how often it was asked, day by day."""

from knowledge.domain.sparkline import points


def test_the_highest_count_touches_the_top_and_none_the_bottom() -> None:
    assert points([0, 5, 10], width=104, height=24) == "2.0,22.0 52.0,12.0 102.0,2.0"


def test_days_without_a_question_lie_on_the_bottom() -> None:
    assert points([0, 0], width=104, height=24) == "2.0,22.0 102.0,22.0"


def test_one_day_is_one_point() -> None:
    assert points([3], width=104, height=24) == "2.0,2.0"
