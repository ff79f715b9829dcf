"""Forms and leads are kept for a time only: forms as visitors are told, leads as long as sales may need them.

A lead is old when nothing was done about it for HOSHO_LEAD_RETENTION_DAYS: no change, no note. One that was won is a
customer now, whom sales keep (ADR 17); of it the conversation goes."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import QuerySet

from audit.recording import record
from audit.vocabulary import Did, Kind
from knowledge.batches import erase
from knowledge.retention import LONG
from leads.forms import forget_unfinished
from leads.models import Disclosure, FormProgress, Lead, Note, Status


def erase_old(now: datetime) -> Iterator[tuple[str, int]]:
    """What was erased, and how many of it."""
    forms_left = now - timedelta(days=settings.ENVIRONMENT.retention_days)
    yield "forms", forget_unfinished(now) + erase(Disclosure.objects.filter(ended_at__lt=forms_left))
    old = untouched_since(now - timedelta(days=settings.ENVIRONMENT.lead_retention_days))
    yield "leads", erase(old.exclude(status=Status.WON), before=_recorded)
    yield "transcripts", _without_transcript(old.filter(status=Status.WON))
    yield "histories", erase(Lead.history.exclude(id__in=Lead.objects.values("pk")))
    yield "form_counts", erase(FormProgress.objects.filter(day__lt=(now - LONG).date()))


def _recorded(pks: list[int]) -> None:
    references = Lead.objects.filter(pk__in=pks).values_list("reference", flat=True)
    record(Did.ERASED, Kind.LEAD, *references, by="apply_retention", count=len(pks))


def untouched_since(then: datetime) -> QuerySet[Lead]:
    """Leads that came before and about which nobody wrote or decided anything since."""
    written = Note.objects.filter(at__gte=then).values("lead")
    decided = Lead.history.filter(history_date__gte=then).values("id")
    return Lead.objects.filter(created_at__lt=then).exclude(pk__in=written).exclude(pk__in=decided)


def _without_transcript(leads: QuerySet[Lead]) -> int:
    """Empty the transcripts; how many held anything. What is sealed cannot be looked for by the database."""
    told = [pk for pk, said in leads.values_list("pk", "transcript").iterator() if said]
    for pk in told:
        Lead.objects.filter(pk=pk).update(transcript=[])
    return len(told)
