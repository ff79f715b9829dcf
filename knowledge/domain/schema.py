"""The shape of a knowledge entry: one YAML file, one row in the staff pages, one target of the matcher."""

import datetime
import re
import unicodedata
from enum import StrEnum
from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    field_validator,
)
from pydantic_core import PydanticCustomError

from knowledge.domain.text import clean

ID_PATTERN = r"^[a-z_]+\.[a-z0-9_]+$"
_FOLDED = re.compile(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])")
PROMISES = re.compile(r"必ず|確実に|全額|100\s*[%％]|間違いなく支払")


class Kind(StrEnum):
    """What an entry is about; it decides which verdict a match may lead to (knowledge.domain.matching.verdict)."""

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
    VAGUE = "vague"


COVERAGE_KINDS = frozenset({Kind.SCENARIO, Kind.FEATURE, Kind.LIABILITY, Kind.COST})
INFORMATION_KINDS = frozenset({Kind.SERVICE, Kind.FLOW, Kind.ISMS, Kind.OVERVIEW, Kind.CONDITION})
PAGE_KINDS = COVERAGE_KINDS | INFORMATION_KINDS
"""Kinds whose entries stand on the source page; the others say what the page is silent on."""

CASE_KINDS = frozenset({Kind.SCENARIO, Kind.FEATURE})
"""What happened, as against what it costs."""

PAYABLE_KINDS = frozenset({Kind.LIABILITY, Kind.COST})


def _trimmed(value: object) -> object:
    return clean(value) if isinstance(value, str) else value


def _prose(value: object) -> object:
    """Japanese has no space between sentences; YAML's folded lines leave one."""
    return _FOLDED.sub("", clean(value)) if isinstance(value, str) else value


def _no_promise(value: str) -> str:
    if promise := PROMISES.search(unicodedata.normalize("NFKC", value)):
        raise ValueError(f"支払いを約束する言葉「{promise.group()}」は使えません")
    return value


NO_QUESTION = "no_question"
"""Type of the error that nothing finds the entry: seen at `boundary`, the last of what could, meant of `questions`."""

Text = Annotated[str, Field(min_length=1, max_length=1000), BeforeValidator(_trimmed)]
Answer = Annotated[str, Field(min_length=1, max_length=600), BeforeValidator(_prose), AfterValidator(_no_promise)]
Note = Annotated[str, Field(max_length=300), BeforeValidator(_prose), AfterValidator(_no_promise)]
EntryId = Annotated[str, Field(pattern=ID_PATTERN, max_length=80)]


class Entry(BaseModel):
    """One entry. `questions` must find it, `boundary` find it but must not be concluded, `not_questions` must not.
    An entry of the page without questions of its own settles nothing: whatever finds it is left to a person.

    `boundary_words`: a question with one of them is not concluded either, whatever else it says.

    `see_also`: entries of the page offered beside the reply where the page itself is silent, or to choose from where
    the message is vague. `about_coverage`: whether
    a silent topic asks for what is paid, so that its reply ends with the reservation."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Kind
    id: EntryId
    title: Text
    aliases: tuple[Text, ...] = ()
    answer: Answer
    boundary_note: Note = ""
    conditions: tuple[EntryId, ...] = ()
    pays_for: tuple[EntryId, ...] = ()
    see_also: tuple[EntryId, ...] = ()
    about_coverage: bool = True
    source: Annotated[str, BeforeValidator(_trimmed), Field(validate_default=True)] = ""
    questions: tuple[Text, ...] = ()
    boundary: Annotated[tuple[Text, ...], Field(validate_default=True)] = ()
    boundary_words: tuple[Text, ...] = ()
    not_questions: tuple[Text, ...] = ()
    valid_from: datetime.date | None = None
    valid_until: datetime.date | None = None

    @field_validator("id")
    @classmethod
    def _named_after_its_kind(cls, value: str, info: ValidationInfo) -> str:
        kind = info.data.get("kind")
        if kind and value.split(".")[0] != kind.value:
            raise ValueError(f"先頭は種類と同じ「{kind.value}.」にしてください")
        return value

    @field_validator("boundary")
    @classmethod
    def _can_be_found(cls, value: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        settles_nothing = info.data.get("kind") in PAGE_KINDS and value
        if not (info.data.get("questions", "faulty") or settles_nothing):
            raise PydanticCustomError(NO_QUESTION, "no question finds this entry")
        return value

    @field_validator("source")
    @classmethod
    def _stands_on_the_page(cls, value: str, info: ValidationInfo) -> str:
        if info.data.get("kind") in PAGE_KINDS and not value:
            raise ValueError("出典の見出しを書いてください")
        return value

    @field_validator("valid_until")
    @classmethod
    def _ends_after_it_starts(cls, value: datetime.date | None, info: ValidationInfo) -> datetime.date | None:
        start = info.data.get("valid_from")
        if start and value and start > value:
            raise ValueError("終了日が開始日(valid_from)より前です")
        return value

    def valid_on(self, day: datetime.date) -> bool:
        """Whether the entry may answer on this day; both ends belong to the period."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )
