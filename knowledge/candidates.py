"""Candidates: the drafts of one moment, prepared beside the visitors' process, to be tried out and published."""

import os
import subprocess
import sys
import threading
from datetime import timedelta
from functools import lru_cache

import structlog
from django.conf import settings
from django.db import connection
from django.utils import timezone

from knowledge import live
from knowledge.domain.draft_index import digest_of_all
from knowledge.domain.encoding.encoder import Encoder
from knowledge.domain.faults import CorpusError
from knowledge.domain.matching.matcher import read_by
from knowledge.domain.matching.matcher_file import to_bytes
from knowledge.models import Candidate, CandidateState, Draft
from knowledge.preparing import Prepared, prepare_drafts

log = structlog.get_logger(__name__)

LEASE = timedelta(minutes=15)
"""Time without a word from who prepares it after which a candidate counts as broken off."""
KEPT = 3
"""Candidates kept beside those of open proposals."""
WAITING = "ほかの準備が終わるのを待っています"
BROKEN_OFF = "準備が途中で止まりました。もう一度お試しください。"
HEAVY = ("entries", "matcher", "report")


def digest_now() -> str:
    """Of the drafts as they are, and of what they would be compared with."""
    return digest_of_all([*Draft.objects.values_list("digest", flat=True), f"第{live.live_number()}版"])


def current() -> Candidate | None:
    """The candidate of the drafts exactly as they are now, in whatever state; None when there is none."""
    candidate = Candidate.objects.defer(*HEAVY).filter(digest=digest_now()).first()
    if candidate and candidate.state == CandidateState.WORKING and candidate.lease_until < timezone.now():
        fail(candidate.digest)
        candidate.refresh_from_db(fields=["state", "step"])
    return candidate


def prepare(by: str) -> Candidate:
    """The candidate of the drafts as they are now; its preparation is begun when nobody has. One is prepared at a time:
    while another is, this one waits (unsaved), and whoever looks again begins it."""
    candidate = current()
    if candidate and candidate.state != CandidateState.FAILED:
        return candidate
    now = timezone.now()
    digest = digest_now()
    if Candidate.objects.filter(state=CandidateState.WORKING, lease_until__gt=now).exclude(digest=digest).exists():
        return Candidate(digest=digest, step=WAITING)
    begun = {"state": CandidateState.WORKING, "step": "準備を始めています", "progress": 0, "lease_until": now + LEASE}
    candidate, ours = Candidate.objects.get_or_create(digest=digest, defaults=begun)
    ours = ours or bool(Candidate.objects.filter(digest=digest, state=CandidateState.FAILED).update(**begun))
    if ours:
        log.info("preparing", candidate=digest[:8], by=by)
        start(digest)
    candidate.refresh_from_db()
    return candidate


def start(digest: str) -> None:
    """Prepare in a process of its own: fitting would hold up the visitors of this one."""
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "prepare_release", digest]
    cores = str(os.cpu_count() or 1)  # web itself computes on one
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": cores}
    process = subprocess.Popen(command, cwd=settings.BASE_DIR, stdin=subprocess.DEVNULL, env=environment)
    threading.Thread(target=_watch, args=(process, digest), daemon=True).start()


def _watch(process: "subprocess.Popen[bytes]", digest: str) -> None:
    if process.wait():
        log.error("preparing failed", candidate=digest[:8], exit_code=process.returncode)
        fail(digest)
    connection.close()


def fail(digest: str) -> None:
    """Say that the preparation broke off, so that it can be begun again."""
    working = Candidate.objects.filter(digest=digest, state=CandidateState.WORKING)
    working.update(state=CandidateState.FAILED, step=BROKEN_OFF)


def build(digest: str, encoder: Encoder) -> Candidate | None:
    """Prepare the candidate that was begun under this digest; None when the drafts have changed since."""
    row = Candidate.objects.filter(digest=digest)

    def progress(step: str, share: float) -> None:
        row.update(step=step, progress=round(100 * share), lease_until=timezone.now() + LEASE)

    if digest != digest_now():
        row.delete()
        return None
    try:
        prepared = prepare_drafts(encoder, progress)
    except CorpusError as error:
        faults = [{"place": f.place, "message": f.message} for f in error.faults]
        row.update(state=CandidateState.FAULTY, step="", faults=faults, made_at=timezone.now())
    else:
        row.update(
            state=CandidateState.READY, step="", progress=100, made_at=timezone.now(), **_kept(prepared, encoder)
        )
    _forget_old()
    return row.first()


def _kept(prepared: Prepared, encoder: Encoder) -> dict[str, object]:
    return {
        "entries": [entry.model_dump(mode="json") for entry in prepared.entries],
        "matcher": to_bytes(prepared.matcher),
        "encoder": read_by(encoder),
        "base": prepared.live,
        "report": prepared.report.model_dump(),
    }


def _forget_old() -> None:
    proposed = Candidate.objects.filter(proposal__withdrawn_at=None, proposal__release=None, proposal__isnull=False)
    old = Candidate.objects.exclude(pk__in=proposed).exclude(state=CandidateState.WORKING)
    Candidate.objects.filter(pk__in=list(old.values_list("pk", flat=True)[KEPT:])).delete()


@lru_cache(maxsize=2)
def _loaded(pk: int, made_at: str) -> live.Knowledge:
    stored = Candidate.objects.get(pk=pk)
    return live.knowledge_from(0, stored.entries, bytes(stored.matcher), stored.encoder, str(stored))


def knowledge_of(candidate: Candidate) -> live.Knowledge:
    """A candidate in state ready, to be asked as the live release is; its number is 0."""
    return _loaded(candidate.pk, candidate.made_at.isoformat())
