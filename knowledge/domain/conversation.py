"""What is answered to a message, given what was discussed before it: several questions, definitions, follow-ups."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from knowledge.domain import message
from knowledge.domain.answer import Answer, compose
from knowledge.domain.matching.matcher import Candidate
from knowledge.domain.matching.verdict import Decision, Verdict
from knowledge.domain.names import Names
from knowledge.domain.schema import CASE_KINDS, Entry

_DEFINES = re.compile(
    r"(?:(?:とは|という(?:の|言葉)は)(?=$|[?？。、,\s]|何|なに|なん|どう|どんな)"
    r"|って(?:何|なに|なん|どういう)|の意味|どういう(?:意味|もの|費用|お金)|何のこと)"
)


class Knowledge(Protocol):
    """What is known: the live release (knowledge.live), or drafts."""

    @property
    def names(self) -> Names: ...
    def valid(self) -> Mapping[str, Entry]: ...
    def rank(self, text: str) -> list[Candidate]: ...
    def decide(self, text: str) -> Decision: ...


@dataclass(frozen=True)
class Before:
    """The exchange before, as a follow-up needs it.

    question: what was answered, in full; entry_ids: every entry told so far on this subject, the latest first;
    listed_case: the scenario or feature entry that was listed ("" if none was); doubtful: the question holds a
    condition that the page does not settle, so nothing that builds on it is concluded."""

    question: str
    verdict: Verdict
    entry_ids: tuple[str, ...]
    listed_case: str = ""
    doubtful: bool = False


@dataclass(frozen=True)
class Reply:
    """question: what was answered, in full. about: the exchange this one builds on, if it does."""

    question: str
    answer: Answer
    about: Before | None = None
    doubtful: bool = False

    def before(self) -> Before:
        """This exchange, as the next message sees it."""
        shown = tuple(entry.id for entry in self.answer.entries)
        first = self.answer.entries[0] if self.answer.entries else None
        listed = self.answer.verdict is Verdict.LISTED and first is not None and first.kind in CASE_KINDS
        kept = self.about.listed_case if self.about else ""
        told = (*shown, *(self.about.entry_ids if self.about else ()))
        return Before(
            message.without_opening(self.question),
            self.answer.verdict,
            tuple(dict.fromkeys(told)),
            first.id if listed and first else kept,
            self.doubtful,
        )


def replies(text: str, before: Before | None, knowledge: Knowledge) -> list[Reply]:
    """One reply for each thing asked; a message that stands on its own. It is asked back at most once in a row."""
    parts = message.questions(text, knowledge.names)
    decided = [(part, decide_question(part, knowledge)) for part in parts]
    if len(decided) > 1 and not _distinct([decision for _, decision in decided]):
        decided = [(text, decide_question(text, knowledge))]
    asked_back = before is not None and before.verdict is Verdict.CLARIFY
    entries = knowledge.valid()
    return [Reply(part, compose(not_asking_back(d) if asked_back else d, entries)) for part, d in decided]


def decide_question(text: str, knowledge: Knowledge) -> Decision:
    """The decision; what a listed item means is information about it, however uncertain its use."""
    decision = knowledge.decide(message.without_opening(text))
    if _DEFINES.search(text):
        named = {name.entry_id for name in knowledge.names.find(text)}
        if len(named) == 1 and named <= set(decision.entry_ids):
            return replace(decision, verdict=Verdict.INFO, entry_ids=tuple(named), topic=None)
    return decision


def not_asking_back(decision: Decision) -> Decision:
    """The decision, undetermined where it would be asked back."""
    return replace(decision, verdict=Verdict.UNDETERMINED) if decision.verdict is Verdict.CLARIFY else decision


def _distinct(decisions: list[Decision]) -> bool:
    """Whether every question has an answer of its own, none of them asked back about."""
    settled = all(d.verdict not in {Verdict.CLARIFY, Verdict.NONE, Verdict.DECLINED} for d in decisions)
    return settled and len({d.topic or d.entry_ids[:1] for d in decisions}) == len(decisions)
