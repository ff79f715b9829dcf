"""A process that fits the matcher on the shipped corpus, its vectors at hand, and prints the seconds that took."""

import os
import time
from functools import partial
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "web.settings")
django.setup()

from knowledge import live  # noqa: E402
from knowledge.domain import files  # noqa: E402
from knowledge.domain.matcher import Matcher  # noqa: E402
from knowledge.vectors import encode_cached  # noqa: E402


def main() -> None:
    entries = files.read(Path("knowledge/entries"))
    encode = partial(encode_cached, live.encoder())
    encode([text for entry in entries for text in (*entry.questions, *entry.boundary)])
    started = time.perf_counter()
    Matcher.fit(entries, encode)
    print(time.perf_counter() - started)


if __name__ == "__main__":
    main()
