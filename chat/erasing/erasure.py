"""Erasing a visitor at their wish: in Rasa first, then here, then looking for what might be left of them."""

from typing import Any

import structlog
from asgiref.sync import async_to_sync
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from audit.recording import record
from audit.vocabulary import Did, Kind
from chat import log_context
from chat.database import clean_pages
from chat.dialogue_engine import DialogueEngine
from chat.erasing import traces
from chat.erasing.questions import forget_questions
from chat.erasing.visitor import Visitor
from chat.erasing.words import words_of
from chat.models import ErasureReceipt, Session, Turn
from knowledge.retention import ASKED
from leads.domain.receipt import new_reference
from leads.models import Delivery, DeliveryState, Disclosure, Lead, Note

log = structlog.get_logger(__name__)

MODELS = (Turn, Session, Disclosure, Lead, Lead.history.model, Note, Delivery, LogEntry, *ASKED)
"""Whose rows may have been a visitor's."""
ROWS = {
    "lead": "見込み客",
    "note": "メモ",
    "history": "変更の履歴",
    "delivery": "配信の記録",
    "form": "フォーム",
    "session": "会話",
    "turn": "会話のやりとり",
    "log_entry": "操作の記録",
}
"""What a receipt counts, and how it is called."""


def erase(visitor: Visitor, by: str, engine: DialogueEngine, user: Any = None) -> ErasureReceipt:
    """Erase everything of the visitor, look for traces of it, and leave a receipt. by: the operator, when no `user` is
    logged in.

    Raises EngineAway with nothing erased here, so that it can be asked for again; traces.CannotLook with everything
    erased and a receipt that says that nobody looked."""
    words = words_of(visitor)
    async_to_sync(_forgotten)(engine, visitor)
    receipt = _erased(visitor, by, user)
    _tell(receipt, visitor)
    clean_pages(MODELS)
    receipt.found, receipt.looked_for = traces.found(words, visitor.sessions), len(words)
    receipt.save(update_fields=["found", "looked_for"])
    return receipt


def _tell(receipt: ErasureReceipt, visitor: Visitor) -> None:
    """A line for each conversation and each lead: deploy.restore erases them again when an older backup is restored."""
    for session in visitor.sessions:
        log.info("visitor erased", receipt=receipt.number, session=log_context.digest(session))
    for reference in receipt.references:
        log.info("visitor erased", receipt=receipt.number, reference=reference)


async def _forgotten(engine: DialogueEngine, visitor: Visitor) -> None:
    for session in visitor.sessions:
        await engine.forget(session.hex)


@transaction.atomic
def _erased(visitor: Visitor, by: str, user: Any) -> ErasureReceipt:
    references = [lead.reference for lead in visitor.leads]
    arrived = Delivery.objects.filter(lead__in=visitor.leads, state=DeliveryState.DELIVERED)
    sent = sorted(set(arrived.values_list("channel", flat=True)))
    for session in Session.objects.filter(pk__in=visitor.sessions):
        forget_questions(session)
    erased = {name: count for name, rows in _rows(visitor).items() if (count := _deleted(rows))}
    record(Did.ERASED, Kind.VISITOR, *references, by=by, user=user, count=sum(erased.values()))
    return ErasureReceipt.objects.create(
        number=new_reference(timezone.localdate(), "E"),
        by=user.get_username() if user else by,
        references=references,
        erased=erased,
        sent=sent,
    )


def _rows(visitor: Visitor) -> dict[str, QuerySet[Any]]:
    """By the names of ROWS; what hangs on others comes before them, so that it is counted."""
    leads, sessions = [lead.pk for lead in visitor.leads], visitor.sessions
    about_leads = {"content_type": ContentType.objects.get_for_model(Lead), "object_id__in": list(map(str, leads))}
    return {
        "form": Disclosure.objects.filter(session__in=sessions),
        "note": Note.objects.filter(lead__in=leads),
        "delivery": Delivery.objects.filter(lead__in=leads),
        "log_entry": LogEntry.objects.filter(**about_leads),
        "history": Lead.history.filter(id__in=leads),
        "lead": Lead.objects.filter(pk__in=leads),
        "turn": Turn.objects.filter(session__in=sessions),
        "session": Session.objects.filter(pk__in=sessions),
    }


def _deleted(rows: QuerySet[Any]) -> int:
    count = rows.count()
    rows.delete()
    return count
