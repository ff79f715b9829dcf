"""Trying a question: what the drafts and the live release answer to it, side by side, and why."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from knowledge import candidates, live
from knowledge.domain.text import LONGEST, clean
from knowledge.explaining import Explanation, explain
from knowledge.models import Candidate, CandidateState, Draft
from knowledge.staff.entry_links import links_to
from knowledge.staff.entry_preview import Card, card

NOTHING_LIVE = "公開中の版がありません。「公開」から公開すると、ここに答えが出ます。"
UNREADABLE = "この版は読み取れないため、試せません。公開し直すと試せるようになります。"


@dataclass(frozen=True)
class Side:
    """One of the two answers; without an explanation, `instead` or the candidate says why there is none."""

    name: str
    explanation: Explanation | None = None
    instead: str = ""
    candidate: Candidate | None = None

    @cached_property
    def cards(self) -> list[Card]:
        """What a visitor reads, one for each thing asked."""
        found = self.explanation.replies if self.explanation else ()
        return [card(f"「{reply.question}」" if len(found) > 1 else "", reply.answer) for reply in found]

    @property
    def said(self) -> list[tuple[str, str]]:
        """Verdict and words of each reply: equal when visitors would notice no difference."""
        return [(c.answer.verdict.value, c.answer.text) for c in self.cards]

    @property
    def faults(self) -> list[tuple[str, str]]:
        """(link to the entry or its place, what to mend), when the drafts are not sound."""
        found = self.candidate.faults if self.candidate and self.candidate.state == CandidateState.FAULTY else []
        links = links_to(fault["place"] for fault in found)
        return [(links.get(fault["place"], fault["place"]), fault["message"]) for fault in found]


def respond(model_admin: "admin.ModelAdmin[Draft]", request: HttpRequest) -> HttpResponse:
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    question = clean(request.GET.get("q", ""))[:LONGEST]
    entry = request.GET.get("entry", "")
    sides = [_draft_side(question, request.user.get_username()), _live_side(question)] if question else []
    shown = {example.entry_id for side in sides if side.explanation for example in side.explanation.nearest}
    shown |= {c.entry.id for side in sides if side.explanation for c in side.explanation.candidates}
    context: dict[str, Any] = {
        **model_admin.admin_site.each_context(request),
        "is_nav_sidebar_enabled": False,
        "title": "質問して試す",
        "media": model_admin.media,
        "question": question,
        "sides": sides,
        "links": links_to(shown),
        "same": all(side.explanation for side in sides) and len({str(side.said) for side in sides}) == 1,
        "different": all(side.explanation for side in sides) and len({str(side.said) for side in sides}) > 1,
        "draft": model_admin.get_object(request, entry) if entry else None,
    }
    return TemplateResponse(request, "admin/knowledge/draft/try.html", context)


def _live_side(question: str) -> Side:
    try:
        knowledge = live.current()
    except (live.NoRelease, ValueError):
        return Side("公開中", instead=UNREADABLE if live.live_number() else NOTHING_LIVE)
    return Side(f"公開中(第{knowledge.number}版)", explain(question, knowledge))


def _draft_side(question: str, by: str) -> Side:
    """From the prepared drafts; their preparation is begun when there is none."""
    candidate = candidates.prepare(by)
    if candidate.state != CandidateState.READY:
        return Side("下書き", candidate=candidate)
    try:
        return Side("下書き", explain(question, candidates.knowledge_of(candidate)))
    except (live.NoRelease, ValueError):
        return Side("下書き", instead=UNREADABLE)
