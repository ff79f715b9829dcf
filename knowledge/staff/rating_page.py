"""The page of answers that visitors found unhelpful, the most disliked first."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest

from knowledge.domain.answer import LABELS
from knowledge.domain.matching.verdict import Verdict
from knowledge.domain.schema import Kind
from knowledge.models import RatedAnswer
from knowledge.staff.entry_by_title import titles_of
from knowledge.staff.entry_links import links_to
from knowledge.staff.question_filters import Filters
from knowledge.unnamed import mask_names

SHOWN = 30


def page(request: HttpRequest) -> dict[str, Any]:
    """The template's variables: rows with at least one 👎, open or done. Names are masked first."""
    unmasked = mask_names(RatedAnswer)
    filters = Filters.of(request.GET)
    answers = RatedAnswer.objects.filter(masked=True, unhelpful__gt=0, done_at__isnull=not filters.done)
    if filters.term:
        answers = answers.filter(pk__in=filters.found(answers))
    shown = Paginator(answers, SHOWN).get_page(request.GET.get("p"))
    links = links_to(answer.entry_id for answer in shown)
    rows = [(answer, links.get(answer.entry_id), LABELS.get(Verdict(answer.verdict), "")) for answer in shown]
    return {
        "unmasked": unmasked,
        "filters": filters,
        "page": shown,
        "rows": rows,
        "outside": titles_of(Kind.OUTSIDE),
    }
