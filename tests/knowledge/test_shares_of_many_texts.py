"""Rows of made-up probabilities are weighed to exactly the shares that one text alone is weighed to."""

import numpy as np
import pytest

from knowledge.domain.matching.matcher import Candidate
from knowledge.domain.matching.verdict import Weighed, weigh
from knowledge.domain.matching.weighing import NEAREST, Weigher
from knowledge.domain.schema import Kind

LOST, MISSENT, RANSOM, PREMIUM, FIRE = "scenario.lost", "scenario.missent", "silent.ransom", "silent.premium", "x.fire"
KINDS = {LOST: Kind.SCENARIO, MISSENT: Kind.SCENARIO, RANSOM: Kind.SILENT, PREMIUM: Kind.SILENT, FIRE: Kind.OUTSIDE}
CLASSES = [(FIRE, True), (LOST, False), (LOST, True), (MISSENT, True), (PREMIUM, True), (RANSOM, True)]
"""Whether a row is about the page, settled, tied with it, about one group or the other, or about nothing at all."""
ROWS = [
    [0.0, 0.25, 0.25, 0.25, 0.125, 0.125],
    [0.0, 0.5, 0.0, 0.25, 0.125, 0.125],
    [0.25, 0.0, 0.125, 0.25, 0.125, 0.25],
    [0.25, 0.125, 0.0, 0.125, 0.375, 0.125],
    [0.5, 0.0, 0.25, 0.0, 0.125, 0.125],
    [0.25, 0.125, 0.125, 0.0, 0.25, 0.25],
    [0.5, 0.0, 0.0, 0.0, 0.25, 0.25],
    [0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
]


def weighed(rows: list[list[float]]) -> list[Weighed]:
    return [row.weighed for row in Weigher(CLASSES, KINDS).rows(np.array(rows))]


def alone(row: list[float]) -> Weighed:
    """The page before the others where shares are equal, as both weigh then."""
    scores = {
        entry_id: sum(p for p, (name, _) in zip(row, CLASSES, strict=True) if name == entry_id) for entry_id in KINDS
    }
    settled = {
        entry_id: sum(p for p, c in zip(row, CLASSES, strict=True) if c == (entry_id, True)) for entry_id in KINDS
    }
    ranked = sorted(sorted(KINDS), key=lambda entry_id: -scores[entry_id])
    return weigh([Candidate(entry_id, scores[entry_id], settled[entry_id]) for entry_id in ranked], KINDS)


@pytest.mark.parametrize("row", ROWS[:-1], ids=str)
def test_a_row_is_weighed_as_a_text_alone(row: list[float]) -> None:
    assert weighed([row]) == [alone(row)]


def test_rows_do_not_mix() -> None:
    assert weighed(ROWS[:-1]) == [alone(row) for row in ROWS[:-1]]


def test_nothing_is_settled_where_nothing_is_probable() -> None:
    [nothing] = weighed([ROWS[-1]])
    assert (nothing.on_page, nothing.settled, nothing.own, nothing.group, nothing.topic) == (0.0, 0.0, 0.0, None, None)


def test_the_page_stands_where_another_group_only_equals_it() -> None:
    [tied] = weighed([[0.5, 0.25, 0.25, 0.0, 0.0, 0.0]])
    assert (tied.group, tied.topic) == (None, None)


def test_each_entry_has_the_sum_of_its_classes() -> None:
    weigher = Weigher(CLASSES, KINDS)
    [row] = weigher.rows(np.array(ROWS[:1]))
    assert weigher.ids == sorted(KINDS)
    assert dict(zip(weigher.ids, row.scores, strict=True)) == {
        LOST: 0.5, MISSENT: 0.25, PREMIUM: 0.125, RANSOM: 0.125, FIRE: 0.0
    }  # fmt: skip


def test_what_is_of_no_known_entry_keeps_its_share() -> None:
    known = {entry_id: kind for entry_id, kind in KINDS.items() if entry_id != LOST}
    [row] = Weigher(CLASSES, known).rows(np.array(ROWS[:1]))
    assert row.weighed == Weighed((Candidate(MISSENT, 0.25, 0.25),), None, None, 0.25, 1.0, 1.0)


def test_without_any_entry_of_the_page_another_group_decides() -> None:
    known = {entry_id: kind for entry_id, kind in KINDS.items() if kind is not Kind.SCENARIO}
    [row] = Weigher(CLASSES, known).rows(np.array(ROWS[:1]))
    assert row.weighed == Weighed((), Kind.SILENT, PREMIUM, 0.0, 0.0, 0.0)


def test_without_any_other_group_the_page_decides() -> None:
    known = {LOST: Kind.SCENARIO, MISSENT: Kind.SCENARIO}
    [row] = Weigher(CLASSES[1:4], known).rows(np.array([[0.5, 0.25, 0.25]]))
    assert row.weighed == Weighed(
        (Candidate(LOST, 0.75, 0.25), Candidate(MISSENT, 0.25, 0.25)), None, None, 1.0, 0.5, 0.25 / 0.75
    )


@pytest.mark.parametrize("count", [NEAREST - 1, NEAREST, NEAREST + 1, 3 * NEAREST])
def test_of_very_many_entries_the_best_are_kept_in_order(count: int) -> None:
    kinds = {f"scenario.case_{i:03}": Kind.SCENARIO for i in range(count)}
    classes = [(entry_id, True) for entry_id in kinds]
    probable = np.array([(i * 37 % count + 1) / (count * (count + 1) / 2) for i in range(count)])
    rows = Weigher(classes, kinds).rows(np.array([probable, probable[::-1]]))
    for row, scores in zip(rows, (probable, probable[::-1]), strict=True):
        best = [entry_id for _, entry_id in sorted(zip(-scores, kinds, strict=True))][:NEAREST]
        assert [candidate.entry_id for candidate in row.weighed.page] == best


def test_forty_are_kept() -> None:
    assert NEAREST == 40


def test_of_equal_entries_the_first_is_the_best() -> None:
    kinds = {f"scenario.case_{i:02}": Kind.SCENARIO for i in range(30)}
    [row] = Weigher([(entry_id, True) for entry_id in kinds], kinds).rows(np.full((1, 30), 1 / 30))
    assert [candidate.entry_id for candidate in row.weighed.page] == list(kinds)
