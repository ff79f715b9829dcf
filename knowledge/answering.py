"""What the actions ask for: an answer from the live release, and the record of what it could not answer."""

from dataclasses import dataclass

from django.utils import timezone

from knowledge import choices, live, unanswered
from knowledge.domain.answer import Answer
from knowledge.domain.choosing import chosen, is_none
from knowledge.domain.continuing import continued
from knowledge.domain.conversation import Before, Reply, replies
from knowledge.domain.matching.verdict import SHOWN, Decision, Verdict
from knowledge.domain.schema import COVERAGE_KINDS, PAGE_KINDS

CONTACT = "flow.inquiry"
"""The entry that says how to reach a person."""


@dataclass(frozen=True)
class Answered:
    """An answer, the number of the release it comes from, and what the next message needs to know of it."""

    answer: Answer
    release: int
    before: Before | None = None


def answer_question(text: str, before: Before | None = None) -> list[Answered]:
    """Answer each thing asked from the live release, and keep what is not settled for staff. Raises live.NoRelease."""
    if before and before.verdict is Verdict.CLARIFY and (typed := _typed_choice(text, before)):
        return [typed]
    knowledge = live.current()
    found = (continued(text, before, knowledge) if before else []) or replies(text, before, knowledge)
    for reply in found:
        unanswered.remember(reply.question, reply.answer)
    return [Answered(reply.answer, knowledge.number, reply.before()) for reply in found]


def _typed_choice(text: str, before: Before) -> Answered | None:
    """What a button would have done, when the visitor types the choice instead."""
    if is_none(text):
        return none_of_these(before)
    entries = live.current().entries
    entry_id = chosen(text, [entries[i] for i in before.entry_ids if i in entries])
    return choose_entry(entry_id, before) if entry_id else None


def choose_entry(entry_id: str, before: Before | None = None) -> Answered:
    """The entry a visitor chose by its button; what it was chosen for, when asked back, is evidence for staff."""
    if before and before.verdict is Verdict.CLARIFY and entry_id in before.entry_ids:
        choices.remember(before.question, entry_id)
    return show_entry(entry_id)


def show_entry(entry_id: str) -> Answered:
    """The entry itself; one that is gone since, or not on the page, is `not_listed`."""
    knowledge = live.current()
    entry = knowledge.entries.get(entry_id)
    if entry is None or entry.kind not in PAGE_KINDS or not entry.valid_on(timezone.localdate()):
        decision = Decision(Verdict.NOT_LISTED)
    else:
        verdict = Verdict.LISTED if entry.kind in COVERAGE_KINDS else Verdict.INFO
        decision = Decision(verdict, (entry_id,))
    answer = knowledge.compose(decision)
    return Answered(answer, knowledge.number, Reply(entry.title, answer).before() if entry else None)


def none_of_these(before: Before | None = None) -> Answered:
    """None of the offered entries fits: nothing is listed, a person can help; staff get the question."""
    knowledge = live.current()
    answer = knowledge.compose(Decision(Verdict.NOT_LISTED))
    if before and before.verdict is Verdict.CLARIFY:
        choices.remember(before.question, choices.NONE)
        unanswered.remember(before.question, answer)
    return Answered(answer, knowledge.number)


def hand_over(text: str = "", in_progress: bool = False) -> Answered:
    """How to reach a person first, then what is near the text; concludes nothing, and declines another business.

    Nobody in the middle of an accident is declined, however the words sound."""
    knowledge = live.current()
    decision = knowledge.decide(text) if text else Decision(Verdict.INFO)
    if decision.verdict is Verdict.DECLINED and not in_progress:
        return Answered(knowledge.compose(decision), knowledge.number)
    ids = [i for i in dict.fromkeys((CONTACT, *decision.entry_ids)) if i in knowledge.valid()][:SHOWN]
    open_question = in_progress or decision.verdict in unanswered.KEPT
    verdict = Verdict.UNDETERMINED if open_question else Verdict.INFO if ids else Verdict.NOT_LISTED
    return Answered(knowledge.compose(Decision(verdict, tuple(ids))), knowledge.number)
