"""hosho, Rasa as its documentation sets it up, and the floor, in one run: python -m bench.stacks [--rounds 2] [--keep]

Prints ratios, then absolutes, and compares the ratios with those of bench/results/stacks.json: it ends with exit code 1
and a sentence when one is more than 20 % worse. --keep stores the new ones, with their plot and README's table. What
was measured is in .cache/stacks/ in any case. The peer is trained when what it learns from has changed, five minutes
to an hour. Keep the machine quiet meanwhile.
"""

import argparse
import json
import os
import statistics
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from bench.documents import write
from bench.stacks import floor, ours, peer, plot
from bench.stacks.figures import promised, regressions
from bench.stacks.measuring import Measured, Start, measure
from bench.stacks.printed import lines
from bench.stacks.projects import CACHE
from web.environment import ROOT

KEPT = ROOT / "bench" / "results" / "stacks.json"
README = ROOT / "README.md"
COMMAND = "python -m bench.stacks --keep"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=2, help="how often each stack is started and driven")
    parser.add_argument("--keep", action="store_true", help="store what was measured, better or worse")
    parser.add_argument("--train", action="store_true", help="train the peer again, although nothing has changed")
    parser.add_argument("--epochs", type=int, help="of the peer, instead of its 100: to try this out, never to compare")
    args = parser.parse_args()
    if args.epochs and args.keep:
        parser.error("--keep: a peer of fewer epochs is no peer")
    projects = {"peer": peer.project(args.epochs), "floor": floor.project()}
    learnt = ours.trained()
    trained = {"ours": learnt.rasa_s + learnt.matcher_s}
    trained |= {name: project.trained_s(args.train) for name, project in projects.items()}
    stacks: dict[str, Start] = {
        "ours": ours.started,
        "peer": partial(peer.started, projects["peer"]),
        "floor": partial(floor.started, projects["floor"]),
    }
    table = tabled(measure(stacks, args.rounds), trained, learnt.encoding_ms) | {"rounds": args.rounds}
    _save(table, CACHE / "stacks.json")
    print(told(table))
    if args.keep:
        _save(table, KEPT)
        write(README, COMMAND, told(table))
    elif KEPT.exists() and (worse := regressions(table, json.loads(KEPT.read_text()))):
        sys.exit("worse than bench/results/stacks.json:\n" + "\n".join(worse))


def told(table: Mapping[str, Any]) -> str:
    return "".join(f"{line}\n" for line in lines(table))


def tabled(measured: Mapping[str, Measured], trained: Mapping[str, float], encoding_ms: float) -> dict[str, Any]:
    """As it is stored."""
    stages = measured["ours"].stages
    table: dict[str, Any] = {
        "cores": os.cpu_count(),
        "stacks": {name: one.figures() | {"train_s": round(trained[name], 1)} for name, one in measured.items()},
        "encoding_ms": round(encoding_ms, 2),
        "stages_ms": {name: round(statistics.fmean(one[name] for one in stages), 2) for name in stages[0]},
    }
    return {"ratios": promised(table), **table}


def _save(table: dict[str, Any], path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(table, ensure_ascii=False, indent=1) + "\n")
    plot.draw(table, path.with_suffix(".svg"))


if __name__ == "__main__":
    main()
