"""Part of bench.knowledge_at_scale: entries into the drafts, a release of them, and staff's list."""

import json
import resource
import tempfile
import time
import zlib
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from bench.scale_database import ENTRIES, FOLDER, QUESTIONS

import numpy as np  # isort: skip
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client

from bench.many_entries import Composed, entries, shipped
from bench.match_time import milliseconds, quantiles
from knowledge import live
from knowledge.domain.encoding.encoder import Encoder, default_encoder
from knowledge.domain.matching.matcher import read_by
from knowledge.domain.matching.matcher_file import to_bytes
from knowledge.domain.schema import Entry
from knowledge.models import Draft, Release
from knowledge.preparing import prepare_drafts
from knowledge.publishing import store

AT_ONCE = 500
ADDRESS = "/staff/knowledge/draft/"


class Steps:
    """How long each step took whose beginning it is told, in seconds."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._step, self._since = "", time.perf_counter()

    def __call__(self, step: str, _: float = 0.0) -> None:
        now = time.perf_counter()
        self.seconds[self._step] += now - self._since
        self._step, self._since = step, now

    def told(self) -> dict[str, float]:
        self("")
        return {step: round(seconds, 1) for step, seconds in self.seconds.items() if step}


def seconds(work: Callable[[], object]) -> float:
    return round(milliseconds(work) / 1000, 1)


def kept_composed(encoder: Encoder) -> Composed:
    """The real vectors are made once for all sizes, in a minute, and kept for as long as the encoder stays the same."""
    file = Path(tempfile.gettempdir()) / f"hosho-composed-{zlib.crc32(encoder.version.encode())}-{QUESTIONS}.npy"
    if not file.exists():
        np.save(file, Composed.read(encoder, shipped(QUESTIONS)))
    return Composed(encoder, shipped(QUESTIONS), np.load(file))


def into_drafts(some: list[Entry]) -> None:
    """As an import puts them there."""
    rows = [Draft(entry_id=entry.id, data=entry.model_dump(mode="json")).index() for entry in some]
    Draft.objects.bulk_create(rows, batch_size=AT_ONCE)


def published(encoder: Composed) -> dict[str, float]:
    """Seconds of each step of a release."""
    steps = Steps()
    prepared = prepare_drafts(encoder, steps)
    steps("保存して公開")
    kept = [entry.model_dump(mode="json") for entry in prepared.entries]
    store(kept, to_bytes(prepared.matcher), read_by(encoder), prepared.report, note="", published_by="bench")
    return steps.told()


def main() -> None:
    call_command("migrate", verbosity=0)
    encoder = kept_composed(default_encoder())
    live.encoder = lambda: encoder  # type: ignore[assignment]
    result: dict[str, object] = {}
    result["into_drafts_s"] = seconds(lambda: into_drafts(entries(ENTRIES, QUESTIONS)))
    first = published(encoder)
    result |= {"publishing_s": round(sum(first.values()), 1), "steps_s": first}
    if ENTRIES <= 5000:
        result["publishing_again_s"] = round(sum(published(encoder).values()), 1)
    release = Release.objects.latest("number")
    result["asked_on_trial"] = release.report["counts"]
    result["mb_release"] = round((len(json.dumps(release.entries)) + len(release.matcher)) / 1e6, 1)
    result["mb_database"] = round(sum(file.stat().st_size for file in FOLDER.glob("*.db*")) / 1e6)
    result["mb_publishing"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000
    client = Client(SERVER_NAME="localhost")
    client.force_login(User.objects.create_superuser("bench"))
    assert client.get(ADDRESS).status_code == 200
    result["ms_list_page"] = quantiles([milliseconds(lambda: client.get(ADDRESS)) for _ in range(20)])
    print(json.dumps(result, ensure_ascii=False))


if __name__ == "__main__":
    main()
