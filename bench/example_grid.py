"""What the examples of the corpus vary over, and where they do not: python -m bench.example_grid [--entry ID]

Counts, for every value of bench/grid.yml (actor, thing, event, place, trade, what is asked, style), the questions and
boundary questions that show it; then names the values that a scenario or feature entry lacks.
"""

import argparse
import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

import yaml

from knowledge.domain.files import read
from knowledge.domain.schema import CASE_KINDS, Entry

GRID = Path(__file__).with_name("grid.yml")
CORPUS = Path("knowledge/entries")
BEFORE_FOLDING = "NFKC前"

Grid = Mapping[str, Mapping[str, re.Pattern[str]]]


def read_grid(path: Path = GRID) -> Grid:
    """Dimension -> value -> the pattern that tells it."""
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {name: {value: re.compile(pattern) for value, pattern in row.items()} for name, row in raw.items()}


def count(texts: Iterable[str], grid: Grid) -> dict[str, dict[str, int]]:
    """How many texts show each value."""
    pairs = [(text, unicodedata.normalize("NFKC", text)) for text in texts]
    return {
        name: {
            value: sum(bool(pattern.search(raw if BEFORE_FOLDING in value else folded)) for raw, folded in pairs)
            for value, pattern in row.items()
        }
        for name, row in grid.items()
    }


def examples(entry: Entry) -> list[str]:
    return [*entry.questions, *entry.boundary]


def report(entries: Iterable[Entry], grid: Grid) -> str:
    """A markdown table a dimension over the whole corpus, then the gaps of each scenario and feature entry."""
    entries = list(entries)
    texts = [text for entry in entries for text in examples(entry)]
    lines = [f"{len(entries)} entries, {len(texts)} examples"]
    for name, row in count(texts, grid).items():
        lines += ["", f"| {name} | examples |", "|---|---|", *(f"| {value} | {n} |" for value, n in row.items())]
    lines += ["", "| entry | examples | no example for |", "|---|---|---|"]
    for entry in entries:
        if entry.kind in CASE_KINDS:
            gaps = [value for row in count(examples(entry), grid).values() for value, n in row.items() if not n]
            lines.append(f"| {entry.id} | {len(examples(entry))} | {'、'.join(gaps) or 'none'} |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entry", help="only this entry")
    args = parser.parse_args()
    entries = [e for e in read(CORPUS) if args.entry in (None, e.id)]
    if not entries:
        raise SystemExit(f"no entry {args.entry} in {CORPUS}")
    print(report(entries, read_grid()))


if __name__ == "__main__":
    main()
