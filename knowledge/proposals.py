"""Proposals: who asks to publish a candidate, and the colleague who approves it."""

from django.db import transaction
from django.utils import timezone

from audit.recording import record
from audit.vocabulary import Did, Kind
from knowledge import live
from knowledge.domain.comparison import Report
from knowledge.models import Candidate, CandidateState, Proposal, Release
from knowledge.publishing import broken, store


class Refused(Exception):
    """What was asked for cannot be done; the message tells staff why and what to do."""


@transaction.atomic
def propose(candidate: Candidate, note: str, by: str) -> Proposal:
    """Ask a colleague to publish this candidate. Raises Refused."""
    if not note.strip():
        raise Refused("何を変えたかを書いてください。")
    report = _sound(candidate)
    if report.changes_nothing and report.base:
        raise Refused("公開中の版と同じ内容です。公開するものがありません。")
    made = Proposal.objects.create(candidate=candidate, note=note.strip(), by=by)
    record(Did.PROPOSED, Kind.PROPOSAL, made.pk, by=by)
    return made


@transaction.atomic
def approve(pk: int, by: str, reason: str = "") -> Release:
    """Publish what was proposed. `reason`: why in spite of questions that are answered wrongly now. Raises Refused."""
    proposal = _open(pk)
    if proposal.by == by:
        raise Refused("申請した本人は承認できません。ほかの承認者に依頼してください。")
    candidate = proposal.candidate
    report = _sound(candidate)
    if report.regressions and not reason.strip():
        raise Refused("誤った答えに変わる質問があります。それでも公開する理由を書いてください。")
    proposal.release = store(
        candidate.entries,
        bytes(candidate.matcher),
        candidate.encoder,
        report,
        note=proposal.note,
        published_by=proposal.by,
        approved_by=by,
        override_reason=reason.strip() if report.regressions else "",
    )
    proposal.save()
    record(Did.APPROVED, Kind.PROPOSAL, pk, by=by, release=proposal.release.number)
    return proposal.release


@transaction.atomic
def withdraw(pk: int) -> None:
    """Close the proposal without publishing. Raises Refused."""
    proposal = _open(pk)
    proposal.withdrawn_at = timezone.now()
    proposal.save()
    record(Did.WITHDREW, Kind.PROPOSAL, pk)


def waiting() -> list[Proposal]:
    """Proposals that wait for an approver, the latest first."""
    return list(Proposal.objects.filter(release=None, withdrawn_at=None).select_related("candidate"))


def why_not(candidate: Candidate) -> str:
    """Why the candidate cannot be published, in a sentence; "" when it can."""
    report = Report.model_validate(candidate.report)
    if candidate.state != CandidateState.READY:
        return "まだ公開の準備ができていません。"
    if candidate.base != live.live_number():
        return "準備の後に別の版が公開されました。もう一度準備してください。"
    if report.false_assurances:
        return "断定してはいけない質問に「掲載あり」と答えるようになるため、公開できません。"
    return "自分の質問に誤って答えるものが多すぎるため、公開できません。" if broken(report) else ""


def _sound(candidate: Candidate) -> Report:
    if reason := why_not(candidate):
        raise Refused(reason)
    return Report.model_validate(candidate.report)


def _open(pk: int) -> Proposal:
    found = Proposal.objects.select_for_update().filter(pk=pk).first()
    if found is None:
        raise Refused("この申請は見つかりません。")
    if not found.is_open:
        raise Refused("この申請はすでに公開されたか、取り下げられています。")
    return found
