"""A turn's measured costs, put into queues: python -m bench.queueing [--write]

Prints turns a second and latencies, simulated against measured, for 1, 8 and 32 visitors; then what 1, 100 and 10,000
visitors need who think between two turns. Reads bench/results/stacks.json; --write puts the tables into
docs/capacity.md.
"""

import argparse
import json
from pathlib import Path

from bench.queueing.report import lines
from bench.stacks.__main__ import KEPT
from web.environment import ROOT

DOCUMENT = ROOT / "docs" / "capacity.md"
BEGIN, END = "<!-- written by python -m bench.queueing --write -->\n", "<!-- end -->\n"


def with_figures(document: str, figures: str) -> str:
    """The document with these between its marks. Raises ValueError when it has none."""
    head, _, rest = document.partition(BEGIN)
    _, end, tail = rest.partition(END)
    if not end:
        raise ValueError(f"docs/capacity.md has no place for figures, between {BEGIN.strip()} and {END.strip()}")
    return f"{head}{BEGIN}\n{figures}\n{END}{tail}"


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
        DOCUMENT.write_text(with_figures(DOCUMENT.read_text(encoding="utf-8"), made), encoding="utf-8")


if __name__ == "__main__":
    main()
