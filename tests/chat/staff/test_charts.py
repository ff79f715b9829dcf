"""Figures become coordinates in percent of the drawing."""

from itertools import pairwise

import pytest

from chat.staff.charts import Part, bars, columns, percent


@pytest.mark.parametrize(
    ("highest", "scale"),
    [
        (0, ("2", "1", "0")),
        (1, ("2", "1", "0")),
        (2, ("2", "1", "0")),
        (3, ("4", "2", "0")),
        (5, ("6", "3", "0")),
        (10, ("10", "5", "0")),
        (11, ("20", "10", "0")),
        (137, ("200", "100", "0")),
        (2_668, ("3,000", "1,500", "0")),
        (100_000, ("100,000", "50,000", "0")),
    ],
)
def test_the_scale_is_round_and_no_lower_than_the_highest(highest: int, scale: tuple[str, str, str]) -> None:
    assert columns([("11/29(日)", "11/29", highest)]).scale == scale


def test_a_column_stands_on_the_ground_as_high_as_its_figure() -> None:
    low, none, high = columns([("a", "a", 1), ("b", "b", 0), ("c", "c", 4)]).columns
    assert [(c.y, c.height) for c in (low, none, high)] == [(75, 25), (100, 0), (0, 100)]


@pytest.mark.parametrize("length", [7, 30, 90])
def test_columns_stand_side_by_side_within_the_drawing(length: int) -> None:
    drawn = columns([("", "", 1)] * length).columns
    assert drawn[0].x > 0
    assert drawn[-1].x + drawn[-1].width < 100
    assert all(left.x + left.width < right.x for left, right in pairwise(drawn))
    assert all(c.middle == pytest.approx(c.x + c.width / 2, abs=0.01) for c in drawn)


@pytest.mark.parametrize(("length", "named"), [(1, 1), (7, 7), (30, 6), (90, 7)])
def test_only_so_many_are_named_as_there_is_room_for_and_the_last_always(length: int, named: int) -> None:
    names = [column.name for column in columns([("", str(i), 0) for i in range(length)]).columns]
    assert len([name for name in names if name]) == named
    assert names[-1] == str(length - 1)


def test_nothing_to_draw_is_no_fault() -> None:
    assert columns([]).columns == []
    assert bars([]) == []


def test_the_longest_bar_fills_the_room_and_its_pieces_follow_each_other() -> None:
    assert bars([[3, 1], [1, 0]]) == [[Part(0, 75), Part(75, 25)], [Part(0, 25), Part(25, 0)]]


def test_bars_may_be_measured_against_a_whole() -> None:
    assert bars([[40], [10]], longest=80) == [[Part(0, 50)], [Part(0, 12.5)]]


def test_where_all_is_nothing_every_bar_is_empty() -> None:
    assert bars([[0], [0]]) == [[Part(0, 0)], [Part(0, 0)]]
    assert percent(0, 0) == 0
