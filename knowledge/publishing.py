"""Publishing: check the whole, fit, try it, store a numbered release, switch to it. A failure changes nothing."""

from functools import partial

from django.db import transaction
from django.db.models import Max

from knowledge import drafts
from knowledge.domain.encoder import Encoder
from knowledge.domain.faults import CorpusError, Fault
from knowledge.domain.matcher import Matcher, read_by
from knowledge.domain.matcher_file import to_bytes
from knowledge.models import Activation, Release
from knowledge.regression import Failure, failures
from knowledge.vectors import encode_cached

TOLERATED = 0.10
"""Share of the corpus' own questions that the fitted model alone may miss: above it, something is broken."""
FALSE_ASSURANCE_TOLERATED = 0.04
"""Share that the fitted model alone may call listed though it must not. Word for word these questions are answered as
they were written (knowledge.domain.known); the share tells how their like would fare."""
NAMED = 20


class RegressionError(Exception):
    """The fitted release answers its own questions wrongly; `failures` lists every one."""

    def __init__(self, found: list[Failure]) -> None:
        self.failures = found
        more = f"\n…ほか{len(found) - NAMED}件" if len(found) > NAMED else ""
        super().__init__("公開前の確認で誤りが見つかりました。\n" + "\n".join(map(str, found[:NAMED])) + more)


def publish(encoder: Encoder, note: str, by: str) -> tuple[Release, list[Failure]]:
    """Make the drafts the live release. Returns it with the tolerated failures.

    Raises CorpusError when the drafts are not sound, RegressionError when the fitted matcher is not."""
    entries = drafts.all_entries()
    if len(entries) < 2:
        raise CorpusError([Fault("下書き", 0, "公開には2件以上の項目が必要です")])
    encode = partial(encode_cached, encoder)
    matcher = Matcher.fit(entries, encode)
    found = failures(entries, matcher, encode)
    asked = sum(len(e.questions) + len(e.boundary) + len(e.not_questions) for e in entries)
    assured = [failure for failure in found if failure.false_assurance]
    if len(assured) > FALSE_ASSURANCE_TOLERATED * asked:
        raise RegressionError(assured)
    if len(found) > TOLERATED * asked:
        raise RegressionError(found)
    with transaction.atomic():
        last = Release.objects.aggregate(last=Max("number"))["last"] or 0
        release = Release.objects.create(
            number=last + 1,
            entries=[entry.model_dump(mode="json") for entry in entries],
            matcher=to_bytes(matcher),
            encoder=read_by(encoder),
            note=note,
            published_by=by,
        )
        Activation.objects.create(release=release, by=by)
    return release, found


def activate(number: int, by: str) -> Release:
    """Make an older release live again. Raises Release.DoesNotExist."""
    release = Release.objects.get(number=number)
    Activation.objects.create(release=release, by=by)
    return release
