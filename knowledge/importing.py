"""Carrying out an import that was looked at: all of it or nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction

from audit.recording import record
from audit.vocabulary import Did, Kind
from knowledge.domain.draft_index import content_digest
from knowledge.domain.faults import CorpusError
from knowledge.import_plan import NONE, ImportPlan
from knowledge.models import Activation, Draft
from knowledge.models.drafts import KEPT_BESIDE

BATCH = 200


class DraftsChanged(Exception):
    """Somebody has saved since the dry run; `ids` are the entries. Nothing was imported."""

    def __init__(self, ids: Iterable[str]) -> None:
        self.ids = sorted(ids)
        super().__init__("、".join(self.ids))


@dataclass(frozen=True)
class Imported:
    """Entry ids."""

    added: list[str]
    changed: list[str]
    removed: list[str]


def apply(plan: ImportPlan, by: str, remove: bool = False) -> Imported:
    """Save what the plan says; remove: also delete the drafts that are not in the file.

    Raises CorpusError when the plan has faults, DraftsChanged when the drafts are not those it was made for."""
    removed = [draft.id for draft in plan.absent] if remove else []
    if faults := plan.faults + (plan.removal_faults if removed else []):
        raise CorpusError(faults)
    compared_with = {i: digest for i, digest in plan.expected.items() if removed or i not in _ids(plan.absent)}
    added, changed = _ids(plan.added), _ids(plan.changed)
    drafts = {data["id"]: _draft(data, by) for data in plan.writes}
    for draft, live in _live_content(added):
        drafts[draft].live_digest = content_digest(live)
    with transaction.atomic():
        versions = _versions(compared_with)
        for entry_id in changed:
            drafts[entry_id].version = versions[entry_id] + 1
        try:
            Draft.objects.bulk_create([drafts[i] for i in added], batch_size=BATCH)
        except IntegrityError as error:
            raise DraftsChanged(added) from error
        Draft.objects.bulk_create(
            [drafts[i] for i in changed],
            batch_size=BATCH,
            update_conflicts=True,
            unique_fields=["entry_id"],
            update_fields=["data", "version", "updated_at", "updated_by", *KEPT_BESIDE],
        )
        for start in range(0, len(removed), BATCH):
            Draft.objects.filter(entry_id__in=removed[start : start + BATCH]).delete()
        counts = {"added": len(added), "changed": len(changed), "removed": len(removed)}
        record(Did.IMPORTED, Kind.ENTRY, *added, *changed, *removed, by=by, **counts)
    return Imported(added, changed, removed)


def _ids(listed: Iterable[Any]) -> list[str]:
    return [entry.id for entry in listed]


def _draft(data: dict[str, Any], by: str) -> Draft:
    return Draft(entry_id=data["id"], data=data, updated_by=by).index()


def _versions(expected: dict[str, str]) -> dict[str, int]:
    """The drafts' versions; locked until the transaction ends. Raises DraftsChanged unless all are as expected."""
    rows = list(Draft.objects.select_for_update().values_list("entry_id", "digest", "version"))
    digests = {entry_id: digest for entry_id, digest, _ in rows}
    if changed := [i for i, digest in expected.items() if digests.get(i, NONE) != digest]:
        raise DraftsChanged(changed)
    return {entry_id: version for entry_id, _, version in rows}


def _live_content(added: list[str]) -> list[tuple[str, dict[str, Any]]]:
    """What the live release has of the entries: they were deleted from the drafts since, and come back."""
    live = Activation.objects.select_related("release").first() if added else None
    new = set(added)
    return [(data["id"], data) for data in live.release.entries if data["id"] in new] if live else []
