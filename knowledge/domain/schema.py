"""The shape of a knowledge entry: one YAML file, one row in the staff pages, one target of the matcher."""

import datetime
import re
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from knowledge.domain.text import clean

ID_PATTERN = r"^[a-z_]+\.[a-z0-9_]+$"
_FOLDED = re.compile(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])")
PROMISES = re.compile(r"必ず|確実に|全額|100\s*[%％]|間違いなく支払")


class Kind(StrEnum):
    """What an entry is about; it decides which verdict a match may lead to (knowledge.domain.verdict)."""

    SCENARIO = "scenario"
    FEATURE = "feature"
    LIABILITY = "liability"
    COST = "cost"
    SERVICE = "service"
    FLOW = "flow"
    ISMS = "isms"
    OVERVIEW = "overview"
    CONDITION = "condition"
    SILENT = "silent"
    OUTSIDE = "outside"
    SMALL_TALK = "small_talk"


COVERAGE_KINDS = frozenset({Kind.SCENARIO, Kind.FEATURE, Kind.LIABILITY, Kind.COST})
INFORMATION_KINDS = frozenset({Kind.SERVICE, Kind.FLOW, Kind.ISMS, Kind.OVERVIEW, Kind.CONDITION})
PAGE_KINDS = COVERAGE_KINDS | INFORMATION_KINDS
"""Kinds whose entries stand on the source page; the others say what the page is silent on."""

PAYABLE_KINDS = frozenset({Kind.LIABILITY, Kind.COST})


def _trimmed(value: object) -> object:
    return clean(value) if isinstance(value, str) else value


def _prose(value: object) -> object:
    """Japanese has no space between sentences; YAML's folded lines leave one."""
    return _FOLDED.sub("", clean(value)) if isinstance(value, str) else value


Prose = Annotated[str, BeforeValidator(_prose), Field(min_length=1, max_length=600)]
Text = Annotated[str, BeforeValidator(_trimmed), Field(min_length=1, max_length=1000)]
EntryId = Annotated[str, Field(pattern=ID_PATTERN, max_length=80)]


class Entry(BaseModel):
    """One entry. `questions` must find it, `boundary` find it but must not be concluded, `not_questions` must not."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: EntryId
    kind: Kind
    title: Text
    aliases: tuple[Text, ...] = ()
    answer: Prose
    boundary_note: Annotated[str, BeforeValidator(_prose), Field(max_length=300)] = ""
    conditions: tuple[EntryId, ...] = ()
    pays_for: tuple[EntryId, ...] = ()
    source: str = ""
    questions: tuple[Text, ...] = Field(min_length=1)
    boundary: tuple[Text, ...] = ()
    not_questions: tuple[Text, ...] = ()
    valid_from: datetime.date | None = None
    valid_until: datetime.date | None = None

    @model_validator(mode="after")
    def _consistent(self) -> "Entry":
        if self.id.split(".")[0] != self.kind.value:
            raise ValueError(f"id の先頭は種類と同じ「{self.kind.value}.」にしてください")
        if self.kind in PAGE_KINDS and not self.source:
            raise ValueError("source(出典の見出し)を書いてください")
        if promise := PROMISES.search(self.answer):
            raise ValueError(f"answer に支払いを約束する言葉「{promise.group()}」は使えません")
        if self.valid_from and self.valid_until and self.valid_from > self.valid_until:
            raise ValueError("valid_until(終了日)が valid_from(開始日)より前です")
        return self

    def valid_on(self, day: datetime.date) -> bool:
        """Whether the entry may answer on this day; both ends belong to the period."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )
