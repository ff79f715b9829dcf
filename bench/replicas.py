"""How much more two web and two Rasa behind the proxy answer than one of each: python -m bench.replicas [--rounds 2]

Each is measured with all cores for everybody, and with one core for each pair of web and Rasa, as if every pair had a
machine of its own: PostgreSQL, Redis, the proxy and the visitors take their time wherever there is some. Keep the
machine quiet meanwhile."""

import argparse
import asyncio
import os
import statistics
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.stacks.crowd import drive
from bench.stacks.questions import Questions
from bench.stacks.talks import PublicApi
from deploy.cluster import Cluster, started_cluster

VISITORS, CONVERSATIONS = 16, 2
PAIRS = (1, 2)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=2, help="how often each is started and driven")
    rounds = parser.parse_args().rounds
    free: dict[int, list[float]] = {pairs: [] for pairs in PAIRS}
    bound: dict[int, list[float]] = {pairs: [] for pairs in PAIRS}
    for number in range(rounds):
        for pairs in PAIRS:
            print(f"round {number + 1} of {rounds}: {pairs} of each", file=sys.stderr, flush=True)
            with started_cluster(webs=pairs, rasas=pairs) as cluster:
                questions = Questions(seed=number)
                _turns_a_second(cluster, questions, 1, 1)  # what loads with the first question
                free[pairs].append(_turns_a_second(cluster, questions))
                for pair in range(1, pairs + 1):
                    bind(cluster, pair, (pair - 1) % len(cores()))
                bound[pairs].append(_turns_a_second(cluster, questions))
    print(told(f"{len(cores())} cores for everybody", free))
    print(told("one core for each web and its Rasa", bound))


def _turns_a_second(
    cluster: Cluster, questions: Questions, visitors: int = VISITORS, conversations: int = CONVERSATIONS
) -> float:
    level = asyncio.run(drive(visitors, conversations, questions, lambda client: PublicApi(client, cluster.stack.url)))
    if level.failed:
        sys.exit(f"{level.failed} turns were not answered")
    return len(level.seconds) / level.wall_s


def cores() -> Sequence[int]:
    """Those that this process may use."""
    return sorted(os.sched_getaffinity(0))


def bind(cluster: Cluster, pair: int, core: int) -> None:
    """Every thread of this web and this Rasa runs on this core from now on; so does what they start."""
    for kind in ("web", "rasa"):
        for task in Path(f"/proc/{cluster.stack.processes[f'{kind}{pair}'].pid}/task").iterdir():
            os.sched_setaffinity(int(task.name), {cores()[core]})


def told(where: str, measured: dict[int, list[float]]) -> str:
    one, two = (statistics.median(measured[pairs]) for pairs in PAIRS)
    return f"{where}: {one:.1f} turns a second with one of each, {two:.1f} with two: {two / one:.2f} times"


if __name__ == "__main__":
    main()
