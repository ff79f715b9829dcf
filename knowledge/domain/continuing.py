"""What is answered to a message that builds on the exchange before it (knowledge.domain.follow_up)."""

import re
from collections.abc import Mapping
from dataclasses import replace

from knowledge.domain import follow_up, message
from knowledge.domain.answer import compose, compose_menu
from knowledge.domain.conversation import Before, Knowledge, Reply, decide_question, not_asking_back
from knowledge.domain.follow_up import Changed, More, Paid, Regarding
from knowledge.domain.matching.verdict import SHOWN, Decision, Verdict
from knowledge.domain.schema import CASE_KINDS, COVERAGE_KINDS, PAGE_KINDS, PAYABLE_KINDS, Entry, Kind

ABOUT_CASE = "先ほどの「{case}」についてお調べしました。"
WITH_CHANGE = "先ほどのご質問に「{what}」という条件を加えてお調べしました。"

_ONLY_A_NAME = re.compile(r".{1,14}(?:は|も|とか)[?？。]*")
_SORTS = {"費用": PAYABLE_KINDS, "お金": PAYABLE_KINDS, "サービス": frozenset({Kind.SERVICE})}
_SORTS |= dict.fromkeys(("ケース", "事故", "例", "場合"), CASE_KINDS)
_FAMILIES = (CASE_KINDS, PAYABLE_KINDS)


def continued(text: str, before: Before, knowledge: Knowledge) -> list[Reply]:
    """The replies to a follow-up; none when the message stands on its own."""
    match follow_up.read(text, before.question):
        case More(what):
            return _more(what, before, knowledge)
        case Changed() as changed:
            return [] if _stands_alone(changed, before, knowledge) else [_with_change(changed, before, knowledge)]
        case Paid():
            case = _case(before, knowledge.valid())
            return [_paid(case, before, knowledge)] if case else []
        case Regarding(question):
            return [_regarding(part, before, knowledge) for part in message.questions(question, knowledge.names)]
        case _:
            return [_regarding(text, before, knowledge)] if _names_a_cost(text, knowledge) else []


def _names_a_cost(text: str, knowledge: Knowledge) -> bool:
    """「見舞金は?」: nothing but the name of one cost, so it is asked about the case just discussed."""
    named = {name.entry_id for name in knowledge.names.find(text)} if _ONLY_A_NAME.fullmatch(text.strip()) else set()
    entries = knowledge.valid()
    return len(named) == 1 and all(i in entries and entries[i].kind in PAYABLE_KINDS for i in named)


def _more(what: str, before: Before, knowledge: Knowledge) -> list[Reply]:
    """Entries of the same family not told yet, those nearest to the question first."""
    entries = knowledge.valid()
    told = [entries[i] for i in before.entry_ids if i in entries]
    if not told:
        return []
    kind = next((entry.kind for entry in told if entry.kind in COVERAGE_KINDS), told[0].kind)
    family = _SORTS.get(what) or next((family for family in _FAMILIES if kind in family), frozenset({kind}))
    others = [c.entry_id for c in knowledge.rank(before.question) if entries[c.entry_id].kind in family]
    new = [entry_id for entry_id in others if entry_id not in before.entry_ids]
    answer = compose_menu(tuple(new[:SHOWN]), entries)
    return [Reply(before.question, answer, about=before, doubtful=before.doubtful)]


def _stands_alone(changed: Changed, before: Before, knowledge: Knowledge) -> bool:
    """Whether half a sentence is a question of its own: it names another entry, or there is no case to put it to."""
    if not changed.clause:
        return False
    case, alone = _case(before, knowledge.valid()), knowledge.decide(changed.what)
    if case is None or alone.verdict is Verdict.DECLINED:
        return True
    return alone.verdict in {Verdict.LISTED, Verdict.INFO} and alone.entry_ids[:1] != (case.id,)


def _with_change(changed: Changed, before: Before, knowledge: Knowledge) -> Reply:
    """The question before with one thing changed; nothing is concluded unless it took the place of its like."""
    entries = knowledge.valid()
    alone = knowledge.decide(changed.what if changed.clause else f"{changed.what}の場合は?")
    if alone.verdict is Verdict.DECLINED and not changed.settled:
        return Reply(changed.what, compose(alone, entries))
    doubtful = before.doubtful or not changed.settled
    decision = not_asking_back(knowledge.decide(changed.question))
    if doubtful:
        told = COVERAGE_KINDS | {Kind.CONDITION}
        near = [i for i in alone.entry_ids[:2] if alone.topic is None and entries[i].kind in told]
        decision = _doubted(decision, (*near, *decision.entry_ids))
    answer = compose(decision, entries).led_by(WITH_CHANGE.format(what=changed.what))
    return Reply(changed.question, answer, doubtful=doubtful)


def _regarding(question: str, before: Before, knowledge: Knowledge) -> Reply:
    """A cost asked for in the case just discussed: listed only if the case was, and names the cost."""
    entries = knowledge.valid()
    decision = not_asking_back(decide_question(question, knowledge))
    case = _case(before, entries)
    asked = entries.get(decision.entry_ids[0]) if decision.entry_ids else None
    if case is None or asked is None or decision.verdict is Verdict.NOT_LISTED or asked.kind not in PAGE_KINDS:
        return Reply(question, compose(decision, entries))
    if asked.kind not in PAYABLE_KINDS:
        return _again(question, asked, decision, before, knowledge)
    paid = _was_listed(case, before) and asked.id in case.pays_for
    decision = replace(decision, entry_ids=(asked.id, case.id))
    decision = decision if paid or decision.verdict is not Verdict.LISTED else _doubted(decision, decision.entry_ids)
    answer = compose(decision, entries).led_by(ABOUT_CASE.format(case=case.title))
    return Reply(f"{case.title}: {question}", answer, about=before, doubtful=before.doubtful)


def _case(before: Before, entries: Mapping[str, Entry]) -> Entry | None:
    """The scenario or feature entry under discussion."""
    return next((entries[i] for i in before.entry_ids if i in entries and entries[i].kind in CASE_KINDS), None)


def _was_listed(case: Entry, before: Before) -> bool:
    """Whether it may be built upon that the case is listed."""
    return before.listed_case == case.id and not before.doubtful


def _again(question: str, asked: Entry, decision: Decision, before: Before, knowledge: Knowledge) -> Reply:
    """「その場合は補償されますか」 asks the question before again; what names another entry is that entry's."""
    entries = knowledge.valid()
    if asked.kind not in COVERAGE_KINDS:
        return Reply(question, compose(decision, entries))
    whole = f"{before.question}。{question}"
    decision = not_asking_back(knowledge.decide(whole))
    if before.doubtful:
        decision = _doubted(decision, decision.entry_ids)
    return Reply(whole, compose(decision, entries), about=before, doubtful=before.doubtful)


def _paid(case: Entry, before: Before, knowledge: Knowledge) -> Reply:
    """The case itself, which lists what it pays for; concluded only if it was listed."""
    decision = Decision(Verdict.LISTED if _was_listed(case, before) else Verdict.UNDETERMINED, (case.id,))
    return Reply(before.question, compose(decision, knowledge.valid()), about=before, doubtful=before.doubtful)


def _doubted(decision: Decision, near: tuple[str, ...]) -> Decision:
    """The decision without its conclusion, naming what is near."""
    if decision.verdict not in {Verdict.LISTED, Verdict.UNDETERMINED}:
        return decision
    return replace(decision, verdict=Verdict.UNDETERMINED, entry_ids=tuple(dict.fromkeys(near))[:SHOWN])
