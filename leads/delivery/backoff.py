"""How long to wait after a try that failed: twice as long each time, up to three hours, and never all at once."""

import random
from datetime import timedelta

FIRST = timedelta(seconds=2)
LONGEST = timedelta(hours=3)
TRIES = 40
"""About two days."""


def ceiling(tries: int) -> timedelta:
    """The longest wait after so many tries (1 or more)."""
    return min(LONGEST, FIRST * (1 << min(tries - 1, 30)))


def wait(tries: int, chance: random.Random) -> timedelta:
    """Anything up to the ceiling ("full jitter"), so that what failed together does not come back together."""
    return ceiling(tries) * chance.random()
