"""One replica (a web process and a Rasa) as queues: visitors think, speak, and wait for whoever is busy."""

import math
import random
from collections import defaultdict
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

import simpy
from simpy.events import Event

from bench.stacks.figures import percentile

TURNS_AT_ONCE = 4
"""As chat.rasa has it, which needs Django."""


class Place(Enum):
    """What does a step of a turn, one step after another; whatever it is needs a core besides."""

    WEB = "web"
    """The interpreter of the web process: its event loop, and its threads one at a time."""
    RASA = "Rasa"
    """Rasa's one event loop."""
    ENCODER = "encoder"
    """The thread of web that makes a message's row, outside the interpreter, while Rasa reads the message."""
    VISITORS = "visitors"
    """The crowd's own process in a measurement; nobody's of ours."""


@dataclass(frozen=True)
class Step:
    """`needs_row`: it begins when the message has been encoded."""

    place: Place
    seconds: float
    needs_row: bool = False


@dataclass(frozen=True)
class Turn:
    """What a turn costs with nobody else about. `at_rasa`: at most TURNS_AT_ONCE turns are there; `encoding`, in
    seconds, begins with it and goes on beside it.

    `spread`: sigma of the lognormal factor by which turns differ, long texts from short ones."""

    before: Sequence[Step]
    at_rasa: Sequence[Step]
    after: Sequence[Step]
    encoding: float = 0.0
    spread: float = 0.0

    def busy(self, place: Place) -> float:
        """Seconds of work at this place."""
        steps = (*self.before, *self.at_rasa, *self.after, Step(Place.ENCODER, self.encoding))
        return sum(step.seconds for step in steps if step.place is place)

    def work(self) -> float:
        """Seconds of work at all places of ours."""
        return sum(self.busy(place) for place in Place if place is not Place.VISITORS)


@dataclass(frozen=True)
class Machine:
    """`crowd_aboard`: the visitors' program takes a core of this machine too, as in a measurement."""

    cores: int
    crowd_aboard: bool = False


@dataclass
class Outcome:
    """After the warm-up. `busy`: share of its time that each place was at work; `cores`: of all of them."""

    seconds: list[float] = field(default_factory=list)
    measured_s: float = 0.0
    busy: Mapping[str, float] = field(default_factory=dict)

    @property
    def turns_per_s(self) -> float:
        return len(self.seconds) / self.measured_s

    def ms(self, share: float) -> float:
        return percentile(self.seconds, share) * 1000

    @property
    def busiest(self) -> str:
        return max(self.busy, key=self.busy.__getitem__)


WARM_UP = 0.2
"""Share of the simulated time in which nothing is counted."""


def simulate(turn: Turn, machine: Machine, visitors: int, think_s: float, seconds: float, seed: int = 1) -> Outcome:
    """So many visitors for so long, each of whom thinks (exponentially, on average so long) between two turns."""
    return _Replica(turn, machine, seed).run(visitors, think_s, seconds)


class _Replica:
    def __init__(self, turn: Turn, machine: Machine, seed: int) -> None:
        self.turn, self.machine, self.random = turn, machine, random.Random(seed)
        self.world = simpy.Environment()
        self.cores = simpy.Resource(self.world, machine.cores)
        self.in_turn = simpy.Resource(self.world, TURNS_AT_ONCE)
        self.places = {place: simpy.Resource(self.world) for place in Place}
        self.outcome, self.worked, self.counts_from = Outcome(), defaultdict[Place, float](float), 0.0

    def run(self, visitors: int, think_s: float, seconds: float) -> Outcome:
        self.counts_from = seconds * WARM_UP
        for _ in range(visitors):
            self.world.process(self._visitor(think_s))
        self.world.run(until=seconds)
        self.outcome.measured_s = measured = seconds - self.counts_from
        ours = [place for place in Place if place is not Place.VISITORS]
        busy = {place.value: self.worked[place] / measured for place in ours}
        on_cores = sum(self.worked[place] for place in (Place if self.machine.crowd_aboard else ours))
        self.outcome.busy = busy | {"cores": on_cores / measured / self.machine.cores}
        return self.outcome

    def _visitor(self, think_s: float) -> Generator[Event, object, None]:
        while True:
            yield self.world.timeout(self.random.expovariate(1 / think_s) if think_s else 0)
            said = self.world.now
            yield from self._turn()
            if self.world.now >= self.counts_from:
                self.outcome.seconds.append(self.world.now - said)

    def _turn(self) -> Generator[Event, object, None]:
        sigma = self.turn.spread
        longer = self.random.lognormvariate(-(sigma**2) / 2, sigma)  # 1 on average
        yield from self._steps(self.turn.before, longer)
        with self.in_turn.request() as let_in:
            yield let_in
            encoded = self.world.process(self._steps([Step(Place.ENCODER, self.turn.encoding)], longer))
            yield from self._steps(self.turn.at_rasa, longer, encoded)
        yield from self._steps(self.turn.after, longer)

    def _steps(
        self, steps: Sequence[Step], longer: float, encoded: Event | None = None
    ) -> Generator[Event, object, None]:
        for step in steps:
            if step.needs_row and encoded:
                yield encoded
            if step.place is Place.VISITORS and not self.machine.crowd_aboard:
                yield self.world.timeout(step.seconds * longer)
                continue
            with self.places[step.place].request() as here:
                yield here
                with self.cores.request() as core:
                    yield core
                    yield self.world.timeout(step.seconds * longer)
            if self.world.now >= self.counts_from:
                self.worked[step.place] += step.seconds * longer


def spread(p50: float, p95: float) -> float:
    """Sigma of the lognormal distribution with these percentiles."""
    return math.log(p95 / p50) / 1.645
