"""How many forms were begun and how far they got, and how many leads came of them: counts, nothing personal."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count

from leads.domain.fields import ASKED, SPECS
from leads.domain.lead import Grade, Kind
from leads.domain.outcome import End
from leads.models import KINDS, FormProgress, Lead, Status

OPEN = ""
"""The end of a form that was neither sent nor cancelled."""


@dataclass(frozen=True)
class Step:
    """A field of the form: how many forms got to it or beyond, and how many ended there."""

    label: str
    reached: int
    cancelled: int
    left: int


@dataclass(frozen=True)
class Forms:
    """The forms of one kind begun in a period. `left`: neither sent nor cancelled, so far."""

    label: str
    begun: int
    sent: int
    cancelled: int
    left: int
    steps: list[Step]


@dataclass(frozen=True)
class Leads:
    """by_grade: (grade, all of it, those of each kind in the order of `kinds`)."""

    total: int
    kinds: list[str]
    by_grade: list[tuple[str, int, list[int]]]
    by_status: list[tuple[str, int]]


def forms(first: date, last: date) -> list[Forms]:
    """The forms begun on these days, for each kind; days are Japan's."""
    rows = FormProgress.objects.filter(day__range=(first, last)).values_list("kind", "reached", "end")
    counted = {(kind, reached, end): n for kind, reached, end, n in rows.annotate(n=Count("id"))}
    return [_forms(kind, {key[1:]: n for key, n in counted.items() if key[0] == kind}) for kind in Kind]


def _forms(kind: Kind, counted: Mapping[tuple[str, str], int]) -> Forms:
    """counted: (furthest field, end) -> forms."""
    ends = Counter[str]()
    for (_, end), n in counted.items():
        ends[end] += n
    order, steps = list(ASKED[kind]), list[Step]()
    beyond = ends.total()
    for field in order:
        cancelled, left = (counted.get((field, end), 0) for end in (End.CANCELLED, OPEN))
        steps.append(Step(SPECS[field].label, beyond, cancelled, left))
        beyond -= cancelled + left
    return Forms(KINDS[kind], ends.total(), ends[End.SENT], ends[End.CANCELLED], ends[OPEN], steps)


def leads(since: datetime) -> Leads:
    """The leads received since then."""
    rows = Lead.objects.filter(created_at__gte=since).order_by()
    graded = {(grade, kind): n for grade, kind, n in rows.values_list("grade", "kind").annotate(n=Count("id"))}
    of_status = dict(rows.values_list("status").annotate(n=Count("id")))
    by_grade = [[graded.get((grade, kind), 0) for kind in Kind] for grade in Grade]
    return Leads(
        total=sum(map(sum, by_grade)),
        kinds=[KINDS[kind] for kind in Kind],
        by_grade=[(grade.value, sum(each), each) for grade, each in zip(Grade, by_grade, strict=True)],
        by_status=[(str(status.label), of_status.get(status, 0)) for status in Status],
    )
