"""One entry from its row and its questions."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from knowledge.domain.faults import Fault, mistakes, what_to_do
from knowledge.domain.schema import Entry, Kind
from knowledge.domain.sheets import cells
from knowledge.domain.sheets.cells import Unsuitable
from knowledge.domain.sheets.columns import DATES, ENTRY_FIELDS, HEADINGS, LISTS, REFERENCES, ROLES
from knowledge.domain.sheets.questions import FOUND_BY, Placed
from knowledge.domain.sheets.table import Line

_READERS: dict[str, Callable[..., Any]] = {
    **dict.fromkeys(ENTRY_FIELDS, cells.text),
    **dict.fromkeys((*LISTS, *REFERENCES), cells.lines),
    **dict.fromkeys(DATES, cells.day),
    "kind": cells.kind,
    "about_coverage": cells.yes,
}
_NO_QUESTION = "質問が1件もありません。区分が「質問」の行を足してください"


@dataclass
class RowRead:
    """What a row of an entry holds. `unread`: fields whose cells or questions could not be read."""

    line: Line
    asked: Mapping[str, list[Placed]]
    unread: set[str]
    data: dict[str, Any] = field(default_factory=dict)
    numbers: dict[str, list[int]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def __post_init__(self) -> None:
        for name in ENTRY_FIELDS:
            if name in self.line.table.columns:
                self._read(name)
            else:
                self.unread.add(name)
        self.data |= {role: [text for text, _ in self.asked.get(role, ())] for role in ROLES}

    def _read(self, name: str) -> None:
        try:
            value = _READERS[name](self.line.value(name))
        except Unsuitable as error:
            self.unread.add(name)
            self.faults.append(Fault(self.line.place(name), 0, f"{HEADINGS[name]}: {error}"))
            return
        if name in (*LISTS, *REFERENCES):
            self.numbers[name] = [number for number, _ in value]
            value = [text.split()[0] if name in REFERENCES else text for _, text in value]
        self.data[name] = value

    def entry(self) -> Entry | None:
        """The entry, when all of it is sound; else its faults are complete."""
        try:
            entry = Entry.model_validate(self.data)
        except ValidationError as error:
            wrong = [e for e in mistakes(error) if e["loc"][0] not in self.unread]
            self.faults += [Fault(*self._said(e)) for e in wrong]
            self.unread |= {str(e["loc"][0]) for e in wrong}
            return None
        return None if self.faults or self.unread else entry

    def stand_in(self) -> Entry | None:
        """What is sound of a broken row, unvalidated: enough to look for what is wrong between entries."""
        if {"id", "kind"} & self.unread or not isinstance(self.data.get("kind"), Kind):
            return None
        unsound = self.unread.difference(ROLES)
        return Entry.model_construct(**{name: value for name, value in self.data.items() if name not in unsound})

    def place(self, name: str, value: str) -> str:
        """Where a value of this field stands: questions have rows of their own."""
        return self._questions.get(value, self.line.place("id")) if name in ROLES else self.line.place(name)

    @cached_property
    def _questions(self) -> dict[str, str]:
        return {text: place for role in FOUND_BY for text, place in self.asked.get(role, ())}

    def _said(self, error: ErrorDetails) -> tuple[str, int, str]:
        name, *inside = error["loc"]
        what = what_to_do(error)
        if name in ROLES:
            if not inside:
                return self.line.place("id"), 0, _NO_QUESTION
            return self.asked[str(name)][int(inside[0])][1], 0, f"文: {what}"
        if inside:
            what = f"{self.numbers[str(name)][int(inside[0])]}行目: {what}"
        return self.line.place(str(name)), 0, f"{HEADINGS[str(name)]}: {what}"
