"""How many replicas so many visitors need."""

import math
from dataclasses import dataclass

from bench.queueing.model import Machine, Outcome, Turn, simulate

THINK_S = 20.0
"""Seconds a visitor reads and types, on average, between two turns."""
WITHIN_MS = 1000.0
"""95 of 100 turns are to be answered in this time."""
PLANNED = 0.7
"""Share of what a replica can do that it is given to do: visitors come in bursts, and a machine has other work."""
SIMULATED_S = 100.0


@dataclass(frozen=True)
class Need:
    """Of so many visitors at once; `spare`: one more, which may fail or be exchanged meanwhile."""

    visitors: int
    replicas: int
    outcome: Outcome
    """Of one replica with its share of them."""

    @property
    def with_spare(self) -> int:
        return self.replicas + 1

    @property
    def turns_per_s(self) -> float:
        return self.outcome.turns_per_s * self.replicas


def largest(turn: Turn, machine: Machine, seconds: float = SIMULATED_S) -> int:
    """The most visitors that one replica answers in time. Raises ValueError when it is too slow for a single one."""

    def in_time(visitors: int) -> bool:
        return _thinking(turn, machine, visitors, seconds).ms(0.95) <= WITHIN_MS

    few, many = 1, math.ceil((THINK_S / turn.work() + 1) * machine.cores) + 1
    if not in_time(few):
        raise ValueError(f"a single visitor waits longer than {WITHIN_MS:.0f} ms")
    while many - few > max(1, few // 25):
        middle = (few + many) // 2
        few, many = (middle, many) if in_time(middle) else (few, middle)
    return few


def need(turn: Turn, machine: Machine, visitors: int, most: int, seconds: float = SIMULATED_S) -> Need:
    """`most`: what `largest` said of one replica."""
    replicas = math.ceil(visitors / (most * PLANNED))
    return Need(visitors, replicas, _thinking(turn, machine, math.ceil(visitors / replicas), seconds))


def at_most(turn: Turn, machine: Machine, most: int, seconds: float = SIMULATED_S) -> Outcome:
    """Of one replica with as many visitors as it can answer."""
    return _thinking(turn, machine, most, seconds)


def _thinking(turn: Turn, machine: Machine, visitors: int, seconds: float) -> Outcome:
    """Few visitors say little: they are watched for longer, so that their percentiles mean something."""
    return simulate(turn, machine, visitors, THINK_S, max(seconds, 300 * THINK_S / visitors))
