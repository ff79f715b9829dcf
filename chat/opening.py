"""How a page begins: a new conversation, led by the topic the page is about, or what an earlier one needs to go on."""

import uuid
from typing import Any

from asgiref.sync import sync_to_async
from django.utils import timezone

from chat import replies, tokens
from chat.dialogue_engine import Button, show_entry
from chat.models import Session, Turn
from knowledge import live
from knowledge.domain.schema import PAGE_KINDS


async def open_session(about: str | None = None) -> tuple[Session, bool]:
    """A new session whose first turn is the greeting, and whether it offers that entry first."""
    topic = await sync_to_async(_topic)(about) if about else None
    now = timezone.now()
    session = await Session.objects.acreate(expires_at=now + tokens.lifetime())
    reply, payloads = replies.greeting([topic] if topic else [])
    await Turn.objects.acreate(
        session=session, message_id=uuid.uuid4(), text="", claimed_at=now, reply=reply, payloads=payloads
    )
    return session, topic is not None


def _topic(entry_id: str) -> Button | None:
    """The button that shows the entry; None for one that the live release does not answer with."""
    try:
        entry = live.current().valid().get(entry_id)
    except live.NoRelease:
        return None
    if entry is None or entry.kind not in PAGE_KINDS:
        return None
    return Button(title=entry.title, payload=show_entry(entry.id))


async def form_under_way(session: Session) -> dict[str, Any] | None:
    """The API's `form` as the visitor last saw it; None when none is under way."""
    async for reply in session.turns.order_by("-id").values_list("reply", flat=True):
        if form := (reply or {}).get("form"):
            return form if form["asks"] else None
    return None
