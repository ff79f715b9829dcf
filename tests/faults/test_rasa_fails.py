"""Rasa dies, hangs, or cannot keep what is said: visitors hear it in time, and nothing is lost."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from bench.breaking import halted, hangs, locked, no_room, told_by_readyz
from deploy.started import Stack
from tests.faults.conftest import Crowd
from tests.faults.waiting import until_answered, until_apologised

Break = Callable[[Stack], AbstractContextManager[None]]
WAYS: dict[str, tuple[Break, str]] = {
    "halted": (lambda stack: halted(stack, "rasa"), "Rasa does not answer"),
    "its disk is full": (lambda stack: no_room(stack, "rasa"), "the tracker store under HOSHO_VAR cannot be used"),
    "its database is locked": (
        lambda stack: locked(stack.environment.var / "tracker.db"),
        "the tracker store under HOSHO_VAR cannot be used",
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_visitors_are_apologised_to_and_answered_when_it_is_back(whole: Stack, crowd: Crowd, way: str) -> None:
    broken, told = WAYS[way]
    with crowd() as visitors:
        until_answered(visitors)
        with broken(whole):
            until_apologised(visitors)
            told_by_readyz(whole, told)
        told_by_readyz(whole, '"ready": true')
        until_answered(visitors)


def test_a_short_halt_is_only_a_slow_answer(whole: Stack, crowd: Crowd) -> None:
    with crowd() as visitors:
        until_answered(visitors)
        with halted(whole, "rasa"):
            assert hangs(whole.environment.rasa_url)
        until_answered(visitors)
    assert not any(made.problem for visitor in visitors for told in visitor.told for made in told.tries)


def test_nothing_was_kept_in_memory_alone(whole: Stack) -> None:
    """Rasa's own wrapper would say so, once, in its log."""
    assert "Falling back to use" not in whole.log("rasa")
