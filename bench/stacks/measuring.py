"""The stacks one after another, round by round, each started anew and driven by the same visitors."""

import asyncio
import statistics
import sys
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any

from bench.stacks import stages
from bench.stacks.crowd import CONVERSATIONS, Level, drive
from bench.stacks.figures import of_turns
from bench.stacks.questions import Questions
from bench.stacks.serving import Running, memory_mb

Start = Callable[[], AbstractContextManager[Running]]


@dataclass
class Measured:
    """Of one stack, over the rounds."""

    start_s: list[float] = field(default_factory=list)
    memory_mb: list[float] = field(default_factory=list)
    levels: dict[int, Level] = field(default_factory=dict)
    stages: list[Mapping[str, float]] = field(default_factory=list)

    def figures(self) -> dict[str, Any]:
        at = {
            str(level.visitors): of_turns(level.seconds, level.wall_s) | {"failed": level.failed, "forms": level.forms}
            for level in self.levels.values()
        }
        start, memory = statistics.median(self.start_s), statistics.median(self.memory_mb)
        return {"start_s": round(start, 1), "memory_mb": round(memory, 1), "at": at}


def measure(
    stacks: Mapping[str, Start], rounds: int, conversations: Mapping[int, int] = CONVERSATIONS
) -> dict[str, Measured]:
    """A B A B: what the machine does meanwhile falls on all of them alike."""
    measured = {name: Measured() for name in stacks}
    for number in range(rounds):
        for name, start in stacks.items():
            print(f"round {number + 1} of {rounds}: {name}", file=sys.stderr, flush=True)
            with start() as running:
                _once(measured[name], running, Questions(seed=number), conversations)
    return measured


def _once(measured: Measured, running: Running, questions: Questions, conversations: Mapping[int, int]) -> None:
    measured.start_s.append(running.ready_s)
    _drive(running, questions, 1, 1)  # the first visitor meets what loads with the first question
    for visitors, each in conversations.items():
        before = running.times()
        level = _drive(running, questions, visitors, each)
        if visitors == 1:
            measured.stages.append(stages.between(before, running.times(), level.seconds))
        measured.levels.setdefault(visitors, Level(visitors)).add(level)
    measured.memory_mb.append(memory_mb(running.processes))


def _drive(running: Running, questions: Questions, visitors: int, conversations: int) -> Level:
    return asyncio.run(drive(visitors, conversations, questions, running.talk, running.fills_form))
