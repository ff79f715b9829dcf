"""Against the peer, on the same examples and questions, in one run: python -m bench.peer questions.tsv [more.tsv ...]

The peer is Rasa with its recommended pipeline (bench/peer/config.yml) on Japanese vectors of GiNZA. It trains for
about a second and a half an example on two cores, hence a sample of each entry by default (50 minutes);
--questions 0 --boundary 0 takes all. Keep the machine quiet meanwhile.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.evaluate import Row, read, share
from bench.peer import rasa_side
from bench.sampling import sample
from bench.scoring import as_answer, judge
from knowledge.domain import files
from knowledge.domain.encoding.encoder import default_encoder
from knowledge.domain.matching.matcher import Matcher
from knowledge.domain.matching.verdict import decide
from knowledge.domain.schema import Entry

CORPUS = Path("knowledge/entries")
Answers = list[tuple[dict[str, Any], float]]


def ours(entries: Sequence[Entry], texts: Sequence[str]) -> tuple[float, Answers]:
    """Seconds to encode and fit, and the answers."""
    encoder = default_encoder()
    kinds = {entry.id: entry.kind for entry in entries}
    encoder.encode(["暖機"])
    started = time.perf_counter()
    matcher = Matcher.fit(entries, encoder.encode)
    seconds = time.perf_counter() - started
    found: Answers = []
    for text in texts:
        asked = time.perf_counter()
        answer = as_answer(decide(matcher.rank(text, encoder.encode([text])[0]), kinds))
        found.append((answer, (time.perf_counter() - asked) * 1000))
    return seconds, found


def figures(rows: Sequence[Row], found: Answers) -> dict[str, float]:
    results = [judge(row["gold"], answer) for row, (answer, _) in zip(rows, found, strict=True)]
    return {
        "right": share(results, lambda r: r.right),
        "right_first": share(results, lambda r: r.right_first),
        "false_assurance": share(results, lambda r: r.false_assurance, lambda r: not r.has_entry),
        "clarify": share(results, lambda r: r.verdict == "clarify"),
        "ms_p50": round(sorted(ms for _, ms in found)[len(found) // 2], 1),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tsv", type=Path, nargs="+", help="labelled questions")
    parser.add_argument("--questions", type=int, default=20, help="examples an entry, 0 for all")
    parser.add_argument("--boundary", type=int, default=10, help="boundary questions an entry, 0 for all")
    args = parser.parse_args()
    entries = [sample(entry, args.questions, args.boundary) for entry in files.read(CORPUS)]
    examples = sum(len(entry.questions) + len(entry.boundary) for entry in entries)
    kinds = {entry.id: entry.kind for entry in entries}
    sets = {path.stem: read(path) for path in args.tsv}
    texts = [row["text"] for rows in sets.values() for row in rows]
    print(f"{len(entries)} entries, {examples} examples; training the peer", file=sys.stderr)
    our_seconds, our_answers = ours(entries, texts)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "project"
        peer_seconds = rasa_side.train(entries, folder)
        peer_answers = rasa_side.answers(folder, texts, kinds)
    table: dict[str, Any] = {"examples": examples}
    for side, seconds, found in (("hosho", our_seconds, our_answers), ("peer", peer_seconds, peer_answers)):
        table[side] = {"training_s": round(seconds, 1)}
        start = 0
        for stem, rows in sets.items():
            table[side][stem] = figures(rows, found[start : start + len(rows)])
            start += len(rows)
    table["training_ratio"] = round(peer_seconds / our_seconds, 1)
    print(json.dumps(table, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
