"""Keeping drafts: sound or refused, and never over what somebody else has saved in between."""

from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import TextField
from django.db.models.functions import Cast
from django.utils import timezone

from audit.recording import record
from audit.vocabulary import Did, Kind
from knowledge.domain.corpus import MAY_NAME
from knowledge.domain.draft_index import question_keys
from knowledge.domain.entry_faults import FieldFault, naming_faults, own_faults, shared_faults, sketch
from knowledge.domain.schema import Entry
from knowledge.models import Draft
from knowledge.models.drafts import KEPT_BESIDE


class Faulty(Exception):
    """The entry is not sound; `faults` says what to mend, all at once."""

    def __init__(self, faults: list[FieldFault]) -> None:
        self.faults = faults
        super().__init__("\n".join(f"{fault.field}: {fault.message}" for fault in faults))


class Conflict(Exception):
    """Somebody else was quicker; `current` is the draft as it is now, None when it has been deleted."""

    def __init__(self, current: Draft | None) -> None:
        self.current = current
        super().__init__(f"newer: {current}" if current else "deleted")


class Referenced(Exception):
    """Other entries name this one; `by` are their drafts, without content."""

    def __init__(self, by: list[Draft]) -> None:
        self.by = by
        super().__init__("、".join(draft.entry_id for draft in by))


def faults(data: Mapping[str, Any], new: bool = False) -> list[FieldFault]:
    """All that is wrong with an entry beside the drafts as they are. new: whether it is to be added under its id."""
    entry = sketch(data)
    kinds = {**dict(Draft.objects.values_list("entry_id", "kind")), entry.id: entry.kind}
    found = [*own_faults(data), *shared_faults(entry, _sharing(entry)), *naming_faults(entry, kinds)]
    if new and Draft.objects.filter(entry_id=entry.id).exists():
        found.append(FieldFault("id", "このIDの項目はすでにあります。別の名前にしてください", entry.id))
    return found


def _sharing(entry: Entry) -> list[Entry]:
    """The other drafts that hold one of its questions."""
    keys = set(question_keys({"questions": entry.questions, "boundary": entry.boundary}))
    rows = Draft.objects.exclude(entry_id=entry.id).values_list("entry_id", "question_keys")
    ids = [entry_id for entry_id, kept in rows.iterator() if not keys.isdisjoint(kept.split())]
    return [sketch(data) for data in Draft.objects.filter(entry_id__in=ids).values_list("data", flat=True)]


def _sound(data: Mapping[str, Any], new: bool = False) -> Entry:
    if found := faults(data, new):
        raise Faulty(found)
    return Entry.model_validate(data)


def add(data: Mapping[str, Any], by: str) -> Draft:
    """A new draft. Raises Faulty, also when there is one of this id."""
    entry = _sound(data, new=True)
    try:
        with transaction.atomic():
            record(Did.ADDED, Kind.ENTRY, entry.id, by=by)
            return Draft.objects.create(entry_id=entry.id, data=entry.model_dump(mode="json"), updated_by=by)
    except IntegrityError:
        return add(data, by)  # added by somebody else in this very moment: now it is a fault


def save(entry_id: str, version: int, data: Mapping[str, Any], by: str) -> Draft:
    """The draft with new content; `version` is the one that the writer saw. Raises Faulty, Conflict."""
    entry = _sound({**data, "id": entry_id})
    written = Draft(entry_id=entry_id, data=entry.model_dump(mode="json"), version=version + 1, updated_by=by).index()
    current = Draft.objects.filter(entry_id=entry_id).first()
    if current and current.digest == written.digest:
        return current
    if current is None or current.version != version:
        raise Conflict(current)
    columns = {name: getattr(written, name) for name in ("data", "version", "updated_by", *KEPT_BESIDE)}
    # The condition stands in the statement itself, so that of two at the same moment only one is written.
    same_version = Draft.objects.filter(entry_id=entry_id, version=version)
    with transaction.atomic():
        if not same_version.update(updated_at=timezone.now(), **columns):
            raise Conflict(Draft.objects.filter(entry_id=entry_id).first())
        record(Did.CHANGED, Kind.ENTRY, entry_id, by=by, version=version + 1)
    return Draft.objects.get(entry_id=entry_id)


def delete(entry_id: str, version: int) -> None:
    """Take the draft away; the live release keeps the entry until the next one. Raises Conflict, Referenced."""
    with transaction.atomic():
        current = Draft.objects.select_for_update().filter(entry_id=entry_id).first()
        if current is None or current.version != version:
            raise Conflict(current)
        if by := referring_to(entry_id):
            raise Referenced(by)
        current.delete()
        record(Did.DELETED, Kind.ENTRY, entry_id)


def referring_to(entry_id: str) -> list[Draft]:
    """The other drafts that name this entry as a condition, as what is paid or beside their reply."""
    # Read from the content as text: an id in quotation marks is rare enough to look at each place.
    named = Draft.objects.annotate(text=Cast("data", TextField())).filter(text__contains=f'"{entry_id}"')
    others = named.exclude(entry_id=entry_id).defer("search_text", "question_keys")
    return [draft for draft in others if any(entry_id in (draft.data.get(field) or ()) for field in MAY_NAME)]
