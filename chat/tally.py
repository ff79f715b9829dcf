"""Counts what visitors asked, by day, apart from their conversations: what is counted knows no visitor and no word.

A rating is counted for content staff, too, with the question as knowledge.ratings keeps it: masked, and nobody's."""

from typing import Any

from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone

from chat.asking import answer_to
from chat.models import Session, Tally, Turn
from knowledge import ratings


def keep(turn: Turn, kept: dict[str, Any]) -> bool:
    """Store what was replied to the turn, and count its question, once. False when it was erased meanwhile, or taken
    over by another process.

    kept: the turn's columns, `reply` among them."""
    answer = answer_to(turn.text, turn.message, kept["reply"])
    tally = _where(turn, answer) if answer else None  # found before anybody has to wait for us
    ours = Turn.objects.filter(id=turn.id, claimed_at=turn.claimed_at)
    with transaction.atomic():
        if tally and ours.filter(tally=None).update(**kept, tally=tally):
            _count(turn, tally)
            return True
        return bool(ours.update(**kept))


def _where(turn: Turn, answer: dict[str, Any]) -> Tally:
    tally, _ = Tally.objects.get_or_create(
        day=timezone.localdate(turn.at),
        verdict=answer["verdict"],
        entry_id=answer["entries"][0]["id"] if answer["entries"] else "",
    )
    return tally


def _count(turn: Turn, tally: Tally) -> None:
    if connection.features.has_select_for_update:
        # After the turn, as an erasure locks them: two first questions at once are one conversation.
        Session.objects.select_for_update().filter(id=turn.session_id).first()
    others = Turn.objects.filter(session=turn.session_id).exclude(tally=None).exclude(id=turn.id)
    Tally.objects.filter(id=tally.id).update(
        questions=F("questions") + 1, conversations=F("conversations") + int(not others.exists())
    )


@transaction.atomic
def rate(turn_id: int, helpful: bool) -> None:
    """Keep the visitor's 👍/👎 with the turn, and count it where its question was counted."""
    turn = Turn.objects.select_for_update().defer("payloads").filter(id=turn_id).first()
    if turn is None or turn.helpful is helpful:
        return
    if answer := answer_to(turn.text, turn.message, turn.reply):
        answered_by = answer.get("topic") or (answer["entries"][0]["id"] if answer["entries"] else "")
        ratings.rate(turn.text, answered_by, answer["verdict"], helpful, before=turn.helpful)
    changes = {ratings.column(helpful): F(ratings.column(helpful)) + 1}
    if turn.helpful is not None:
        changes[ratings.column(not helpful)] = F(ratings.column(not helpful)) - 1
    Turn.objects.filter(id=turn_id).update(helpful=helpful)
    if turn.tally_id:
        Tally.objects.filter(id=turn.tally_id).update(**changes)
