"""Compare matchers by cross-validation that holds out whole templates: python -m bench.matchers [questions.tsv ...]

Every example of the corpus is judged by a model that has seen nothing like it (bench.templates), then through the
real verdicts. Rows are weighed as visitors ask (SHARES). Writes bench/results/matchers.md; --only picks models. By
default a sample of each entry (a quarter of an hour); --questions 0 --boundary 0 takes all (two hours).
"""

import argparse
import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import django
import numpy as np

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "web.settings")
django.setup()

from sklearn.model_selection import GroupKFold  # noqa: E402

from bench.evaluate import Row, read  # noqa: E402
from bench.models import MODELS, Probabilities, Texts  # noqa: E402
from bench.sampling import sample  # noqa: E402
from bench.scoring import WORDS, Judgement, as_answer, judge  # noqa: E402
from bench.templates import templates  # noqa: E402
from knowledge.domain import files  # noqa: E402
from knowledge.domain.encoding.encoder import E5, Usem3  # noqa: E402
from knowledge.domain.matching.lesson import labelled  # noqa: E402
from knowledge.domain.matching.matcher import Grouping  # noqa: E402
from knowledge.domain.matching.verdict import OFF_PAGE, Verdict, decide  # noqa: E402
from knowledge.domain.schema import PAGE_KINDS, Kind  # noqa: E402
from knowledge.vectors import encode_cached  # noqa: E402

CORPUS, RESULTS = Path("knowledge/entries"), Path("bench/results")
FOLDS = 5
SHARES = {"entry": 0.41, "entry and person": 0.27, "person": 0.26, "decline": 0.04, "smalltalk": 0.02}
HEADER = """| model | right | right first | false assurance | asked back | fit, s |{more}
|---|---|---|---|---|---|{lines}"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tsv", type=Path, nargs="*", help="labelled questions, scored beside the cross-validation")
    parser.add_argument("--only", help="models whose name contains this")
    parser.add_argument("--questions", type=int, default=60, help="examples an entry, 0 for all")
    parser.add_argument("--boundary", type=int, default=30, help="boundary questions an entry, 0 for all")
    args = parser.parse_args()
    entries = [sample(entry, args.questions, args.boundary) for entry in files.read(CORPUS)]
    kinds = {entry.id: entry.kind for entry in entries}
    examples = labelled(entries)
    texts = encoded([text for text, _ in examples])
    labels = np.array([f"{entry_id}|{settled:d}" for _, (entry_id, settled) in examples])
    groups = templates(texts.use)
    sets = {path.stem: read(path) for path in args.tsv}
    asked = {name: encoded([row["text"] for row in rows]) for name, rows in sets.items()}
    golds = [gold(entry_id, kinds[entry_id], settled) for _, (entry_id, settled) in examples]
    head = HEADER.format(more="".join(f" {name} |" for name in sets), lines="---|" * len(sets))
    lines = [f"{len(texts.texts)} examples in {groups.max() + 1} templates, {FOLDS} folds", "", head]
    for name, model in MODELS.items():
        if args.only and args.only not in name:
            continue
        started = time.perf_counter()
        names, _ = model(texts, labels, texts.take(np.arange(1)))
        seconds = time.perf_counter() - started
        held_out = np.zeros((len(labels), len(names)))
        for train, test in GroupKFold(FOLDS).split(labels, groups=groups):
            fold_names, rows = model(texts.take(train), labels[train], texts.take(test))
            held_out[np.ix_(test, [names.index(n) for n in fold_names])] = rows
        figures = weighed(golds, judged(golds, held_out, names, kinds))
        more = [scored(rows, model(texts, labels, asked[stem])[1], names, kinds) for stem, rows in sets.items()]
        lines.append("| " + " | ".join([name, *figures, f"{seconds:.1f}", *more]) + " |")
        print(lines[-1], flush=True)
    RESULTS.mkdir(exist_ok=True)
    if not args.only:
        (RESULTS / "matchers.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


def encoded(texts: Sequence[str]) -> Texts:
    return Texts(texts, encode_cached(Usem3(), texts), encode_cached(E5(), texts))


def gold(entry_id: str, kind: Kind, settled: bool) -> str:
    """What an answer to an example must do, as a label of bench.scoring."""
    if kind in PAGE_KINDS:
        return entry_id if settled else f"{entry_id}|human"
    return {Verdict.DECLINED: "decline", Verdict.NONE: "smalltalk"}.get(OFF_PAGE[kind], "human")


def judged(golds: Sequence[str], rows: Probabilities, names: list[str], kinds: dict[str, Kind]) -> list[Judgement]:
    return [judge(label, _answer(row, names, kinds)) for label, row in zip(golds, rows, strict=True)]


def _answer(row: Any, names: list[str], kinds: dict[str, Kind]) -> dict[str, Any]:
    classes = [(entry_id, settled == "1") for entry_id, settled in (name.split("|") for name in names)]
    return as_answer(decide(Grouping.of(classes).candidates(row), kinds))


def weighed(golds: Sequence[str], results: Sequence[Judgement]) -> list[str]:
    """right, right first, false assurance, asked back, each the mean over SHARES."""
    sorts = [_sort(label) for label in golds]
    parts = {s: [r for r, sort in zip(results, sorts, strict=True) if sort == s] for s in SHARES}
    means = [
        sum(SHARES[s] * float(np.mean([getattr(r, name) for r in of])) for s, of in parts.items())
        for name in ("right", "right_first")
    ]
    assured = float(np.mean([r.false_assurance for r in results if not r.has_entry]))
    clarify = sum(SHARES[s] * float(np.mean([r.verdict == "clarify" for r in of])) for s, of in parts.items())
    return [f"{value:.3f}" for value in (*means, assured, clarify)]


def _sort(label: str) -> str:
    labels = set(label.split("|"))
    if labels - WORDS:
        return "entry and person" if "human" in labels else "entry"
    return "person" if "human" in labels else label


def scored(rows: Sequence[Row], probabilities: Probabilities, names: list[str], kinds: dict[str, Kind]) -> str:
    results = judged([row["gold"] for row in rows], probabilities, names, kinds)
    shares = [np.mean([r.right for r in results]), np.mean([r.right_first for r in results])]
    return " / ".join(f"{v:.3f}" for v in (*shares, np.mean([r.false_assurance for r in results if not r.has_entry])))


if __name__ == "__main__":
    main()
