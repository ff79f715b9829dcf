"""Part of bench.knowledge_at_scale: the release loaded as a web process does, and questions asked of it."""

import json
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bench.scale_database import ENTRIES, QUESTIONS

import numpy as np  # isort: skip
import psutil

from bench.evaluate import read
from bench.many_entries import new_questions, shipped
from bench.match_time import milliseconds, quantiles
from bench.scale_publishing import kept_composed, seconds
from knowledge import live
from knowledge.domain.encoding.encoder import Encoder, Vectors, default_encoder
from knowledge.domain.matching.matcher import Grouping, Matcher, softmax
from knowledge.domain.matching.verdict import Decision, conclude
from knowledge.live import Knowledge
from knowledge.models import Release

REAL = Path("bench/questions/written_apart.tsv")
ASKED = 200


class Named:
    """The real encoders, under the name of those that the release was fitted with."""

    def __init__(self, encoder: Encoder, version: str) -> None:
        self._encoder, self.version, self.dimensions = encoder, version, encoder.dimensions

    def encode(self, texts: list[str]) -> Vectors:
        return self._encoder.encode(texts)


def both(work: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds that it took, and those of them that a core worked on it: on a busy machine the rest is waiting."""
    worked = time.thread_time()
    took = milliseconds(work)
    return took, (time.thread_time() - worked) * 1000


def megabytes() -> int:
    resident: int = psutil.Process().memory_info().rss
    return resident // 1_000_000


def exactly(
    matcher: Matcher, texts: list[str], vectors: Vectors
) -> "np.ndarray[tuple[int, ...], np.dtype[np.float64]]":
    """Brute force: every class weighed in 32 bits."""
    asked = np.hstack([vectors - matcher.mean, matcher.words.places(texts)])
    weighed: np.ndarray[tuple[int, ...], np.dtype[np.float64]] = softmax(
        asked @ matcher.weights.astype(np.float32).T + matcher.bias
    )
    return weighed


def agreement(knowledge: Knowledge, texts: list[str], vectors: Vectors) -> dict[str, float]:
    """recall@3 of the entries, and the share of verdicts with their entries, that brute force gives, too."""
    matcher, grouping = knowledge.matcher, Grouping.of(knowledge.matcher.classes)
    weigher = knowledge._today().weigher
    hits = same = 0
    for start in range(0, len(texts), 20):
        some, rows = texts[start : start + 20], vectors[start : start + 20]
        both = matcher.probabilities(some, rows), exactly(matcher, some, rows)
        three = [[{c.entry_id for c in grouping.candidates(p, 3)} for p in part] for part in both]
        hits += sum(len(a & b) for a, b in zip(*three, strict=True))
        decided: list[list[Decision]] = [[conclude(r.weighed, knowledge.kinds) for r in weigher.rows(p)] for p in both]
        same += sum(a == b for a, b in zip(*decided, strict=True))
    return {"recall_at_3": round(hits / 3 / len(texts), 4), "same_verdict": round(same / len(texts), 4)}


def main() -> None:
    encoder = default_encoder()
    encoder.encode(["暖機"])
    composed = kept_composed(encoder)
    live.encoder = lambda: Named(encoder, composed.version)  # type: ignore[assignment, arg-type, return-value]
    before = megabytes()
    result: dict[str, object] = {"load_s": seconds(live.current)}
    result["mb_answering"] = megabytes() - before
    knowledge = live.current()
    real = [row["text"] for row in read(REAL)][:ASKED]
    knowledge.decide(real[-1])
    result["ms_encoders"] = quantiles([milliseconds(partial(encoder.encode, [t])) for t in real])
    timed = [both(partial(knowledge.decide, t)) for t in real]
    result["ms_match"], result["ms_match_of_a_core"] = (quantiles(list(column)) for column in zip(*timed, strict=True))
    known = [question for entry in shipped(QUESTIONS) if entry.id in knowledge.entries for question in entry.questions]
    result["ms_match_word_for_word"] = quantiles([milliseconds(partial(knowledge.decide, t)) for t in known[:ASKED]])
    result["ms_ranking"] = quantiles([milliseconds(partial(knowledge.rank, t)) for t in real])
    vectors = encoder.encode(real)
    rows = list(zip(real, vectors[:, np.newaxis], strict=True))
    timed = [both(partial(knowledge.matcher.probabilities, [t], v)) for t, v in rows]
    named = ("ms_probabilities", "ms_probabilities_of_a_core")
    result |= {name: quantiles(list(column)) for name, column in zip(named, zip(*timed, strict=True), strict=True)}
    result["real_questions"] = agreement(knowledge, real, vectors)
    generated = ENTRIES - len(shipped(QUESTIONS))
    if generated > 0:
        new = new_questions(ASKED, generated)
        result["generated_questions"] = agreement(knowledge, new, composed.encode(new))
    loading = threading.Thread(target=lambda: live._load(Release.objects.latest("number")).index())
    loading.start()
    meanwhile = [milliseconds(partial(knowledge.decide, t)) for t in real if loading.is_alive()]
    loading.join()
    result["ms_match_while_another_loads"] = quantiles(meanwhile) if meanwhile else {}
    print(json.dumps(result, ensure_ascii=False))


if __name__ == "__main__":
    main()
