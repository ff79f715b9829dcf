"""A turn: kept first, then asked of Rasa, then answered, exactly once per message id."""

import asyncio
import contextlib
import datetime
import time
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import structlog
from asgiref.sync import sync_to_async
from django.db import IntegrityError, InterfaceError, OperationalError, transaction
from django.db.models import Q
from django.utils import timezone

from chat import log_context, measures, replies, tally, texts, tokens
from chat.database import cut_write_ahead_log
from chat.dialogue_engine import DialogueEngine, EngineAway, as_typed
from chat.erasing.questions import forget_questions
from chat.models import Session, Turn
from chat.problems import Problem, malformed, unauthorised
from chat.replies import Reply
from chat.requests import Sent
from knowledge import measures as of_knowledge
from knowledge.withdrawing import withdraw
from leads import forms

log = structlog.get_logger(__name__)

ABANDONED = datetime.timedelta(seconds=2.5)
"""A turn not claimed anew for so long was cut off with its process; whoever asks again takes it over.

Little enough for a proxy that sends the message of a process that died to another one, which answers it in time."""
CLAIM_EVERY = 0.7
"""Seconds after which whoever is at a turn claims it again."""
LOOK_EVERY = 0.05
"""Seconds between two looks whether another request has answered the turn."""
Admit = Callable[[str], Awaitable[None]]
"""Told whether this is a new "message" or a "repeat"; raises Problem 429."""


async def take(session_id: uuid.UUID, sent: Sent, engine: DialogueEngine, admit: Admit) -> Reply:
    """The reply to this message; the same id again returns the same reply and asks nobody.

    Raises Problem 401 when the session is expired or erased, 400 for a button that is not its own, and what `admit`
    raises: nothing is kept then."""
    log_context.bind_turn()
    session, turn = await sync_to_async(_found)(session_id, sent.id)
    await admit("message" if turn is None else "repeat")
    if turn is None:
        text, message = await _meaning(session, sent)
        turn, ours = await sync_to_async(_kept)(session, message_id=sent.id, text=text, message=message)
        if ours:
            return await _answer(turn, engine)
    turn = await _answered_or_taken_over(session, turn)
    return dict(turn.reply) if turn.reply is not None else await _answer(turn, engine)


def _found(session_id: uuid.UUID, message_id: uuid.UUID) -> tuple[Session, Turn | None]:
    """The session, and its turn under this id; both in one visit to a thread, which takes longer than they do."""
    session = tokens.session_of(session_id)
    return session, session.turns.filter(message_id=message_id).first()


def _kept(session: Session, message_id: uuid.UUID, text: str, message: str) -> tuple[Turn, bool]:
    """The new turn, or the one that another request has kept under this id since we looked; and whether it is ours.

    Raises Problem 401 when the session was erased since."""
    try:
        with transaction.atomic():
            now = timezone.now()
            return session.turns.create(message_id=message_id, text=text, message=message, claimed_at=now), True
    except IntegrityError as error:
        turn = session.turns.filter(message_id=message_id).first()
        if turn is None:
            raise unauthorised() from error
        return turn, False


def away(reply: Reply) -> bool:
    """Whether the reply only says that Rasa was away: the same message may then be asked again."""
    return bool(reply.get("away"))


async def _meaning(session: Session, sent: Sent) -> tuple[str, str]:
    """What the transcript shows, and what Rasa is told."""
    if sent.text is not None:
        return sent.text, as_typed(sent.text)
    async for payloads in session.turns.order_by("-id").values_list("payloads", flat=True):
        if button := payloads.get(sent.button):
            return button["title"], button["payload"]
    raise malformed(texts.UNKNOWN_BUTTON)


async def _answered_or_taken_over(session: Session, turn: Turn) -> Turn:
    """The turn another request is answering, once it is done; or the turn claimed for us, when nobody is at it."""
    while turn.reply is None or away(turn.reply):
        now = timezone.now()
        free_since = now if turn.reply else now - ABANDONED
        free = Q(claimed_at__lt=free_since) | Q(claimed_at__gt=now + ABANDONED)  # the clock was set back
        claimed = session.turns.filter(free, id=turn.id, claimed_at=turn.claimed_at)
        if await claimed.aupdate(claimed_at=now, reply=None):
            turn.reply, turn.claimed_at = None, now
            return turn
        await asyncio.sleep(LOOK_EVERY)
        turn = await _again(session, turn)
    return turn


async def _again(session: Session, turn: Turn) -> Turn:
    """The turn as it is now. Raises Problem 401 when it was erased meanwhile."""
    found = await session.turns.filter(id=turn.id).afirst()
    if found is None:
        raise unauthorised()
    return found


