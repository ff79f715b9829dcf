"""Put small faults into what decides about money, grades and coverage; tell which ones the tests do not notice.

    python -m bench.mutants [GROUP ...]

The groups stand in pyproject.toml. Fails where less than the bound is noticed."""

import argparse
import os
import sys
import tomllib
from pathlib import Path

from bench.mutants.groups import Group, Tally, tallied


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("groups", nargs="*", metavar="GROUP", help="all, unless some are named")
    asked = parser.parse_args().groups
    settings = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["tool"]["mutants"]
    groups = [Group(name, **given) for name, given in settings["groups"].items() if name in asked or not asked]
    jobs = len(os.sched_getaffinity(0))
    tallies = [_told(tallied(group, jobs), settings["at_least"]) for group in groups]
    sys.exit(any(tally.refused(settings["at_least"]) for tally in tallies))


def _told(tally: Tally, at_least: float) -> Tally:
    for name in tally.survivors:
        print(f"  survived: {name}")
    for name in tally.not_equivalent:
        print(f"  named as equivalent, but killed or not there: {name}")
    verdict = f"refused, at least {at_least:.0%} is wanted" if tally.refused(at_least) else "enough"
    counted = f"{tally.mutants} mutants, {tally.killed} killed, {tally.share:.1%}"
    print(f"{tally.group}: {counted}: {verdict}; {tally.equivalent} equivalent ones left out", flush=True)
    return tally


if __name__ == "__main__":
    main()
