"""A release needs a colleague's approval; what would answer wrongly is blocked, false assurance never goes live."""

import pytest

from knowledge import candidates, proposals
from knowledge.domain.comparison import Change, Report
from knowledge.models import Activation, Candidate, Draft, Release
from knowledge.proposals import Refused
from tests.knowledge.conftest import Save
from tests.knowledge.fakes import FakeEncoder
from tests.knowledge.samples import an_entry

pytestmark = pytest.mark.django_db
WRONG = Change(
    entry_id="flow.inquiry",
    role="questions",
    question="電話で聞きたい",
    before="ご案内「お問い合わせ」",
    after="掲載なし「保険料」",
    expected="この項目が見つかる",
)


@pytest.fixture
def candidate(release: Release, encoder: FakeEncoder, save_drafts: Save, monkeypatch: pytest.MonkeyPatch) -> Candidate:
    """Drafts with a new entry, prepared."""
    monkeypatch.setattr(candidates, "start", lambda digest: None)
    save_drafts(
        an_entry(id="flow.parking", title="駐車場", answer="駐車場はございません。", questions=["車で行けますか"])
    )
    ready = candidates.build(candidates.prepare("山田").digest, encoder)
    assert ready is not None
    return ready


def with_report(candidate: Candidate, **parts: list[Change]) -> Candidate:
    candidate.report = Report.model_validate(candidate.report).model_copy(update=parts).model_dump()
    candidate.save()
    return candidate


def test_an_approved_proposal_is_the_live_release_with_both_names(candidate: Candidate) -> None:
    proposal = proposals.propose(candidate, "駐車場を足した", by="山田")
    release = proposals.approve(proposal.pk, by="佐藤")
    assert (release.number, release.published_by, release.approved_by) == (2, "山田", "佐藤")
    assert release.note == "駐車場を足した"
    assert Activation.objects.first().release == release  # type: ignore[union-attr]


def test_the_drafts_then_know_that_they_are_live(candidate: Candidate) -> None:
    assert Draft.objects.get(entry_id="flow.parking").live_digest == ""
    proposals.approve(proposals.propose(candidate, "駐車場", by="山田").pk, by="佐藤")
    draft = Draft.objects.get(entry_id="flow.parking")
    assert draft.live_digest == draft.digest


def test_nobody_approves_their_own_proposal(candidate: Candidate) -> None:
    proposal = proposals.propose(candidate, "駐車場", by="山田")
    with pytest.raises(Refused, match="本人は承認できません"):
        proposals.approve(proposal.pk, by="山田")
    assert Release.objects.count() == 1


def test_a_proposal_says_what_was_changed(candidate: Candidate) -> None:
    with pytest.raises(Refused, match="何を変えたか"):
        proposals.propose(candidate, "  ", by="山田")


def test_questions_that_got_wrong_block_until_a_reason_is_written(candidate: Candidate) -> None:
    proposal = proposals.propose(with_report(candidate, regressions=[WRONG]), "駐車場", by="山田")
    with pytest.raises(Refused, match="理由を書いてください"):
        proposals.approve(proposal.pk, by="佐藤")
    release = proposals.approve(proposal.pk, by="佐藤", reason="この言い方は電話の案内に移したため")
    assert release.override_reason == "この言い方は電話の案内に移したため"


def test_a_false_assurance_is_never_published(candidate: Candidate) -> None:
    with pytest.raises(Refused, match="断定してはいけない"):
        proposals.propose(with_report(candidate, false_assurances=[WRONG]), "駐車場", by="山田")
    assert not proposals.waiting()


def test_a_release_that_misses_much_is_never_published(candidate: Candidate) -> None:
    candidate.report["counts"]["wrong"] = candidate.report["counts"]["asked"]
    candidate.save()
    with pytest.raises(Refused, match="多すぎる"):
        proposals.propose(candidate, "駐車場", by="山田")


def test_what_was_compared_with_an_older_release_is_prepared_again(candidate: Candidate, encoder: FakeEncoder) -> None:
    from knowledge.publishing import publish

    proposal = proposals.propose(candidate, "駐車場", by="山田")
    publish(encoder, note="先に公開", by="鈴木")
    with pytest.raises(Refused, match="別の版が公開"):
        proposals.approve(proposal.pk, by="佐藤")


def test_drafts_saved_after_the_proposal_do_not_stop_it_and_do_not_go_live(
    candidate: Candidate, save_drafts: Save
) -> None:
    proposal = proposals.propose(candidate, "駐車場", by="山田")
    save_drafts(an_entry(id="flow.later", questions=["後から足した質問"]))
    release = proposals.approve(proposal.pk, by="佐藤")
    assert "flow.later" not in {entry["id"] for entry in release.entries}


def test_a_withdrawn_proposal_is_not_approved(candidate: Candidate) -> None:
    proposal = proposals.propose(candidate, "駐車場", by="山田")
    proposals.withdraw(proposal.pk)
    with pytest.raises(Refused, match="取り下げ"):
        proposals.approve(proposal.pk, by="佐藤")


def test_the_same_content_is_not_published_again(candidate: Candidate, encoder: FakeEncoder) -> None:
    proposals.approve(proposals.propose(candidate, "駐車場", by="山田").pk, by="佐藤")
    again = candidates.build(candidates.prepare("山田").digest, encoder)
    assert again is not None
    with pytest.raises(Refused, match="同じ内容"):
        proposals.propose(again, "もう一度", by="山田")
