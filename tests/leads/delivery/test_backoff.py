"""How long a receiver that failed is left alone."""

import random
from datetime import timedelta

import pytest

from leads.delivery.backoff import FIRST, LONGEST, TRIES, ceiling, wait

EVERY = range(1, TRIES + 1)


def test_it_doubles_with_every_try_until_it_is_capped() -> None:
    ceilings = [ceiling(tries) for tries in EVERY]
    assert ceilings[:4] == [FIRST, 2 * FIRST, 4 * FIRST, 8 * FIRST]
    assert ceilings == sorted(ceilings)
    assert ceilings[-1] == LONGEST


@pytest.mark.parametrize("tries", EVERY)
def test_it_is_spread_over_all_of_the_time_allowed(tries: int) -> None:
    chance = random.Random(tries)
    waits = [wait(tries, chance) for _ in range(200)]
    assert timedelta(0) <= min(waits) < 0.1 * ceiling(tries)
    assert 0.9 * ceiling(tries) < max(waits) <= ceiling(tries)


def test_an_absurd_number_of_tries_is_no_error() -> None:
    assert ceiling(100_000) == LONGEST


def test_a_weekend_without_the_receiver_is_survived() -> None:
    average = sum((ceiling(tries) for tries in EVERY), timedelta(0)) / 2
    assert timedelta(hours=40) < average < timedelta(hours=72)
