"""What content staff keep of a conversation's questions is counted once less when the visitor is erased."""

from chat.asking import answer_to
from chat.models import Session
from knowledge.withdrawing import unrate, withdraw


def forget_questions(session: Session) -> None:
    """To be called before the conversation's turns go."""
    turns = list(session.turns.only("text", "message", "reply", "helpful"))
    withdraw([turn.text for turn in turns if turn.text], session.created_at)
    unrate(
        (turn.text, turn.helpful)
        for turn in turns
        if turn.helpful is not None and answer_to(turn.text, turn.message, turn.reply)
    )
