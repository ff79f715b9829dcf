"""What a release must still get right before it may go live: its own questions, boundaries and exclusions."""

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.domain.matching.verdict import Decision, Verdict
from knowledge.domain.trial import Outcome


@dataclass(frozen=True)
class Failure:
    """A question whose outcome is wrong. `false_assurance`: it was called listed, and must not be."""

    question: str
    entry_id: str
    expected: str
    got: str
    false_assurance: bool = False

    def __str__(self) -> str:
        return f"「{self.question}」({self.entry_id}): {self.expected}はずが、{self.got}"


def failed(tried: Sequence[Outcome]) -> list[Failure]:
    """The outcomes that are wrong."""
    return [
        Failure(o.question, o.entry_id, o.wrong, _got(o.role, o.decision), o.false_assurance) for o in tried if o.wrong
    ]


def _got(role: str, decision: Decision) -> str:
    if role == "boundary":
        return "掲載ありと答えました"
    if role == "not_questions":
        return "この項目で掲載ありと答えました"
    return "、".join(decision.entry_ids or filter(None, [decision.topic])) or Verdict(decision.verdict).value
