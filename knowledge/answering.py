"""What the actions ask for: an answer from the live release, and the record of what it could not answer."""

from dataclasses import dataclass

from django.utils import timezone

from knowledge import live, unanswered
from knowledge.domain.answer import Answer
from knowledge.domain.schema import COVERAGE_KINDS, PAGE_KINDS
from knowledge.domain.verdict import Decision, Verdict

CONTACT = "flow.inquiry"
"""The entry that says how to reach a person."""


@dataclass(frozen=True)
class Answered:
    """An answer and the number of the release it comes from."""

    answer: Answer
    release: int


def answer_question(text: str) -> Answered:
    """Answer from the live release, and keep the question for staff if it is not settled. Raises live.NoRelease."""
    knowledge = live.current()
    answer = knowledge.answer(text)
    unanswered.remember(text, answer)
    return Answered(answer, knowledge.number)


def show_entry(entry_id: str) -> Answered:
    """The entry itself, as chosen by a button; one that is gone since, or not on the page, is `not_listed`."""
    knowledge = live.current()
    entry = knowledge.entries.get(entry_id)
    if entry is None or entry.kind not in PAGE_KINDS or not entry.valid_on(timezone.localdate()):
        decision = Decision(Verdict.NOT_LISTED, (), None, 0.0)
    else:
        verdict = Verdict.LISTED if entry.kind in COVERAGE_KINDS else Verdict.INFO
        decision = Decision(verdict, (entry_id,), None, 1.0)
    return Answered(knowledge.compose(decision), knowledge.number)


def none_of_these() -> Answered:
    """None of the offered entries fits: nothing is listed, a person can help."""
    knowledge = live.current()
    return Answered(knowledge.compose(Decision(Verdict.NOT_LISTED, (), None, 0.0)), knowledge.number)


def hand_over(text: str = "", in_progress: bool = False) -> Answered:
    """How to reach a person first, then what is near the text; concludes nothing, and declines another business.

    Nobody in the middle of an accident is declined, however the words sound."""
    knowledge = live.current()
    decision = knowledge.decide(text) if text else Decision(Verdict.INFO, (), None, 0.0)
    if decision.verdict is Verdict.DECLINED and not in_progress:
        return Answered(knowledge.compose(decision), knowledge.number)
    ids = [i for i in dict.fromkeys((CONTACT, *decision.entry_ids)) if i in knowledge.valid()][:3]
    open_question = in_progress or decision.verdict in unanswered.KEPT
    verdict = Verdict.UNDETERMINED if open_question else Verdict.INFO if ids else Verdict.NOT_LISTED
    return Answered(knowledge.compose(Decision(verdict, tuple(ids), None, 0.0)), knowledge.number)
