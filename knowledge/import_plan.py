"""What an import would do to the drafts: the dry run."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel, ValidationError

from knowledge.domain.changes import EntryChange, change, in_order_of
from knowledge.domain.corpus import check, named
from knowledge.domain.draft_index import content_digest
from knowledge.domain.entry_faults import sketch
from knowledge.domain.faults import Fault
from knowledge.domain.field_names import FIELD_NAMES
from knowledge.domain.incoming import Incoming
from knowledge.domain.kind_names import kind_name
from knowledge.domain.schema import Entry
from knowledge.domain.sheets.grid import reading_order
from knowledge.domain.text import clean
from knowledge.models import Draft

NONE = ""
"""The digest of a draft that is not there."""


class Named(BaseModel):
    """An entry as it is listed. `questions`: how many."""

    id: str
    title: str
    questions: int


class ImportPlan(BaseModel):
    """The difference between a file and the drafts. With `faults` nothing may be imported.

    absent: drafts of the scope that are not in the file; they stay, unless the editor has them deleted, which
    `removal_faults` forbid. writes: the content to be saved. expected: the digests of the drafts that this was compared
    with, by entry id."""

    name: str
    scope: str
    faults: list[Fault] = []
    removal_faults: list[Fault] = []
    added: list[EntryChange] = []
    changed: list[EntryChange] = []
    unchanged: int = 0
    absent: list[Named] = []
    passed_over: list[str] = []
    writes: list[dict[str, Any]] = []
    expected: dict[str, str] = {}

    @property
    def changes_nothing(self) -> bool:
        return not self.writes and not self.faults


@dataclass
class _Compared:
    """The drafts, apart by whether the file has them."""

    in_file: dict[str, tuple[dict[str, Any], str]] = field(default_factory=dict)
    others: list[Entry] = field(default_factory=list)
    absent: list[Named] = field(default_factory=list)
    digests: dict[str, str] = field(default_factory=dict)


def difference(incoming: Incoming, scope: str) -> ImportPlan:
    """Compare a file with the drafts of the scope ("" for all, else a kind)."""
    drafts = _compared({entry.id for entry in incoming.read} | incoming.broken, scope)
    faults = [*incoming.faults, *_outside(incoming, scope), *_between(incoming, drafts.others)]
    plan = ImportPlan(name=incoming.name, scope=scope, absent=drafts.absent, passed_over=list(incoming.passed_over))
    if faults:
        plan.faults = [_clean(fault) for fault in sorted(dict.fromkeys(faults), key=reading_order)]
        return plan
    plan.removal_faults = list(_still_named(incoming, drafts))
    plan.expected = {entry.id: NONE for entry in incoming.entries} | drafts.digests
    for entry in incoming.entries:
        _add(plan, entry, drafts.in_file.get(entry.id))
    return plan


def _clean(fault: Fault) -> Fault:
    """What is quoted of a file may hold characters that no page and no database can."""
    return Fault(clean(fault.place), fault.line, clean(fault.message))


def _add(plan: ImportPlan, entry: Entry, draft: tuple[dict[str, Any], str] | None) -> None:
    if draft is None:
        plan.writes.append(entry.model_dump(mode="json"))
        plan.added.append(change({}, plan.writes[-1]))
        return
    before, digest = draft
    after = in_order_of(before, entry).model_dump(mode="json")
    if digest == content_digest(after) or _same(before, after):
        plan.unchanged += 1
        return
    plan.writes.append(after)
    plan.changed.append(change(before, after))


def _same(before: dict[str, Any], after: dict[str, Any]) -> bool:
    """Whether only fields that were not there yet when the draft was saved tell them apart."""
    try:
        return Entry.model_validate(before).model_dump(mode="json") == after
    except ValidationError:
        return False


def _compared(in_file: set[str], scope: str) -> _Compared:
    found = _Compared()
    rows = Draft.objects.values_list("entry_id", "kind", "title", "question_count", "digest", "data")
    for entry_id, kind, title, questions, digest, data in rows.iterator():
        if entry_id in in_file:
            found.in_file[entry_id] = (data, digest)
            found.digests[entry_id] = digest
            continue
        found.others.append(sketch({**data, "id": entry_id}))
        if scope in ("", kind):
            found.absent.append(Named(id=entry_id, title=title, questions=questions))
            found.digests[entry_id] = digest
    return found


def _outside(incoming: Incoming, scope: str) -> Iterator[Fault]:
    for entry in incoming.read:
        if scope and entry.kind != scope:
            message = (
                f"「{kind_name(scope)}」だけを取り込みます。この項目を除くか、取り込む範囲を「全体」にしてください"
            )
            yield Fault(*incoming.locate(entry.id, "id", entry.id), message)


def _between(incoming: Incoming, others: list[Entry]) -> list[Fault]:
    """What is wrong between the entries of the file, and between these and the other drafts.

    What is wrong among the other drafts alone is no fault of the file."""
    here = {entry.id for entry in incoming.read}

    def locate(entry_id: str, field: str, value: str) -> tuple[str, int]:
        return incoming.locate(entry_id, field, value) if entry_id in here else ("", 0)

    found = check([*others, *incoming.read], locate, incoming.broken)
    return [Fault(fault.place, fault.line, _in_words(fault.message)) for fault in found if fault.place]


def _in_words(message: str) -> str:
    """Staff know the fields by their Japanese names."""
    name, colon, rest = message.partition(": ")
    return f"{FIELD_NAMES[name]}: {rest}" if colon and name in FIELD_NAMES else message


def _still_named(incoming: Incoming, drafts: _Compared) -> Iterator[Fault]:
    """References that would dangle if the absent drafts were deleted."""
    titles = {draft.id: draft.title for draft in drafts.absent}
    here = {entry.id for entry in incoming.entries}
    for entry in (*incoming.entries, *(other for other in drafts.others if other.id not in titles)):
        for name, target in named(entry):
            if target in titles:
                place = incoming.locate(entry.id, name, target) if entry.id in here else (f"下書きの{entry.id}", 0)
                yield Fault(*place, f"{FIELD_NAMES[name]}: 「{titles[target]}」({target})を使っています")
