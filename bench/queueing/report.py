"""What was simulated, as Markdown: against what was measured, and what more visitors need."""

from collections.abc import Iterator

from bench.queueing.costs import turn_of
from bench.queueing.model import Machine, Place, simulate
from bench.queueing.sizing import PLANNED, SIMULATED_S, THINK_S, WITHIN_MS, at_most, largest, need
from bench.stacks.figures import Table

VISITORS = (1, 100, 10_000)
AGREES = 0.2
"""Share by which a simulated figure may differ from the measured one."""


def lines(table: Table, seconds: float = SIMULATED_S) -> Iterator[str]:
    yield from agreement(table, seconds)
    yield ""
    yield from predictions(table, seconds)


def agreement(table: Table, seconds: float) -> Iterator[str]:
    """No think time, the crowd on the same cores: as bench.stacks measures."""
    turn, machine = turn_of(table), Machine(table["cores"], crowd_aboard=True)
    yield "| visitors, without a pause | | measured | simulated | |"
    yield "|---|---|---|---|---|"
    for visitors, measured in table["stacks"]["ours"]["at"].items():
        simulated = simulate(turn, machine, int(visitors), 0.0, seconds)
        figures = {
            "turns a second": (measured["turns_per_s"], simulated.turns_per_s),
            "p50, ms": (measured["p50_ms"], simulated.ms(0.5)),
            "p95, ms": (measured["p95_ms"], simulated.ms(0.95)),
        }
        for name, (was, is_) in figures.items():
            off = is_ / was - 1
            verdict = "agrees" if abs(off) <= AGREES else "differs"
            yield f"| {visitors} | {name} | {was:.1f} | {is_:.1f} | {off:+.0%}, {verdict} |"


def predictions(table: Table, seconds: float) -> Iterator[str]:
    turn, machine = turn_of(table), Machine(table["cores"])
    most, memory = largest(turn, machine, seconds), table["stacks"]["ours"]["memory_mb"]
    full = at_most(turn, machine, most, seconds)
    costs = ", ".join(f"{place.value} {turn.busy(place) * 1000:.0f}" for place in Place)
    yield f"A turn costs {turn.work() * 1000:.0f} ms of work (ms of each: {costs})."
    yield (
        f"One replica (a web process and a Rasa, {table['cores']} cores, {memory / 1000:.1f} GB) answers at most"
        f" {most:,} visitors who think {THINK_S:.0f} s, {full.turns_per_s:.0f} turns a second, with p95 within"
        f" {WITHIN_MS / 1000:.0f} s; then what is busiest is {full.busiest} ({full.busy[full.busiest]:.0%})."
        f" {PLANNED:.0%} of that is planned with:"
    )
    yield ""
    yield "| visitors at once | turns a second | replicas | cores | memory, GB | with a spare one | p50 / p95, ms |"
    yield "|---|---|---|---|---|---|---|"
    for visitors in VISITORS:
        one = need(turn, machine, visitors, most, seconds)
        yield (
            f"| {visitors:,} | {one.turns_per_s:.2f} | {one.replicas} | {one.replicas * table['cores']} "
            f"| {one.replicas * memory / 1000:.1f} | {one.with_spare} "
            f"| {one.outcome.ms(0.5):.0f} / {one.outcome.ms(0.95):.0f} |"
        )
