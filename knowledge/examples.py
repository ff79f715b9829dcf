"""Questions of visitors as examples of an entry: added to its draft, never twice, never over a newer version."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge import editing
from knowledge.domain.draft_index import KEY_DIGITS
from knowledge.domain.text import digest
from knowledge.models import Draft

FIELDS = ("questions", "boundary")
_TRIES = 5


class Gone(Exception):
    """The entry has been deleted in the meantime."""


@dataclass(frozen=True)
class Place:
    """Where a question is an example already."""

    draft: Draft
    field: str


@dataclass(frozen=True)
class Added:
    """What became of the texts: new examples of the draft, or examples already, by text."""

    draft: Draft
    new: list[str]
    known: dict[str, Place]


def add_examples(entry_id: str, field: str, texts: Sequence[str], by: str) -> Added:
    """Add the texts to a field (FIELDS) of the draft, its version rising once. An example already is not added again.

    Raises Gone, editing.Faulty (what the entry does not allow), editing.Conflict (others keep saving it)."""
    for attempt in range(_TRIES):
        draft = Draft.objects.filter(entry_id=entry_id).first()
        if draft is None:
            raise Gone(entry_id)
        known = examples_already(texts)
        new = list({_key(text): text for text in reversed(texts) if text not in known}.values())[::-1]
        if not new:
            return Added(draft, [], known)
        data = {**draft.data, field: [*(draft.data.get(field) or ()), *new]}
        try:
            return Added(editing.save(entry_id, draft.version, data, by), new, known)
        except editing.Conflict:  # somebody saved it in between; the lines are added to theirs
            if attempt == _TRIES - 1:
                raise
    raise AssertionError("unreachable")


def examples_already(texts: Iterable[str]) -> dict[str, Place]:
    """Those of the texts that are an example of some draft, in whatever width and case, with where."""
    wanted = {_key(text): text for text in texts}
    rows = Draft.objects.values_list("pk", "question_keys").iterator()
    holding = [pk for pk, kept in rows if not wanted.keys().isdisjoint(kept.split())]
    found: dict[str, Place] = {}
    for draft in Draft.objects.filter(pk__in=holding).defer("search_text", "question_keys"):
        for field in FIELDS:
            for example in draft.data.get(field) or ():
                found.setdefault(_key(example), Place(draft, field))
    return {text: found[key] for text in texts if (key := _key(text)) in found and key in wanted}


def _key(text: str) -> str:
    return digest(text)[:KEY_DIGITS]
