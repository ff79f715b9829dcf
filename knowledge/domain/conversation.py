"""What is answered to a message, given what was discussed before it: follow-ups, several questions, definitions."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from knowledge.domain import follow_up, message
from knowledge.domain.answer import Answer, compose, compose_menu
from knowledge.domain.follow_up import Changed, More, Regarding
from knowledge.domain.matcher import Candidate
from knowledge.domain.names import Names
from knowledge.domain.schema import COVERAGE_KINDS, PAGE_KINDS, PAYABLE_KINDS, Entry, Kind
from knowledge.domain.verdict import SHOWN, Decision, Verdict

ABOUT_CASE = "先ほどの「{case}」についてお調べしました。"
WITH_CHANGE = "先ほどのご質問に「{what}」という条件を加えてお調べしました。"

_DEFINES = re.compile(
    r"(?:とは|って(?:何|なに|なん|どういう)|の意味|という(?:の|言葉)は|どういう(?:意味|もの|費用|お金)|何のこと)"
)
_ONLY_NAMES = re.compile(r".{1,14}(?:は|も|とか)[?？。]*")
_CASES = frozenset({Kind.SCENARIO, Kind.FEATURE})
_SORTS = {"費用": PAYABLE_KINDS, "お金": PAYABLE_KINDS, "サービス": frozenset({Kind.SERVICE})}
_SORTS |= dict.fromkeys(("ケース", "事故", "例", "場合"), _CASES)
_FAMILIES = (_CASES, PAYABLE_KINDS)


class Knowledge(Protocol):
    """What is known: the live release (knowledge.live), or drafts."""

    @property
    def names(self) -> Names: ...
    def valid(self) -> Mapping[str, Entry]: ...
    def rank(self, text: str) -> list[Candidate]: ...
    def decide(self, text: str) -> Decision: ...


@dataclass(frozen=True)
class Before:
    """The exchange before: what was asked (in full), the verdict, and every entry told so far on this subject."""

    question: str
    verdict: Verdict
    entry_ids: tuple[str, ...]


@dataclass(frozen=True)
class Reply:
    """question: what was answered, in full; entry_ids: what it concerned."""

    question: str
    answer: Answer

    def before(self, told: tuple[str, ...] = ()) -> Before:
        """This exchange, as the next message sees it."""
        shown = tuple(entry.id for entry in self.answer.entries)
        return Before(self.question, self.answer.verdict, tuple(dict.fromkeys((*shown, *told))))


def replies(text: str, before: Before | None, knowledge: Knowledge) -> list[Reply]:
    """One reply for each thing asked. It is asked back at most once in a row."""
    if before and (reply := _follow_up(text, before, knowledge)):
        return [reply]
    parts = message.questions(text, knowledge.names)
    decided = [(part, _decide(part, knowledge)) for part in parts]
    if len(decided) > 1 and not _distinct([decision for _, decision in decided]):
        decided = [(text, _decide(text, knowledge))]
    asked_back = before is not None and before.verdict is Verdict.CLARIFY
    entries = knowledge.valid()
    return [Reply(part, compose(_concluded(d) if asked_back else d, entries)) for part, d in decided]


def _decide(text: str, knowledge: Knowledge) -> Decision:
    """The decision; what a listed item means is information about it, however uncertain its use."""
    decision = knowledge.decide(text)
    if _DEFINES.search(text):
        named = [name.entry_id for name in knowledge.names.find(text)]
        if len(set(named)) == 1 and named[0] in decision.entry_ids:
            return replace(decision, verdict=Verdict.INFO, entry_ids=(named[0],), topic=None)
    return decision


def _concluded(decision: Decision) -> Decision:
    """Without asking back once more."""
    return replace(decision, verdict=Verdict.UNDETERMINED) if decision.verdict is Verdict.CLARIFY else decision


def _distinct(decisions: list[Decision]) -> bool:
    """Whether every question has an answer of its own, none of them asked back about."""
    settled = all(d.verdict not in {Verdict.CLARIFY, Verdict.NONE, Verdict.DECLINED} for d in decisions)
    return settled and len({d.topic or d.entry_ids[:1] for d in decisions}) == len(decisions)


def _follow_up(text: str, before: Before, knowledge: Knowledge) -> Reply | None:
    match follow_up.read(text, before.question):
        case More(what):
            return _more(what, before, knowledge)
        case Changed() as changed:
            return _with_change(text, changed, before, knowledge)
        case Regarding(question):
            return _regarding(question, before, knowledge)
        case _:
            return _regarding(text, before, knowledge) if _names_a_cost(text, knowledge) else None


def _names_a_cost(text: str, knowledge: Knowledge) -> bool:
    """「見舞金は?」: nothing but the name of one cost, so it is asked about the case just discussed."""
    named = {name.entry_id for name in knowledge.names.find(text)} if _ONLY_NAMES.fullmatch(text.strip()) else set()
    entries = knowledge.valid()
    return len(named) == 1 and all(i in entries and entries[i].kind in PAYABLE_KINDS for i in named)


def _more(what: str, before: Before, knowledge: Knowledge) -> Reply | None:
    """Entries of the same family not told yet, those nearest to the question first."""
    entries = knowledge.valid()
    told = [entries[i] for i in before.entry_ids if i in entries]
    if not told:
        return None
    kind = next((entry.kind for entry in told if entry.kind in COVERAGE_KINDS), told[0].kind)
    family = _SORTS.get(what) or next((family for family in _FAMILIES if kind in family), frozenset({kind}))
    others = [c.entry_id for c in knowledge.rank(before.question) if entries[c.entry_id].kind in family]
    new = [entry_id for entry_id in others if entry_id not in before.entry_ids]
    return Reply(before.question, compose_menu(tuple(new[:SHOWN]), entries))


def _with_change(text: str, changed: Changed, before: Before, knowledge: Knowledge) -> Reply:
    """The question before with one thing changed; nothing is concluded unless it took the place of its like."""
    alone = knowledge.decide(text)
    if alone.verdict is Verdict.DECLINED and not changed.substituted:
        return Reply(text, compose(alone, knowledge.valid()))
    decision = _concluded(knowledge.decide(changed.question))
    if not changed.substituted and decision.verdict is Verdict.LISTED:
        near = dict.fromkeys((*alone.entry_ids[:1], *decision.entry_ids))
        decision = replace(decision, verdict=Verdict.UNDETERMINED, entry_ids=tuple(near)[:SHOWN])
    answer = compose(decision, knowledge.valid())
    return Reply(changed.question, answer.led_by(WITH_CHANGE.format(what=changed.what)))


def _regarding(question: str, before: Before, knowledge: Knowledge) -> Reply:
    """A cost asked for in the case just discussed: listed only if the case names it."""
    entries = knowledge.valid()
    decision = _concluded(_decide(question, knowledge))
    case = next((entries[i] for i in before.entry_ids if i in entries and entries[i].kind in _CASES), None)
    asked = entries.get(decision.entry_ids[0]) if decision.entry_ids else None
    if case is None or asked is None or decision.verdict is Verdict.NOT_LISTED or asked.kind not in PAGE_KINDS:
        return Reply(question, compose(decision, entries))
    if asked.kind not in PAYABLE_KINDS:
        return _again(question, decision, before, knowledge)
    verdict = decision.verdict
    if verdict is Verdict.LISTED and not (before.verdict is Verdict.LISTED and asked.id in case.pays_for):
        verdict = Verdict.UNDETERMINED
    near = (asked.id, case.id)
    answer = compose(replace(decision, verdict=verdict, entry_ids=near), entries)
    return Reply(f"{case.title}: {question}", answer.led_by(ABOUT_CASE.format(case=case.title)))


def _again(question: str, decision: Decision, before: Before, knowledge: Knowledge) -> Reply:
    """「その場合は補償されますか」 asks the question before again; what names another entry is that entry's."""
    entries = knowledge.valid()
    if decision.entry_ids and entries[decision.entry_ids[0]].kind not in COVERAGE_KINDS:
        return Reply(question, compose(decision, entries))
    whole = f"{before.question}。{question}"
    return Reply(whole, compose(_concluded(knowledge.decide(whole)), entries))
