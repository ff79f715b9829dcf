"""The page of unanswered questions: groups, most asked first, or the list of those dealt with."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

from knowledge.domain.answer import LABELS
from knowledge.domain.matching.verdict import Verdict
from knowledge.domain.schema import Kind
from knowledge.domain.sparkline import points
from knowledge.grouped import DAYS, Group, in_groups
from knowledge.models import Draft, RatedAnswer, UnansweredQuestion
from knowledge.staff.entry_by_title import titles_of
from knowledge.staff.people import names_of
from knowledge.staff.question_filters import Filters
from knowledge.staff.what_was_done import told
from knowledge.unanswered import KEPT
from knowledge.unnamed import mask_names

GROUPS, QUESTIONS, DONE = 20, 30, 50
"""Groups on a page, questions shown of a group, questions dealt with on a page."""
VERDICTS = {verdict.value: LABELS[verdict] for verdict in Verdict if verdict in KEPT}


@dataclass(frozen=True)
class Shown:
    """A group as the page shows it. more: questions beside those shown; nearest: (key, title) of its entry's draft;
    line: points of its trend."""

    group: Group
    questions: list[UnansweredQuestion]
    more: int
    nearest: tuple[int, str] | None
    verdicts: str
    line: str

    @property
    def change(self) -> str:
        """The last seven days against the seven before: +3, -2, ±0."""
        difference = self.group.last_week - self.group.week_before
        return f"{difference:+}" if difference else "±0"

    @property
    def direction(self) -> str:
        return "more" if self.group.last_week > self.group.week_before else "less" if self.change != "±0" else "same"


def page(request: HttpRequest) -> dict[str, Any]:
    """The template's variables. Names are masked first; what is not yet is counted and not shown."""
    unmasked = mask_names(UnansweredQuestion)
    filters = Filters.of(request.GET)
    questions = UnansweredQuestion.objects.filter(masked=True)
    common = {"filters": filters, "verdict_names": VERDICTS, "done_count": questions.exclude(done_at=None).count()}
    if filters.done:
        return common | _done(request, filters.narrowed(questions.exclude(done_at=None)))
    found = in_groups(list(questions.filter(done_at=None)))
    disliked = set(RatedAnswer.objects.filter(unhelpful__gt=0).values_list("key", flat=True))
    groups = filters.apply(found.groups, disliked)
    shown = Paginator(groups, GROUPS).get_page(request.GET.get("p"))
    return common | {
        "unmasked": unmasked,
        "waiting": found.waiting,
        "page": shown,
        "groups": _shown(shown),
        "disliked": disliked,
        "days": DAYS,
        "outside": titles_of(Kind.OUTSIDE),
        "question_count": sum(len(group.questions) for group in groups),
    }


def _shown(page: Page[Group]) -> list[Shown]:
    near = {group.nearest for group in page}
    rows = Draft.objects.filter(entry_id__in=near).values_list("entry_id", "pk", "title")
    entries = {entry_id: (pk, title) for entry_id, pk, title in rows}
    return [_one(group, entries.get(group.nearest)) for group in page]


def _one(group: Group, nearest: tuple[int, str] | None) -> Shown:
    asked = sorted(group.questions, key=lambda question: -question.count)
    verdicts = "、".join(f"{VERDICTS.get(verdict, verdict)} {count}回" for verdict, count in group.verdicts)
    return Shown(group, asked[:QUESTIONS], max(len(asked) - QUESTIONS, 0), nearest, verdicts, points(group.trend))


def _done(request: HttpRequest, questions: QuerySet[UnansweredQuestion]) -> dict[str, Any]:
    shown = Paginator(questions.order_by("-done_at", "-pk"), DONE).get_page(request.GET.get("p"))
    names = names_of(question.done_by for question in shown)
    what = told(question.done_as for question in shown)
    rows = [(q, what[q.done_as], names[q.done_by], q.done_at and q.last_at > q.done_at) for q in shown]
    return {"page": shown, "rows": rows}
