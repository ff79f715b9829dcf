"""What is wrong with one entry while it is being written, said at its fields."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from knowledge.domain.corpus import MAY_NAME, bounded_questions, named, shared_questions
from knowledge.domain.faults import mistakes, what_to_do
from knowledge.domain.kind_names import KIND_NAMES
from knowledge.domain.schema import Entry, Kind

QUOTED = 40
"""Characters quoted of a line that has a fault."""


@dataclass(frozen=True)
class FieldFault:
    """One thing to mend, at a field of the entry. `other`: the id of another entry that has to do with it."""

    field: str
    message: str
    other: str = ""


def sketch(data: Mapping[str, Any]) -> Entry:
    """The entry as far as it is written, sound or not. For looking at, not for keeping."""
    try:
        return Entry.model_validate(data)
    except ValidationError:
        pass
    written: dict[str, Any] = {"id": "", "title": "", "answer": "", "questions": ()}
    for name, value in data.items():
        if name in Entry.model_fields and value is not None:
            written[name] = tuple(value) if isinstance(value, list) else value
    written["kind"] = Kind(data["kind"]) if data.get("kind") in Kind else Kind.SCENARIO
    return Entry.model_construct(None, **written)


def own_faults(data: Mapping[str, Any]) -> list[FieldFault]:
    """What the entry's shape forbids, and what its fields contradict among themselves."""
    try:
        Entry.model_validate(data)
    except ValidationError as error:
        found = [FieldFault(_field(e, data), _quoted(e["loc"], e["input"]) + what_to_do(e)) for e in mistakes(error)]
    else:
        found = []
    return [*found, *_bounded(sketch(data))]


def _field(error: ErrorDetails, data: Mapping[str, Any]) -> str:
    """Where the fault is looked for: an entry without any question lacks questions first."""
    field = str(error["loc"][0])
    return "questions" if field == "boundary" and not data.get("boundary") else field


def _quoted(location: tuple[int | str, ...], value: object) -> str:
    """Which line of a list is meant."""
    if len(location) < 2 or not isinstance(value, str):
        return ""
    return f"「{value[:QUOTED]}{'…' if len(value) > QUOTED else ''}」: "


def _bounded(entry: Entry) -> Iterator[FieldFault]:
    for question, word in bounded_questions(entry):
        yield FieldFault(
            "questions", f"「{question}」に境界の言葉「{word}」があります。境界の質問へ移すか、言葉を改めてください"
        )


def shared_faults(entry: Entry, others: Iterable[Entry]) -> Iterator[FieldFault]:
    """Questions that stand twice in the entry, or in one of the others, too."""
    for found, question, other in shared_questions([*others, entry]):
        if found is not entry:
            continue
        field = "questions" if question in entry.questions else "boundary"
        if other == entry.id:
            yield FieldFault(field, f"「{question}」が二度書かれています。どちらか一方にしてください")
        else:
            yield FieldFault(field, f"「{question}」は別の項目にもあります。どちらか一方にしてください", other)


def naming_faults(entry: Entry, kinds: Mapping[str, str]) -> Iterator[FieldFault]:
    """Entries that it names and may not. kinds: of the entries that exist, by id."""
    for field, target in named(entry):
        if target not in kinds:
            yield FieldFault(field, f"「{target}」という項目はもうありません。外してください")
        elif kinds[target] not in MAY_NAME[field]:
            allowed = "、".join(name for kind, name in KIND_NAMES.items() if kind in MAY_NAME[field])
            yield FieldFault(field, f"選べるのは次の種類の項目です({allowed})。外してください", target)
