"""All that is kept for a time only goes when its time is over: `erase_old`, run every hour and as often as one likes.

A conversation goes in Rasa first, so that what could not be erased there is still known here the next time."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from asgiref.sync import async_to_sync
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.contrib.sessions.models import Session as StaffSession
from django.db import transaction
from django.db.models import Q, QuerySet

import knowledge.retention
import leads.retention
from chat.database import clean_pages
from chat.dialogue_engine import DialogueEngine, EngineAway
from chat.erasing.erasure import MODELS
from chat.models import Session
from knowledge.batches import erase
from knowledge.retention import LONG
from leads.models import Disclosure

AT_ONCE = 25
"""Conversations erased in one transaction, each with some dozens of turns."""


@dataclass
class Erased:
    """counts: how many of what; waiting: conversations that could not be erased because of `problem`."""

    counts: dict[str, int] = field(default_factory=dict)
    waiting: int = 0
    problem: str | None = None


def erase_old(engine: DialogueEngine, now: datetime) -> Erased:
    """Erase what is older than its setting or constant says, a few rows at a time."""
    done = Erased()
    done.counts["conversations"] = _conversations(engine, now, done)
    done.counts.update(leads.retention.erase_old(now))
    done.counts.update(knowledge.retention.erase_old(now))
    done.counts["logins"] = erase(StaffSession.objects.filter(expire_date__lt=now))
    done.counts["failed_logins"] = erase(AccessAttempt.objects.filter(attempt_time__lt=now - timedelta(days=1)))
    done.counts["log_entries"] = erase(LogEntry.objects.filter(action_time__lt=now - LONG))
    clean_pages(MODELS)
    return done


def expired(now: datetime) -> QuerySet[Session]:
    """Over by their own time, or by a HOSHO_RETENTION_DAYS that was made shorter since."""
    too_old = now - timedelta(days=settings.ENVIRONMENT.retention_days)
    return Session.objects.filter(Q(expires_at__lte=now) | Q(created_at__lt=too_old))


def _conversations(engine: DialogueEngine, now: datetime, done: Erased) -> int:
    erased = 0
    while done.problem is None and (sessions := list(expired(now).order_by("pk")[:AT_ONCE])):
        forgotten, done.problem = async_to_sync(_forgotten)(engine, sessions)
        with transaction.atomic():
            Disclosure.objects.filter(session__in=[session.pk for session in forgotten]).delete()
            Session.objects.filter(pk__in=[session.pk for session in forgotten]).delete()
        erased += len(forgotten)
    done.waiting = expired(now).count() if done.problem else 0
    return erased


async def _forgotten(engine: DialogueEngine, sessions: list[Session]) -> tuple[list[Session], str | None]:
    """Those that the engine has forgotten, in order, and why the others were not tried."""
    for position, session in enumerate(sessions):
        try:
            await engine.forget(session.pk.hex)
        except EngineAway as error:
            return sessions[:position], str(error)
    return sessions, None
