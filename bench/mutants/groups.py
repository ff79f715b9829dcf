"""A group of files, the tests that must notice its faults, and how many of them they do notice."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bench.mutants.making import Mutant, mutants_of
from bench.mutants.trying import Outcome, outcomes


@dataclass(frozen=True)
class Group:
    """subjects: patterns of files; equivalent: names of mutants that no test can tell from the code, and why."""

    name: str
    subjects: list[str]
    tests: list[str]
    equivalent: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Tally:
    """not_equivalent: mutants said to be equivalent that were killed, or are not there."""

    group: str
    killed: int
    survivors: list[str]
    equivalent: int
    not_equivalent: list[str]

    @property
    def mutants(self) -> int:
        return self.killed + len(self.survivors)

    @property
    def share(self) -> float:
        """Of the mutants, killed; nothing at all to kill is not enough."""
        return self.killed / self.mutants if self.mutants else 0.0

    def refused(self, at_least: float) -> bool:
        return self.share < at_least or bool(self.not_equivalent)


def tallied(group: Group, jobs: int) -> Tally:
    paths = sorted(path for pattern in group.subjects for path in Path().glob(pattern))
    mutants = [mutant for path in paths for mutant in mutants_of(path)]
    return _tally(group, outcomes(mutants, group.tests, jobs))


def _tally(group: Group, tried: Iterable[tuple[Mutant, Outcome]]) -> Tally:
    named: dict[Outcome, set[str]] = {outcome: set() for outcome in Outcome}
    for mutant, outcome in tried:
        named[outcome].add(mutant.name)
    survived, equivalent = named[Outcome.SURVIVED], set(group.equivalent)
    return Tally(
        group=group.name,
        killed=len(named[Outcome.KILLED]),
        survivors=sorted(survived - equivalent),
        equivalent=len(survived & equivalent),
        not_equivalent=sorted(equivalent - survived),
    )
