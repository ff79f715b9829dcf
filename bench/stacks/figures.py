"""What is made of the measurements: percentiles, the promised ratios, and whether one has become worse."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Table = Mapping[str, Any]
"""As results/stacks.json holds it: `stacks` -> ours, peer, floor -> start_s, train_s, memory_mb, `at` -> visitors."""
WORSE = 0.2
"""Share by which a ratio may be worse than the one that is kept: so much two runs differ on a shared machine."""


@dataclass(frozen=True)
class Promise:
    """A figure with the bound that it must keep: at most it, or at least it."""

    name: str
    value: Callable[[Table], float]
    bound: float
    at_least: bool = False
    is_ratio: bool = True

    def is_kept(self, value: float) -> bool:
        return value >= self.bound if self.at_least else value <= self.bound

    def is_worse(self, value: float, before: float) -> bool:
        return value < before * (1 - WORSE) if self.at_least else value > before * (1 + WORSE)


def _turn(stack: str, figure: str, visitors: int) -> Callable[[Table], float]:
    return lambda table: float(table["stacks"][stack]["at"][str(visitors)][figure])


def _whole(stack: str, figure: str) -> Callable[[Table], float]:
    return lambda table: float(table["stacks"][stack][figure])


def _ratio(of: Callable[[Table], float], to: Callable[[Table], float]) -> Callable[[Table], float]:
    return lambda table: of(table) / to(table)


PROMISES = (
    Promise("turn p50, 1 visitor, ours / peer", _ratio(_turn("ours", "p50_ms", 1), _turn("peer", "p50_ms", 1)), 0.8),
    Promise("turn p95, 1 visitor, ours / peer", _ratio(_turn("ours", "p95_ms", 1), _turn("peer", "p95_ms", 1)), 0.8),
    Promise(
        "turns a second, 8 visitors, ours / peer",
        _ratio(_turn("ours", "turns_per_s", 8), _turn("peer", "turns_per_s", 8)),
        2.5,
        at_least=True,
    ),
    Promise("memory, ours / peer", _ratio(_whole("ours", "memory_mb"), _whole("peer", "memory_mb")), 1.2),
    Promise("training, ours / peer", _ratio(_whole("ours", "train_s"), _whole("peer", "train_s")), 0.35),
    Promise("turn p50, 1 visitor, ours / floor", _ratio(_turn("ours", "p50_ms", 1), _turn("floor", "p50_ms", 1)), 3.0),
    Promise("turn p95, 1 visitor, ours / floor", _ratio(_turn("ours", "p95_ms", 1), _turn("floor", "p95_ms", 1)), 3.0),
    Promise("start to ready of ours, s", _whole("ours", "start_s"), 30.0, is_ratio=False),
)


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that this share of all, 0 to 1, does not exceed. Raises ValueError when there is none."""
    if not values:
        raise ValueError("no turn was answered")
    ordered = sorted(values)
    return ordered[max(math.ceil(share * len(ordered)), 1) - 1]


def of_turns(seconds: Sequence[float], wall_s: float) -> dict[str, float]:
    """Milliseconds of the answered turns, and how many of them there were a second."""
    shares = {"p50_ms": 0.5, "p95_ms": 0.95, "p99_ms": 0.99}
    latencies = {name: round(percentile(seconds, share) * 1000, 1) for name, share in shares.items()}
    return latencies | {"turns_per_s": round(len(seconds) / wall_s, 2), "turns": len(seconds)}


def promised(table: Table) -> dict[str, float]:
    """Each promise's name and what was measured of it."""
    return {promise.name: round(promise.value(table), 3) for promise in PROMISES}


def regressions(table: Table, kept: Table) -> list[str]:
    """A sentence for each ratio that is worse than the kept one by more than WORSE."""
    measured, before = promised(table), promised(kept)
    return [
        f"{promise.name}: {measured[promise.name]:.2f} is more than {WORSE:.0%} worse than {before[promise.name]:.2f}"
        for promise in PROMISES
        if promise.is_ratio and promise.is_worse(measured[promise.name], before[promise.name])
    ]
