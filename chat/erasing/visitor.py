"""Who is to be erased: the leads and the conversations of one visitor, found by whatever is known of them."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from chat.models import Session
from leads.domain.email_address import email_key
from leads.domain.phone_number import phone_key
from leads.models import Disclosure, Lead
from sealing.lookups import digests


@dataclass(frozen=True)
class Visitor:
    """`sessions` holds those of the leads, too, whether or not their conversation is still there."""

    leads: tuple[Lead, ...]
    sessions: tuple[UUID, ...]

    def __bool__(self) -> bool:
        return bool(self.leads or self.sessions)


def by_reference(reference: str) -> Visitor:
    return _whole(Q(reference=reference.strip().upper()))


def by_session(session: UUID) -> Visitor:
    """Nobody when nothing of it is left."""
    known = (Session.objects.filter(pk=session), Disclosure.objects.filter(session=session))
    return _whole(Q(session=session), session if any(rows.exists() for rows in known) else None)


def by_email(address: str) -> Visitor:
    """Nobody for what is no address."""
    return _whole(Q(email_key__in=digests(email_key(address))))


def by_phone(number: str) -> Visitor:
    """Nobody for what is no telephone number."""
    return _whole(Q(phone_key__in=digests(phone_key(number))))


def _whole(found: Q, session: UUID | None = None) -> Visitor:
    """With every other lead of the same conversations: one conversation is one visitor."""
    sessions = {session} if session else set(Lead.objects.filter(found).values_list("session", flat=True))
    leads = Lead.objects.filter(session__in=sessions).order_by("pk")
    return Visitor(tuple(leads), tuple(sorted(sessions)))
