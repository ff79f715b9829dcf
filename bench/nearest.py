"""Ways to find the likeliest of 100,000 classes: python -m bench.nearest [--packages FOLDER --only NAME ...]

A matcher is fitted on generated entries (bench.many_entries), and asked new questions of theirs and the real ones of
bench/questions. Each way names the classes it takes for the likeliest; these are weighed exactly, and the three best
entries compared with those of brute force in 32 bits. One thread. Writes bench/results/nearest.md.

Only simsimd is installed with hosho; the others are looked for in FOLDER, the site-packages of an environment made by
`uv venv; uv pip install usearch faiss-cpu hnswlib`, and passed over where they are not found.
"""

import argparse
import importlib.util
import os
import site
import time
from pathlib import Path
from typing import Any, cast

os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}

import numpy as np
import psutil

from bench.evaluate import read
from bench.many_entries import Composed, entries, new_questions, shipped
from bench.match_time import quantiles
from bench.nearest_ways import FETCHED, WAYS, Way
from knowledge.domain.encoding.encoder import Vectors, default_encoder
from knowledge.domain.matching.lesson import learn
from knowledge.domain.matching.linear_model import fit_linear_model
from knowledge.domain.matching.matcher import Grouping

QUESTIONS = (Path("bench/questions/unseen.tsv"), Path("bench/questions/written_apart.tsv"))
RESULTS = Path("bench/results/nearest.md")
HEAD = """{classes} classes of {entries} entries, {d} dimensions and the bias; {asked} questions, half of them real,
half about generated entries in new words. Recall: share of brute force's three best entries among the three best of
the {fetched} classes fetched. Generated vectors (bench.many_entries), real words, one thread of a shared
machine: its times hold waiting, too.

| way | recall@3 | p50 ms | p95 ms | build, s | memory, MB |
|---|---|---|---|---|---|
"""


def fitted(count: int, questions: int, asked: int) -> dict[str, Vectors]:
    """weights (n, d) and bias (n,) in 32 bits, the rows asked (m, d), and of_class (n,): the entry of each class."""
    encoder = default_encoder()
    many = entries(count, questions)
    composed = Composed(encoder, shipped(questions), Composed.read(encoder, shipped(questions)))
    lesson = learn(many, composed.encode)
    weights, bias = fit_linear_model(lesson.rows, lesson.positions)
    made = new_questions(asked // 2, count - len(shipped(questions)))
    real = [row["text"] for file in QUESTIONS for row in read(file)][: asked // 2]
    vectors = np.vstack([composed.encode(made), encoder.encode(real)])
    rows = np.hstack([vectors - lesson.mean, lesson.words.places([*made, *real])])
    return {"weights": weights, "bias": bias, "asked": rows, "of_class": Grouping.of(lesson.classes).of_class}


def best_three(evidence: Vectors, of_class: Vectors) -> set[int]:
    """The entries with the most of what these classes have; evidence and of_class (k,)."""
    shares = np.bincount(of_class.astype(np.intp), np.exp((evidence - evidence.max()).astype(np.float64)))
    return set(np.argsort(-shares)[:3].tolist())


def measured(name: str, way: Way, model: dict[str, Vectors], wanted: list[set[int]]) -> str:
    """A line of the table."""
    memory, started = psutil.Process().memory_info().rss, time.perf_counter()
    fetch = way(model["weights"] - model["weights"].mean(axis=0), model["bias"])
    seconds = time.perf_counter() - started
    memory = psutil.Process().memory_info().rss - memory
    of_class, hits, times = model["of_class"], 0, []
    for row, best in zip(model["asked"], wanted, strict=True):
        asked = time.perf_counter()
        found = fetch(row)
        times.append((time.perf_counter() - asked) * 1000)
        evidence = model["weights"][found] @ row + model["bias"][found]
        hits += len(best_three(evidence, of_class[found]) & best)
    took = quantiles(times)
    share = hits / (3 * len(wanted))
    return f"| {name} | {share:.4f} | {took['p50']} | {took['p95']} | {seconds:.1f} | {memory / 1e6:.0f} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=50_000, help="that are fitted")
    parser.add_argument("--questions", type=int, default=4, help="examples an entry: more of them move no time")
    parser.add_argument("--asked", type=int, default=400, help="questions that are asked")
    parser.add_argument("--packages", help="where the packages are that hosho does not install")
    parser.add_argument(
        "--only", nargs="*", choices=WAYS, default=list(WAYS), help="these ways, as the table names them"
    )
    parser.add_argument("--keep", type=Path, help="a .npz file for the fitted model, read when it is there")
    args = parser.parse_args()
    if args.packages:
        site.addsitedir(args.packages)
    if args.keep and args.keep.exists():
        model = dict(np.load(args.keep))
    else:
        model = fitted(args.entries, args.questions, args.asked)
        if args.keep:
            np.savez(args.keep, **cast("dict[str, Any]", model))
    model["asked"] = model["asked"][:: max(1, len(model["asked"]) // args.asked)]
    exact = (model["weights"] @ row + model["bias"] for row in model["asked"])
    wanted = [best_three(evidence, model["of_class"]) for evidence in exact]
    n, d = model["weights"].shape
    count = int(model["of_class"].max()) + 1
    lines = HEAD.format(classes=n, entries=count, d=d, asked=len(wanted), fetched=FETCHED)
    for name in args.only:
        package, way = WAYS[name]
        if importlib.util.find_spec(package) is None:
            print(f"{name}: passed over, {package} is not installed (--packages)")
            continue
        line = measured(name, way, model, wanted)
        print(line, flush=True)
        lines += line + "\n"
        RESULTS.write_text(lines, encoding="utf-8")


if __name__ == "__main__":
    main()
