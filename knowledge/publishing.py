"""Publishing: a prepared release is stored under the next number and goes live. A failure changes nothing."""

from django.db import transaction
from django.db.models import Max

from audit.recording import record
from audit.vocabulary import Did, Kind
from knowledge import live, quality
from knowledge.domain.comparison import Report
from knowledge.domain.draft_index import content_digest
from knowledge.domain.encoding.encoder import Encoder
from knowledge.domain.matching.matcher import read_by
from knowledge.domain.matching.matcher_file import to_bytes
from knowledge.models import Activation, Draft, Release
from knowledge.preparing import prepare_drafts
from knowledge.regression import Failure, failed

TOLERATED = 0.10
"""Share of the corpus' own questions that the fitted model alone may miss: above it, something is broken."""
FALSE_ASSURANCE_TOLERATED = 0.04
"""Share that the fitted model alone may call listed though it must not. Word for word these questions are answered as
they were written (knowledge.domain.matching.known); the share tells how their like would fare."""
NAMED = 20


class RegressionError(Exception):
    """The fitted release answers its own questions wrongly; `failures` lists every one."""

    def __init__(self, found: list[Failure]) -> None:
        self.failures = found
        more = f"\n…ほか{len(found) - NAMED}件" if len(found) > NAMED else ""
        super().__init__("公開前の確認で誤りが見つかりました。\n" + "\n".join(map(str, found[:NAMED])) + more)


class UnreadableRelease(Exception):
    """A release of an older form, which this installation cannot answer from."""


def publish(encoder: Encoder, note: str, by: str) -> tuple[Release, list[Failure]]:
    """Make the drafts the live release, as an operator does: by nobody's approval but their own.

    Returns it with the tolerated failures. Raises CorpusError when the drafts are not sound, RegressionError when the
    fitted matcher is not."""
    prepared = prepare_drafts(encoder)
    found = failed(prepared.trial.tried)
    assured = [failure for failure in found if failure.false_assurance]
    if len(assured) > FALSE_ASSURANCE_TOLERATED * len(prepared.trial.tried):
        raise RegressionError(assured)
    if len(found) > TOLERATED * len(prepared.trial.tried):
        raise RegressionError(found)
    release = store(
        [entry.model_dump(mode="json") for entry in prepared.entries],
        to_bytes(prepared.matcher),
        read_by(encoder),
        prepared.report,
        note=note,
        published_by=by,
    )
    quality.keep(prepared)
    return release, found


def broken(report: Report) -> bool:
    """Whether so much of what a release answers is wrong that nobody may publish it."""
    wrong, assured, asked = (report.counts.get(name, 0) for name in ("wrong", "assured", "asked"))
    return wrong > TOLERATED * asked or assured > FALSE_ASSURANCE_TOLERATED * asked


@transaction.atomic
def store(entries: list[dict[str, object]], matcher: bytes, encoder: str, report: Report, **told: str) -> Release:
    """The next release, live at once. told: note, published_by, approved_by, override_reason."""
    last = Release.objects.aggregate(last=Max("number"))["last"] or 0
    kept = {"entries": entries, "matcher": matcher, "encoder": encoder, "report": report.model_dump()}
    release = Release.objects.create(number=last + 1, **kept, **told)
    _go_live(release, told["published_by"])
    record(Did.PUBLISHED, Kind.RELEASE, release.number, by=told["published_by"], count=len(entries))
    return release


@transaction.atomic
def activate(number: int, by: str) -> Release:
    """Make an older release live again. Raises Release.DoesNotExist, UnreadableRelease."""
    release = Release.objects.get(number=number)
    if release.encoder != read_by(live.encoder()):
        raise UnreadableRelease(f"{release}は以前の形式で保存されているため、このままでは戻せません。")
    _go_live(release, by)
    record(Did.ROLLED_BACK, Kind.RELEASE, number, by=by)
    return release


def _go_live(release: Release, by: str) -> None:
    Activation.objects.create(release=release, by=by)
    digests = {data["id"]: content_digest(data) for data in release.entries}
    changed = []
    for draft in Draft.objects.only("entry_id", "live_digest"):
        if draft.live_digest != digests.get(draft.entry_id, ""):
            draft.live_digest = digests.get(draft.entry_id, "")
            changed.append(draft)
    Draft.objects.bulk_update(changed, ["live_digest"], batch_size=500)
