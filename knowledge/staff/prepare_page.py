"""From the drafts to a release: what would change, who asks for it, who approves it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.urls import reverse

from knowledge import candidates, live, proposals
from knowledge.domain.comparison import Report
from knowledge.models import Candidate, CandidateState, Draft, Proposal
from knowledge.staff.entry_links import links_to
from knowledge.staff.people import name_of, names_of
from knowledge.staff.report import shown
from knowledge.staff.states import State, in_state

PREPARE = "admin:knowledge_release_prepare"


def page(model_admin: Any, request: HttpRequest, template: str, title: str, **context: Any) -> HttpResponse:
    """A page of releases."""
    context |= {**model_admin.admin_site.each_context(request), "is_nav_sidebar_enabled": False, "title": title}
    return TemplateResponse(request, f"admin/knowledge/release/{template}.html", context)


def show(model_admin: Any, request: HttpRequest) -> HttpResponse:
    """What is waiting to be published, how far its preparation is, what it would change."""
    candidate = candidates.current()
    ready = candidate is not None and candidate.state == CandidateState.READY
    open_proposals = proposals.waiting()
    names = names_of(proposal.by for proposal in open_proposals)
    return page(
        model_admin,
        request,
        "prepare",
        "公開",
        candidate=candidate,
        ready=ready,
        faults=_faults(candidate),
        changed=Draft.objects.filter(in_state(State.NEW) | in_state(State.CHANGED)).only("entry_id", "title"),
        live_number=live.live_number(),
        may_request=request.user.has_perm("knowledge.request_release"),
        proposals=[(proposal, names[proposal.by]) for proposal in open_proposals],
        why_not=proposals.why_not(candidate) if ready and candidate else "",
        **(shown(Report.model_validate(candidate.report), candidate.entries) if ready and candidate else {}),
    )


def _faults(candidate: Candidate | None) -> list[tuple[str, str]]:
    if candidate is None or candidate.state != CandidateState.FAULTY:
        return []
    links = links_to(fault["place"] for fault in candidate.faults)
    return [(links.get(f["place"], f["place"]), f["message"]) for f in candidate.faults]


def begin(model_admin: Any, request: HttpRequest) -> HttpResponse:
    candidates.prepare(request.user.get_username())
    return HttpResponseRedirect(reverse(PREPARE))


def state(model_admin: Any, request: HttpRequest) -> HttpResponse:
    """How far the preparation is; one that waits for another is begun when its turn has come."""
    candidate = candidates.prepare(request.user.get_username())
    body = {"state": candidate.state, "step": candidate.step, "progress": candidate.progress}
    return JsonResponse(body, headers={"Cache-Control": "no-store"})


def propose(model_admin: Any, request: HttpRequest, pk: int) -> HttpResponse:
    candidate = Candidate.objects.filter(pk=pk).first()
    if candidate is None:
        messages.error(request, "この準備は古くなりました。もう一度準備してください。")
        return HttpResponseRedirect(reverse(PREPARE))
    try:
        made = proposals.propose(candidate, request.POST.get("note", ""), request.user.get_username())
    except proposals.Refused as refused:
        messages.error(request, str(refused))
        return show(model_admin, request)
    messages.success(request, "公開を申請しました。ほかの承認者がこのページで承認すると公開されます。")
    return HttpResponseRedirect(reverse("admin:knowledge_release_proposal", args=[made.pk]))


def proposal(model_admin: Any, request: HttpRequest, pk: int) -> HttpResponse:
    """One proposal with its report, to be approved or withdrawn."""
    found = Proposal.objects.filter(pk=pk).select_related("candidate", "release").first()
    if found is None:
        raise Http404
    report = Report.model_validate(found.candidate.report)
    me, may = request.user.get_username(), request.user.has_perm("knowledge.approve_release")
    return page(
        model_admin,
        request,
        "proposal",
        "公開の申請",
        proposal=found,
        by=name_of(found.by),
        why_not=proposals.why_not(found.candidate) if found.is_open else "",
        own=found.by == me,
        may_approve=may and found.by != me and found.is_open,
        may_withdraw=_may_withdraw(request, found),
        needs_reason=bool(report.regressions),
        reason=request.POST.get("reason", ""),
        **shown(report, found.candidate.entries),
    )


def approve(model_admin: Any, request: HttpRequest, pk: int) -> HttpResponse:
    try:
        release = proposals.approve(pk, request.user.get_username(), request.POST.get("reason", ""))
    except proposals.Refused as refused:
        messages.error(request, str(refused))
        return proposal(model_admin, request, pk)
    messages.success(request, f"{release}を公開しました。サイトの答えは2秒ほどで切り替わります。")
    return HttpResponseRedirect(reverse("admin:knowledge_release_changelist"))


def withdraw(model_admin: Any, request: HttpRequest, pk: int) -> HttpResponse:
    found = Proposal.objects.filter(pk=pk).first()
    if found is None or not _may_withdraw(request, found):
        raise Http404
    proposals.withdraw(pk)
    messages.success(request, "申請を取り下げました。")
    return HttpResponseRedirect(reverse(PREPARE))


def _may_withdraw(request: HttpRequest, found: Proposal) -> bool:
    approver = request.user.has_perm("knowledge.approve_release")
    return found.is_open and (approver or found.by == request.user.get_username())
