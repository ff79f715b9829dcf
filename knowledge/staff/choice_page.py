"""The page of questions about which visitors were asked back, with what they chose."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Sum
from django.http import HttpRequest

from knowledge.models import ClarifiedQuestion, Draft
from knowledge.staff.question_filters import Filters
from knowledge.unnamed import mask_names

SHOWN = 30


@dataclass(frozen=True)
class Choice:
    """An entry chosen for a question: its draft's key, None when it is gone or none of those offered was chosen."""

    row: ClarifiedQuestion
    pk: int | None
    title: str


@dataclass(frozen=True)
class AskedBack:
    """A question with all that was chosen for it, the most chosen first."""

    text: str
    count: int
    choices: list[Choice]


def page(request: HttpRequest) -> dict[str, Any]:
    """The template's variables: questions, the most often chosen for first. Names are masked first."""
    unmasked = mask_names(ClarifiedQuestion)
    filters = Filters.of(request.GET)
    rows = ClarifiedQuestion.objects.filter(masked=True, done_at__isnull=not filters.done)
    if filters.term:
        rows = rows.filter(pk__in=filters.found(rows))
    counts = rows.order_by().values("key").annotate(total=Sum("count")).order_by("-total", "key")
    shown = Paginator(counts, SHOWN).get_page(request.GET.get("p"))
    chosen: dict[str, list[ClarifiedQuestion]] = {found["key"]: [] for found in shown}
    for row in rows.filter(key__in=chosen).order_by("-count", "pk"):
        chosen[row.key].append(row)
    titles = {
        entry_id: (pk, title)
        for entry_id, pk, title in Draft.objects.filter(
            entry_id__in={row.entry_id for found in chosen.values() for row in found}
        ).values_list("entry_id", "pk", "title")
    }
    asked = [
        AskedBack(found[0].text, sum(row.count for row in found), [_choice(row, titles) for row in found])
        for found in chosen.values()
    ]
    return {"unmasked": unmasked, "filters": filters, "page": shown, "asked": asked}


def _choice(row: ClarifiedQuestion, titles: dict[str, tuple[int, str]]) -> Choice:
    if not row.entry_id:
        return Choice(row, None, "どれでもない")
    pk, title = titles.get(row.entry_id, (None, f"なくなった項目({row.entry_id})"))
    return Choice(row, pk, title)
