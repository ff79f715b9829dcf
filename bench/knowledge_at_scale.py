"""Many entries: python -m bench.knowledge_at_scale [--entries 50 5000 50000] [--questions 20]

For each size, in a database of its own: into the drafts, preparing and publishing a release by steps
(bench.scale_publishing), and in another process what a visitor's question costs there (bench.scale_matching). Draws
how it grows. A million vectors are 4 GB in the database, and a lesson of them 5 in memory.

Real: the shipped entries with their vectors, the words of all, the fit, the database, the trial, the release, the
pages, and the encoders and the questions that are timed. Generated: the other entries' texts, from templates, and their
vectors (bench.many_entries).
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

RESULTS = Path("bench/results/knowledge_at_scale.json")
PLOT = RESULTS.with_suffix(".svg")
PARTS = {"bench.scale_publishing": os.cpu_count() or 1, "bench.scale_matching": 1}
"""With the threads that each computes on, as hosho does."""

Result = dict[str, Any]


def measured(entries: int, questions: int) -> Result:
    """One size, from an empty database on."""
    result: Result = {"entries": entries, "questions": questions}
    with tempfile.TemporaryDirectory(prefix="hosho-scale-") as folder:
        for part, threads in PARTS.items():
            command = [sys.executable, "-m", part, folder, str(entries), str(questions)]
            environment = {**os.environ, "OPENBLAS_NUM_THREADS": str(threads), "OMP_NUM_THREADS": str(threads)}
            said = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout
            result |= json.loads(said)
    return result


def plot(results: list[Result]) -> None:
    """Time, memory and storage over the number of entries, both axes logarithmic."""
    import matplotlib

    matplotlib.use("svg")
    from matplotlib import pyplot

    lines = {
        "ms": {
            "match, p95": [r["ms_match"]["p95"] for r in results],
            "encoders alone, p95": [r["ms_encoders"]["p95"] for r in results],
            "staff's list, p95": [r["ms_list_page"]["p95"] for r in results],
        },
        "s": {
            "publishing": [r["publishing_s"] for r in results],
            "loading it": [r["load_s"] for r in results],
        },
        "MB": {
            "memory of what answers": [r["mb_answering"] for r in results],
            "memory of publishing, at most": [r["mb_publishing"] for r in results],
            "a release in the database": [r["mb_release"] for r in results],
        },
    }
    sizes = [r["entries"] for r in results]
    figure, axes = pyplot.subplots(1, len(lines), figsize=(13, 4), layout="constrained")
    for axis, (unit, series) in zip(axes, lines.items(), strict=True):
        for name, values in series.items():
            axis.loglog(sizes, values, marker="o", label=name)
        axis.set(xlabel="entries", ylabel=unit, xticks=sizes, xticklabels=[f"{size:,}" for size in sizes])
        axis.minorticks_off()
        axis.grid(alpha=0.3)
        axis.legend(fontsize="small")
    axes[0].axhline(50, color="grey", linestyle=":")
    figure.suptitle(f"{results[0]['questions']} examples an entry")
    figure.savefig(PLOT)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, nargs="+", default=[50, 5000], help="each size in turn")
    parser.add_argument("--questions", type=int, default=20, help="examples an entry")
    args = parser.parse_args()
    kept = {r["entries"]: r for r in json.loads(RESULTS.read_text())} if RESULTS.exists() else {}
    for entries in args.entries:
        kept[entries] = measured(entries, args.questions)
        print(json.dumps(kept[entries], ensure_ascii=False, indent=1), flush=True)
        results = [kept[size] for size in sorted(kept) if kept[size]["questions"] == args.questions]
        RESULTS.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        plot(results)


if __name__ == "__main__":
    main()
