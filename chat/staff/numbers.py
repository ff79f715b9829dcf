"""What the numbers page shows, counted by the database: sums by day, verdict, entry; no visitor and no unmasked word.

What was asked is counted apart from the conversations (chat.models.Tally), so a figure stays when one is erased."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, Sum

from chat.models import Tally
from chat.staff.period import Period
from knowledge.domain.answer import LABELS
from knowledge.domain.matching.verdict import Verdict
from knowledge.models import Draft, UnansweredQuestion
from leads.models import FormProgress, Lead
from leads.staff.numbers import Forms, Leads, forms, leads

TOP = 10
CONCLUDED = (Verdict.LISTED, Verdict.INFO)
OPEN = (Verdict.UNDETERMINED, Verdict.NOT_LISTED)
ORDER = (*CONCLUDED, *OPEN, Verdict.CLARIFY, Verdict.DECLINED)


@dataclass(frozen=True)
class Judged:
    """A verdict with its Japanese label, and how many questions got it."""

    verdict: Verdict
    label: str
    questions: int


@dataclass(frozen=True)
class Entry:
    """How often an entry was the answer, and how often only near what the page does not settle.

    draft: where it is edited; None when it has been removed since."""

    title: str
    draft: int | None
    answered: int
    undetermined: int

    @property
    def questions(self) -> int:
        return self.answered + self.undetermined


@dataclass(frozen=True)
class Numbers:
    """A period in figures. `days` has every day of it, the oldest first; the others are the most frequent first."""

    questions: int
    conversations: int
    helpful: int
    unhelpful: int
    days: list[tuple[date, int]]
    verdicts: list[Judged]
    entries: list[Entry]
    unanswered: list[tuple[str, int]]
    forms: list[Forms]
    leads: Leads

    @property
    def sent(self) -> int:
        return sum(form.sent for form in self.forms)


def anything_yet() -> bool:
    """Whether this installation has ever been asked or told anything."""
    return any(model.objects.exists() for model in (Tally, FormProgress, Lead))


def numbers(period: Period) -> Numbers:
    """The figures of the period, today's included so far."""
    rows = Tally.objects.filter(day__range=(period.first, period.last)).order_by()
    by_day = dict(rows.values_list("day").annotate(n=Sum("questions")))
    by_verdict = dict(rows.values_list("verdict").annotate(n=Sum("questions")))
    sums = rows.aggregate(**{name: Sum(name, default=0) for name in ("conversations", "helpful", "unhelpful")})
    return Numbers(
        questions=sum(by_day.values()),
        days=[(day, by_day.get(day, 0)) for day in period.days],
        verdicts=[Judged(verdict, LABELS[verdict], by_verdict.get(verdict, 0)) for verdict in ORDER],
        entries=_entries(period),
        unanswered=_unanswered(period),
        forms=forms(period.first, period.last),
        leads=leads(period.begins),
        **sums,
    )


def _entries(period: Period) -> list[Entry]:
    """The entries that answered most, or came nearest."""
    answered, near = Q(verdict__in=CONCLUDED), Q(verdict=Verdict.UNDETERMINED)
    rows = (
        Tally.objects.filter(answered | near, day__range=(period.first, period.last))
        .exclude(entry_id="")
        .values("entry_id")
        .annotate(
            total=Sum("questions"),
            answered=Sum("questions", filter=answered, default=0),
            undetermined=Sum("questions", filter=near, default=0),
        )
        .order_by("-total", "entry_id")[:TOP]
    )
    drafts = {
        draft["entry_id"]: draft
        for draft in Draft.objects.filter(entry_id__in=[row["entry_id"] for row in rows]).values(
            "entry_id", "title", "pk"
        )
    }
    gone = {"title": None, "pk": None}
    found = ((row, drafts.get(row["entry_id"], gone)) for row in rows)
    return [
        Entry(draft["title"] or row["entry_id"], draft["pk"], row["answered"], row["undetermined"])
        for row, draft in found
    ]


def _unanswered(period: Period) -> list[tuple[str, int]]:
    """What was asked most in vain and is still to be dealt with; only what has been masked."""
    rows = UnansweredQuestion.objects.filter(
        masked=True, done_at=None, days__day__range=(period.first, period.last)
    ).annotate(asked=Sum("days__count"))
    return list(rows.order_by("-asked", "-last_at", "id").values_list("text", "asked")[:TOP])
