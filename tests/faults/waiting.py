"""What the tests wait for: no sleeps of a guessed length."""

import time
from collections.abc import Callable

from bench.visiting import Visitor

LONGEST = 60.0


def until(happened: Callable[[], bool], what: str = "it") -> None:
    """Raises TimeoutError when it does not happen."""
    started = time.monotonic()
    while not happened():
        if time.monotonic() - started > LONGEST:
            raise TimeoutError(f"{what} has not happened in {LONGEST:.0f} s")
        time.sleep(0.05)


def until_apologised(visitors: list[Visitor]) -> None:
    """Until one of them has been told that hosho cannot answer."""
    until(lambda: any(made.problem for v in visitors for told in v.told for made in told.tries), "an apology")


def until_answered(visitors: list[Visitor], more: int = 1) -> None:
    """Until each of them has got so many further replies."""
    before = {visitor.name: answered(visitor) for visitor in visitors}
    until(lambda: all(answered(v) >= before[v.name] + more for v in visitors), "a reply to each")


def answered(visitor: Visitor) -> int:
    return sum(told.reply is not None for told in visitor.told)