async def _answer(turn: Turn, engine: DialogueEngine) -> Reply:
    started = time.perf_counter()
    with measures.turn() as measured:
        try:
            async with _claimed(turn):
                said = await engine.reply(turn.session_id.hex, turn.message, str(turn.message_id))
            turn.failed = any(part.custom.get("failed") for part in said)
            reply, payloads = replies.from_rasa(said)
            measured.outcome = measures.APOLOGY if turn.failed else measures.ANSWERED
        except EngineAway as error:
            log.error("turn failed", row=turn.pk, reason=str(error))
            turn.failed = True
            reply, payloads = replies.apology()
            reply["away"] = True
        # Buttons of an apology may still be on a page when its question has been answered.
        kept = {"reply": reply, "payloads": turn.payloads | payloads, "failed": turn.failed}
        if not await sync_to_async(tally.keep)(turn, kept):
            return await _of_whom_it_was_taken_by(turn, engine)
    if answer := reply["answer"]:
        of_knowledge.answered(answer["verdict"])
    log.info("turn answered", row=turn.pk, failed=turn.failed, ms=round((time.perf_counter() - started) * 1000))
    return reply


@contextlib.asynccontextmanager
async def _claimed(turn: Turn) -> AsyncIterator[None]:
    """While Rasa is asked the turn stays ours: a process that died claims nothing any more."""
    answered = asyncio.Event()
    claiming = asyncio.create_task(_claim_until(answered, turn))
    try:
        yield
    finally:
        answered.set()
        await claiming


async def _claim_until(answered: asyncio.Event, turn: Turn) -> None:
    """Or until another process has taken it over; while the database is away nobody can."""
    ours = True
    while ours:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(CLAIM_EVERY):
                await answered.wait()
                return
        with contextlib.suppress(OperationalError, InterfaceError):
            ours = await sync_to_async(_claim_again)(turn)


def _claim_again(turn: Turn) -> bool:
    now = timezone.now()
    if not Turn.objects.filter(id=turn.id, claimed_at=turn.claimed_at).update(claimed_at=now):
        return False
    turn.claimed_at = now
    return True


async def _of_whom_it_was_taken_by(turn: Turn, engine: DialogueEngine) -> Reply:
    """The reply of the process that took the turn over. Raises Problem 401 when it was erased instead."""
    taken = await Turn.objects.select_related("session").filter(id=turn.id).afirst()
    if taken is None:
        await _forget_again(turn, engine)
        raise unauthorised()
    taken = await _answered_or_taken_over(taken.session, taken)
    return dict(taken.reply) if taken.reply is not None else await _answer(taken, engine)


async def _forget_again(turn: Turn, engine: DialogueEngine) -> None:
    """The session was erased while its turn was under way: what Rasa and the form have just learnt goes too."""
    await sync_to_async(forms.forget)(turn.session_id)
    await sync_to_async(withdraw)([turn.text], turn.at)
    try:
        await engine.forget(turn.session_id.hex)
    except EngineAway as error:
        log.error("a conversation erased under way is still known to Rasa; retention will erase it", reason=str(error))
        over = {"expires_at": timezone.now()}
        await Session.objects.aget_or_create(pk=turn.session_id, defaults=over)


async def transcript(session: Session, after: str | None = None) -> list[dict[str, Any]]:
    """Every message so far in order, or those after the message with this id. Raises Problem 400 for an unknown id."""
    messages = [message async for turn in session.turns.all() for message in messages_of(turn)]
    if after is None:
        return messages
    position = next((i for i, m in enumerate(messages) if m["id"] == after), None)
    if position is None:
        raise malformed(texts.BAD_ID)
    return messages[position + 1 :]


def messages_of(turn: Turn) -> list[dict[str, Any]]:
    """The visitor's message and those that answer it, as in the API."""
    at = {"at": turn.at.isoformat()}
    visitor = [replies.message("visitor", turn.text, message_id=str(turn.message_id)) | at] if turn.text else []
    rated = {} if turn.helpful is None else {"helpful": turn.helpful}
    return [*visitor, *(said | rated for said in (turn.reply or {}).get("messages", ()))]


async def rate(session: Session, message_id: str, helpful: bool) -> None:
    """Keep the visitor's 👍/👎 for a bot message. Raises Problem 404 when it is not of this session."""
    async for turn in session.turns.exclude(reply=None):
        if any(m["id"] == message_id for m in (turn.reply or {})["messages"]):
            await sync_to_async(tally.rate)(turn.id, helpful)
            return
    raise Problem(404, "Not found", texts.NOT_FOUND)


async def erase(session: Session, engine: DialogueEngine) -> None:
    """Erase the visitor in Rasa first, then here: what fails can be asked for again. Raises Problem 503."""
    try:
        await engine.forget(session.id.hex)
    except EngineAway as error:
        log.error("a session could not be erased", reason=str(error))
        raise Problem(503, "Not erased yet", texts.CANNOT_ERASE) from error
    await sync_to_async(_erased)(session)
    await sync_to_async(cut_write_ahead_log)()
    log.info("session erased")


@transaction.atomic
def _erased(session: Session) -> None:
    forget_questions(session)
    forms.forget(session.id)
    session.delete()
