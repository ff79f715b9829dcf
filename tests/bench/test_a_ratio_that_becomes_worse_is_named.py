import pytest

from bench.stacks.figures import PROMISES, of_turns, percentile, promised, regressions
from bench.stacks.printed import lines
from tests.bench.measured import table


@pytest.mark.parametrize(
    ("share", "expected"), [(0.0, 1.0), (0.5, 2.0), (0.51, 3.0), (0.75, 3.0), (0.95, 4.0), (1.0, 4.0)]
)
def test_a_percentile_is_the_smallest_value_that_so_many_do_not_exceed(share: float, expected: float) -> None:
    assert percentile([4.0, 1.0, 3.0, 2.0], share) == expected


def test_of_no_turns_there_is_no_percentile() -> None:
    with pytest.raises(ValueError, match="no turn was answered"):
        percentile([], 0.5)


def test_turns_a_second_count_what_was_answered_in_the_time_of_all() -> None:
    figures = of_turns([0.010, 0.030, 0.020], wall_s=1.5)
    assert figures == {"p50_ms": 20.0, "p95_ms": 30.0, "p99_ms": 30.0, "turns_per_s": 2.0, "turns": 3}


def test_the_ratios_are_ours_to_the_others() -> None:
    assert promised(table()) == {
        "turn p50, 1 visitor, ours / peer": 0.5,
        "turn p95, 1 visitor, ours / peer": 0.545,
        "turns a second, 8 visitors, ours / peer": 3.0,
        "memory, ours / peer": 0.9,
        "training, ours / peer": 0.1,
        "turn p50, 1 visitor, ours / floor": 2.0,
        "turn p95, 1 visitor, ours / floor": 2.0,
        "start to ready of ours, s": 15.0,
    }


def test_nothing_is_worse_than_itself_nor_by_a_fifth() -> None:
    assert regressions(table(), table()) == []
    assert regressions(table(memory_mb=1070.0, turns_per_s=24.5), table()) == []


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"p95_ms": 75.0}, "turn p95, 1 visitor, ours / peer: 0.68 is more than 20% worse than 0.55"),
        ({"turns_per_s": 23.0}, "turns a second, 8 visitors, ours / peer: 2.30 is more than 20% worse than 3.00"),
        ({"memory_mb": 1090.0}, "memory, ours / peer: 1.09 is more than 20% worse than 0.90"),
        ({"train_s": 73.0}, "training, ours / peer: 0.12 is more than 20% worse than 0.10"),
    ],
)
def test_what_is_worse_by_more_is_named_with_both_figures(change: dict[str, float], named: str) -> None:
    assert named in regressions(table(**change), table())


def test_what_is_better_is_no_fault() -> None:
    better = table(p50_ms=10.0, p95_ms=12.0, turns_per_s=90.0, memory_mb=300.0, train_s=10.0)
    assert regressions(better, table()) == []


def test_seconds_of_another_day_are_not_compared() -> None:
    assert regressions(table(start_s=29.0), table()) == []


def test_the_table_tells_ratios_first_and_which_promise_is_missed() -> None:
    told = list(lines(table(start_s=31.0)))
    ratios = told[2 : 2 + len(PROMISES)]
    assert [line.rsplit("|", 2)[1].strip() for line in ratios] == ["kept"] * (len(PROMISES) - 1) + ["missed"]
    assert any(line.startswith("| 8 visitors: turn p50 / p95 / p99, ms") for line in told[len(PROMISES) :])
    assert told[-1].startswith("| the rest of Rasa | 1.0 | 2% |")
