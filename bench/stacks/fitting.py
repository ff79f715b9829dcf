"""A process that fits the matcher on the shipped corpus, its vectors at hand, and makes of questions, one by one, the
half of the row that web makes itself; prints as JSON the seconds of the one and the mean milliseconds of the other."""

import json
import os
import statistics
import time
from functools import partial
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "web.settings")
django.setup()

from bench.stacks.questions import Questions  # noqa: E402
from knowledge import live  # noqa: E402
from knowledge.domain import files  # noqa: E402
from knowledge.domain.encoding.encoder import E5, Encoder  # noqa: E402
from knowledge.domain.matching.matcher import Matcher  # noqa: E402
from knowledge.vectors import encode_cached  # noqa: E402

ENCODED = 50
"""Questions."""


def main() -> None:
    entries = files.read(Path("knowledge/entries"))
    encode = partial(encode_cached, live.encoder())
    encode([text for entry in entries for text in (*entry.questions, *entry.boundary)])
    started = time.perf_counter()
    Matcher.fit(entries, encode)
    fitted = time.perf_counter() - started
    encoder = E5()
    encoder.encode(["暖機"])
    each = [_milliseconds(encoder, text) for text in Questions(seed=0).take(ENCODED)]
    print(json.dumps({"fitting_s": fitted, "encoding_ms": statistics.fmean(each)}))


def _milliseconds(encoder: Encoder, text: str) -> float:
    started = time.perf_counter()
    encoder.encode([text])
    return (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    main()
