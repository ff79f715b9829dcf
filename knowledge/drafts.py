"""Drafts in and out: the YAML corpus is their first content and their exchange format."""

from collections.abc import Iterable
from pathlib import Path

from django.db import transaction
from pydantic import ValidationError

from audit.recording import record
from audit.vocabulary import Did, Kind
from knowledge.domain import files
from knowledge.domain.corpus import check
from knowledge.domain.faults import CorpusError, Fault, in_japanese, mistakes
from knowledge.domain.schema import Entry
from knowledge.models import Draft

COMMAND = "コマンド"
"""Who changed a draft from the command line."""


def import_path(path: Path) -> int:
    """Save every entry of a file or folder as a draft, over an older draft of the same id. All or nothing.

    Returns how many there were; raises CorpusError naming every fault."""
    entries = files.read(path)
    with transaction.atomic():
        for entry in entries:
            _save(entry.id, entry.model_dump(mode="json"))
        record(Did.IMPORTED, Kind.ENTRY, by=COMMAND, count=len(entries))
    return len(entries)


def _save(entry_id: str, data: dict[str, object]) -> None:
    """A new version of the draft, when the content is new: who has it open for editing is told."""
    draft = Draft.objects.select_for_update().filter(entry_id=entry_id).first() or Draft(entry_id=entry_id, version=0)
    if draft.data != data:
        draft.data, draft.version, draft.updated_by = data, draft.version + 1, COMMAND
        draft.save()


def export_path(folder: Path) -> int:
    """Write every draft into the folder, one file each; returns how many. Raises CorpusError on a broken draft."""
    entries = all_entries()
    record(Did.EXPORTED, Kind.ENTRY, by=COMMAND, count=len(entries), form="yaml")
    files.write(entries, folder)
    return len(entries)


def all_entries() -> list[Entry]:
    """The drafts as entries, checked as a whole. Raises CorpusError naming every fault."""
    entries, faults = read_each(Draft.objects.values_list("entry_id", "data").iterator())
    faults += check(entries, broken=frozenset(fault.place for fault in faults))
    if not entries and not faults:
        faults.append(Fault("下書き", 0, "項目が1件もありません。import_knowledge で取り込んでください"))
    if faults:
        raise CorpusError(faults)
    return entries


def read_each(drafts: Iterable[tuple[str, dict[str, object]]]) -> tuple[list[Entry], list[Fault]]:
    """(entry id, content) of drafts as entries, each sound in itself, and the faults of the others at their ids."""
    entries: list[Entry] = []
    faults: list[Fault] = []
    for entry_id, data in drafts:
        try:
            entries.append(Entry.model_validate(data))
        except ValidationError as error:
            faults += [Fault(entry_id, 0, in_japanese(e)) for e in mistakes(error)]
    return entries, faults
