"""Who was erased after a backup was made, erased again: as told by log lines and receipts, without Rasa running."""

import re
from collections.abc import Collection, Sequence
from typing import NoReturn

from asgiref.sync import async_to_sync

from chat import log_context, turns
from chat.dialogue_engine import DialogueEngine
from chat.erasing import visitor
from chat.erasing.erasure import erase
from chat.models import Session
from deploy.stores import Store
from deploy.tracker_url import TABLE

ABOUT = "erased"
"""What a line must say for its session or references to count."""
DIGEST = re.compile(rf"\bs[0-9a-f]{{{log_context.LENGTH}}}\b")
REFERENCE = re.compile(r"\bH-\d{6}-[0-9A-Z]{6}\b")


class Tracker(DialogueEngine):
    """Rasa's conversations where they lie, while Rasa is not running."""

    def __init__(self, places: Sequence[Store]) -> None:
        self._places = places

    async def reply(self, sender: str, message: str, message_id: str) -> NoReturn:
        raise NotImplementedError

    async def problem(self) -> NoReturn:
        raise NotImplementedError

    async def reseal(self) -> NoReturn:
        raise NotImplementedError

    async def forget(self, sender: str) -> None:
        for place in self._places:
            place.delete(TABLE, "sender_id", [sender])


def erase_again(lines: str, conversations: Sequence[Store]) -> int:
    """How many visitors were there again. `lines`: of web's log (a session's digest, a lead's reference), or any text
    whose lines say "erased" and name a reference. What Rasa has kept of sessions that are not known goes, too."""
    told = "\n".join(line for line in lines.splitlines() if ABOUT in line)
    engine, digests = Tracker(conversations), set(DIGEST.findall(told))
    visitors = {found for reference in set(REFERENCE.findall(told)) if (found := visitor.by_reference(reference))}
    for found in visitors:
        erase(found, "deploy.restore", engine)
    sessions = [session for session in Session.objects.all() if log_context.digest(session.id) in digests]
    for session in sessions:
        async_to_sync(turns.erase)(session, engine)
    for place in conversations:
        place.delete(TABLE, "sender_id", place.unknown(TABLE, "sender_id", _known()))
    return len(sessions) + len(visitors)


def _known() -> Collection[str]:
    return {identity.hex for identity in Session.objects.values_list("id", flat=True)}
