"""What was said in a session, as a lead carries it: the questions with their answers, and every message."""

from uuid import UUID

from chat.asking import answer_to
from chat.models import Turn
from chat.turns import messages_of
from leads.domain.contents import Conversation
from leads.domain.lead import Question


def conversation(session: UUID) -> Conversation:
    """The session's conversation so far, in order."""
    turns = list(Turn.objects.filter(session=session))
    questions = [question for turn in turns if (question := _question(turn))]
    return Conversation(questions, [message for turn in turns for message in messages_of(turn)])


def _question(turn: Turn) -> Question | None:
    answer = answer_to(turn.text, turn.message, turn.reply)
    if answer is None:
        return None
    return Question(
        text=turn.text, verdict=answer["verdict"], entries=[entry["id"] for entry in answer["entries"]], at=turn.at
    )
