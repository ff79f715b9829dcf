"""Thousands of turns of many visitors at once while part after part is killed, halted, locked out or without room.

Exits with code 1, and the broken promises in sentences, when a message was lost or doubled, a visitor was left in
silence, an error was no problem+json, or a lead did not arrive exactly once."""

import argparse
import collections
import contextlib
import itertools
import json
import random
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

from bench.breaking import halted, killed, locked, no_room
from bench.receiver import receiving
from bench.visiting import FORM, QUESTIONS, Visitor
from bench.visits import faults, receipts, slowest
from deploy.started import Stack, started_stack

Break = Callable[[Stack], contextlib.AbstractContextManager[None]]
WAYS: dict[str, tuple[Break, float]] = {
    "rasa killed": (lambda stack: killed(stack, "rasa"), 1),
    "web killed": (lambda stack: killed(stack, "web"), 0),
    "deliver killed": (lambda stack: killed(stack, "deliver"), 5),
    "rasa halted": (lambda stack: halted(stack, "rasa"), 12),
    "rasa slow": (lambda stack: halted(stack, "rasa"), 2),
    "web halted": (lambda stack: halted(stack, "web"), 3),
    "deliver halted": (lambda stack: halted(stack, "deliver"), 5),
    "rasa without room": (lambda stack: no_room(stack, "rasa"), 5),
    "web without room": (lambda stack: no_room(stack, "web"), 5),
    "database locked": (lambda stack: locked(stack.environment.var / "hosho.db"), 8),
    "conversations locked": (lambda stack: locked(stack.environment.var / "tracker.db"), 5),
}
"""What breaks, and for how many seconds."""
WITHOUT_WEB = {"web killed", "web halted"}
REST = 30.0
"""Seconds in which all is well, between two faults."""


class Breaker(threading.Thread):
    """Breaks one thing after another, in random order, each until hosho is ready again."""

    def __init__(self, stack: Stack, chance: random.Random) -> None:
        super().__init__(daemon=True)
        self.stopping = threading.Event()
        self.broken: collections.Counter[str] = collections.Counter()
        self.web_was_away: list[tuple[float, float]] = []
        self.trouble = ""
        self._stack, self._chance = stack, chance

    def run(self) -> None:
        try:
            while not self.stopping.wait(REST):
                self._break(self._chance.choice(sorted(WAYS)))
        except Exception as error:
            self.trouble = f"hosho did not recover: {error}"
            raise

    def _break(self, name: str) -> None:
        way, seconds = WAYS[name]
        started = time.monotonic()
        with way(self._stack):
            self.stopping.wait(seconds)
        self._stack.wait_until_ready()
        self.broken[name] += 1
        if name in WITHOUT_WEB:
            self.web_was_away.append((started, time.monotonic()))


def run(turns: int, visitors: int, think: float, seed: int) -> dict[str, Any]:
    """Figures, and the `faults` found. `think`: seconds that a visitor takes on average before the next message."""
    chance, started = random.Random(seed), time.monotonic()
    with receiving() as receiver, started_stack(**receiver.settings) as stack:
        crowd = [Visitor(stack.url, _tells(n, turns // visitors, think, chance)) for n in range(visitors)]
        breaker = Breaker(stack, chance)
        breaker.start()
        for visitor in crowd:
            visitor.start()
        for visitor in crowd:
            visitor.join()
        breaker.stopping.set()
        breaker.join()
        stack.wait_until_ready()
        got = receipts(crowd)
        with contextlib.suppress(StopIteration):  # what is missing then is a fault
            for receipt in got:
                receiver.wait_for(receipt, 60)
        found = [*faults(crowd, breaker.web_was_away), *filter(None, [breaker.trouble])]
        arrived = [lead.reference for lead in receiver.leads.values()]
        found += [] if sorted(arrived) == sorted(got) else [f"{len(got)} receipts, but {len(arrived)} leads arrived"]
        told = [told for visitor in crowd for told in visitor.told]
        return {
            "turns": len(told),
            "visitors": visitors,
            "seconds": round(time.monotonic() - started),
            "broken": dict(sorted(breaker.broken.items())),
            "apologies": sum(made.problem is not None for one in told for made in one.tries),
            "tries_without_a_listener": sum(made.status is None for one in told for made in one.tries),
            "slowest_answer_s": round(slowest(crowd), 2),
            "leads": len(arrived),
            "faults": found,
        }


def _tells(number: int, turns: int, think: float, chance: random.Random) -> Any:
    """What one visitor says, thinking before each."""
    for text in itertools.islice(itertools.cycle([*QUESTIONS[number % len(QUESTIONS) :], *FORM]), turns):
        time.sleep(chance.uniform(0, 2 * think))
        yield text


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--turns", type=int, default=20_000, help="to send in all")
    parser.add_argument("--visitors", type=int, default=50, help="who talk at once")
    parser.add_argument("--think", type=float, default=3.0, help="seconds before each message, on average")
    parser.add_argument("--seed", type=int, default=0, help="of the order of the faults")
    args = parser.parse_args()
    figures = run(args.turns, args.visitors, args.think, args.seed)
    print(json.dumps(figures, ensure_ascii=False), flush=True)
    sys.exit(bool(figures["faults"]))


if __name__ == "__main__":
    main()
