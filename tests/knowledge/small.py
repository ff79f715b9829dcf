"""The small corpus as release 7, in memory, for tests of what needs no database."""

from knowledge.domain.continuing import continued
from knowledge.domain.conversation import Before, Reply
from knowledge.domain.conversation import replies as standing_alone
from knowledge.domain.matching.matcher import Matcher
from knowledge.live import Knowledge
from tests.knowledge.fakes import FakeEncoder
from tests.knowledge.samples import a_corpus


def small_knowledge() -> Knowledge:
    entries, encoder = a_corpus(), FakeEncoder()
    return Knowledge(7, {e.id: e for e in entries}, Matcher.fit(entries, encoder.encode), encoder)


def replies(text: str, before: Before | None, knowledge: Knowledge) -> list[Reply]:
    """What is answered to the message, with what was discussed before it."""
    return (continued(text, before, knowledge) if before else []) or standing_alone(text, before, knowledge)


def one(text: str, before: Before | None, knowledge: Knowledge) -> Reply:
    """The one reply to a message that asks one thing."""
    [reply] = replies(text, before, knowledge)
    return reply


def ids(reply: Reply) -> list[str]:
    return [entry.id for entry in reply.answer.entries]
