"""A turn's measured costs, put into queues: python -m bench.queueing [--write]

Prints turns a second and latencies, simulated against measured, for 1, 8 and 32 visitors; then what 1, 100 and 10,000
visitors need who think between two turns. Reads bench/results/stacks.json; --write puts the tables into
docs/capacity.md.
"""

import argparse
import json
from pathlib import Path

from bench.documents import write
from bench.queueing.report import lines
from bench.stacks.__main__ import KEPT
from web.environment import ROOT

DOCUMENT = ROOT / "docs" / "capacity.md"
COMMAND = "python -m bench.queueing --write"


def figures(measured: Path) -> str:
    """Exits with a sentence when nothing has been measured."""
    try:
        table = json.loads(measured.read_text())
    except FileNotFoundError:
        raise SystemExit("queueing: nothing has been measured; run: python -m bench.stacks --keep") from None
    return "".join(f"{line}\n" for line in lines(table))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="put the tables into docs/capacity.md")
    parser.add_argument("--measured", type=Path, default=KEPT, help="another file as bench.stacks writes it")
    args = parser.parse_args()
    made = figures(args.measured)
    print(made)
    if args.write:
        write(DOCUMENT, COMMAND, made)


if __name__ == "__main__":
    main()
