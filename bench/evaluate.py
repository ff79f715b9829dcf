"""Score a stack on labelled questions: python -m bench.evaluate questions.tsv [--failures out.tsv]

Columns: text, kind, gold (see bench.scoring). Every question is asked in a session of its own through the public API.
"""

import argparse
import collections
import csv
import json
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from bench.client import ask, open_session
from bench.scoring import Judgement, judge
from deploy.started import running_or_started

Row = dict[str, str]


def read(path: Path) -> list[Row]:
    """The rows of a TSV file with a header. Exits with a sentence when it is not one."""
    try:
        with path.open(encoding="utf-8", newline="") as handle:
            rows = list(csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE))
    except OSError as error:
        raise SystemExit(f"eval: {error}; say make eval QUESTIONS=file.tsv") from error
    if not rows or {"text", "kind", "gold"} - set(rows[0]):
        raise SystemExit(f"eval: {path} needs the columns text, kind, gold")
    return rows


def share(
    results: Sequence[Judgement],
    of: Callable[[Judgement], bool],
    among: Callable[[Judgement], bool] = lambda _: True,
) -> float:
    counted = [of(result) for result in results if among(result)]
    return round(sum(counted) / max(1, len(counted)), 4)


def summary(rows: Sequence[Row], results: Sequence[Judgement], milliseconds: Sequence[float]) -> dict[str, Any]:
    """The scorer's figures, shares between 0 and 1."""
    by_kind: dict[str, list[bool]] = collections.defaultdict(list)
    for row, result in zip(rows, results, strict=True):
        by_kind[row["kind"]].append(result.right)
    ordered = sorted(milliseconds)
    return {
        "rows": len(rows),
        "right": share(results, lambda r: r.right),
        "right_first": share(results, lambda r: r.right_first),
        "false_assurance": share(results, lambda r: r.false_assurance, lambda r: not r.has_entry),
        "entry_first": share(results, lambda r: r.first_hit, lambda r: r.has_entry),
        "entry_in_three": share(results, lambda r: r.any_hit, lambda r: r.has_entry),
        "reserved_when_unsettled": share(results, lambda r: r.reserved, lambda r: r.unsettled),
        "clarify": share(results, lambda r: r.verdict == "clarify"),
        "ms_p50": round(ordered[len(ordered) // 2], 1),
        "ms_p95": round(ordered[int(len(ordered) * 0.95)], 1),
        "right_by_kind": {kind: f"{sum(right)}/{len(right)}" for kind, right in sorted(by_kind.items())},
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("questions", type=Path, help="labelled questions, as TSV")
    parser.add_argument("--failures", type=Path, help="write the rows that are not right here, as TSV")
    parser.add_argument("--half", choices=("first", "second"), help="only every other row")
    args = parser.parse_args()
    rows = read(args.questions)
    if args.half:
        rows = rows[0 if args.half == "first" else 1 :: 2]
    with running_or_started() as (url, _), ThreadPoolExecutor(2) as pool:
        replies = list(pool.map(lambda row: ask(url, open_session(url), row["text"]), rows))
    results = [judge(row["gold"], reply.get("answer")) for row, (reply, _) in zip(rows, replies, strict=True)]
    print(json.dumps(summary(rows, results, [ms for _, ms in replies]), ensure_ascii=False, indent=1))
    if args.failures:
        wrong = [(row, r) for row, r in zip(rows, results, strict=True) if not r.right]
        lines = ["\t".join([w["text"], w["kind"], w["gold"], r.verdict, "|".join(r.shown)]) for w, r in wrong]
        args.failures.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
