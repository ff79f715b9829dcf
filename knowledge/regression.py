"""What a release must still get right before it may go live: its own questions, boundaries and exclusions."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from knowledge.domain.boundary_words import bounded
from knowledge.domain.encoder import Vectors
from knowledge.domain.matcher import Matcher
from knowledge.domain.schema import PAGE_KINDS, Entry
from knowledge.domain.verdict import Decision, Verdict, decide


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


def failures(entries: Sequence[Entry], matcher: Matcher, encode: Callable[[Sequence[str]], Vectors]) -> list[Failure]:
    """Ask every entry its own questions (3 ms a question when their vectors are cached)."""
    kinds = {entry.id: entry.kind for entry in entries}
    by_id = {entry.id: entry for entry in entries}
    asked = [(entry, role, text) for entry in entries for role in _ROLES for text in getattr(entry, role)]
    vectors = encode([text for _, _, text in asked])
    found: list[Failure] = []
    for (entry, role, text), vector in zip(asked, vectors, strict=True):
        found += _ROLES[role](entry, text, bounded(decide(matcher.rank(text, vector), kinds), text, by_id))
    return found


def _question(entry: Entry, text: str, decision: Decision) -> Iterator[Failure]:
    reached = entry.id in (*decision.entry_ids, decision.topic)
    if not reached:
        yield Failure(text, entry.id, "この項目が見つかる", _shown(decision), _assures(decision, entry))


def _boundary(entry: Entry, text: str, decision: Decision) -> Iterator[Failure]:
    if decision.verdict is Verdict.LISTED:
        yield Failure(text, entry.id, "断定しない", "掲載ありと答えました", false_assurance=True)


def _not_question(entry: Entry, text: str, decision: Decision) -> Iterator[Failure]:
    if decision.verdict is Verdict.LISTED and decision.entry_ids[0] == entry.id:
        yield Failure(text, entry.id, "この項目にしない", "この項目で掲載ありと答えました")


def _assures(decision: Decision, entry: Entry) -> bool:
    return decision.verdict is Verdict.LISTED and entry.kind not in PAGE_KINDS


def _shown(decision: Decision) -> str:
    return "、".join(decision.entry_ids or filter(None, [decision.topic])) or decision.verdict.value


_ROLES = {"questions": _question, "boundary": _boundary, "not_questions": _not_question}
