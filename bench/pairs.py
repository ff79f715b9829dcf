"""Turns a second of two states of the project (or more), whose stacks are started together and asked in turn, the same
questions of each for a few seconds: what the machine does by itself between two long runs is more than most changes do.

    python -m bench.pairs ../before ../after [--pairs 7] [--visitors 8]

Each folder is a checkout that was set up with `make setup`."""

import argparse
import asyncio
import contextlib
import os
import random
import statistics
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.stacks.crowd import drive
from bench.stacks.questions import Questions
from bench.stacks.talks import PublicApi

SERVE = """
import sys
from deploy.started import started_stack
with started_stack() as stack:
    print(stack.url, flush=True)
    sys.stdin.read()
"""
"""Run in a checkout, for as long as its standard input is open."""
WARMING = 4
"""Visitors that nobody counts."""


@contextlib.contextmanager
def started(checkout: Path) -> Iterator[str]:
    """The address of its stack."""
    command = [str(checkout / ".venv" / "bin" / "python"), "-c", SERVE]
    here = {**os.environ, "PYTHONPATH": str(checkout)}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=checkout, env=here, stdin=pipe, stdout=pipe, text=True) as stack:
        assert stack.stdin
        assert stack.stdout
        try:
            yield stack.stdout.readline().strip()
        finally:
            stack.stdin.close()
            stack.wait()


def turns_per_s(url: str, visitors: int, questions: Questions) -> float:
    """Each visitor has one conversation and sends one form."""
    level = asyncio.run(drive(visitors, 1, questions, lambda client: PublicApi(client, url)))
    if level.failed:
        raise SystemExit(f"{level.failed} turns of {url} failed")
    return len(level.seconds) / level.wall_s


def compared(urls: Sequence[str], pairs: int, visitors: int) -> list[list[float]]:
    """Of each stack, its turns a second in each pair."""
    questions = [Questions(seed=0) for _ in urls]
    found: list[list[float]] = [[] for _ in urls]
    for url, own in zip(urls, questions, strict=True):
        turns_per_s(url, WARMING, own)
    for _ in range(pairs):
        for place in random.sample(range(len(urls)), len(urls)):
            found[place].append(turns_per_s(urls[place], visitors, questions[place]))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description="turns a second of checkouts, asked in turn")
    parser.add_argument("checkouts", nargs="+", type=Path, help="the first is what the others are compared with")
    parser.add_argument("--pairs", type=int, default=7, help="how often each is asked")
    parser.add_argument("--visitors", type=int, default=8, help="at once")
    options = parser.parse_args()
    with contextlib.ExitStack() as stacks:
        urls = [stacks.enter_context(started(checkout.resolve())) for checkout in options.checkouts]
        found = compared(urls, options.pairs, options.visitors)
    for checkout, own in zip(options.checkouts, found, strict=True):
        ratio = statistics.median(mine / first for mine, first in zip(own, found[0], strict=True))
        print(f"{checkout}: {statistics.median(own):.1f} turns/s, {ratio:.2f} times the first, pair by pair")


if __name__ == "__main__":
    main()
