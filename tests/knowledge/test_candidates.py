"""A candidate is prepared once for the drafts of one moment; what breaks off or changes can be begun again."""

from datetime import timedelta

import pytest
from django.utils import timezone

from knowledge import candidates, proposals
from knowledge.models import Candidate, CandidateState, Draft, Release
from tests.knowledge.conftest import Save
from tests.knowledge.fakes import FakeEncoder
from tests.knowledge.samples import an_entry
from tests.logs import written

pytestmark = pytest.mark.django_db


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The digests whose preparation was begun; nothing is prepared until the test does so."""
    begun: list[str] = []
    monkeypatch.setattr(candidates, "start", begun.append)
    return begun


def test_preparing_is_begun_once_however_often_it_is_asked_for(release: Release, started: list[str]) -> None:
    first, second = candidates.prepare("山田"), candidates.prepare("佐藤")
    assert first.pk == second.pk
    assert first.state == CandidateState.WORKING
    assert started == [first.digest]


def test_a_prepared_candidate_answers_as_the_drafts_do(
    release: Release, started: list[str], encoder: FakeEncoder, save_drafts: Save
) -> None:
    save_drafts(
        an_entry(id="flow.parking", title="駐車場", answer="駐車場はございません。", questions=["車で行けますか"])
    )
    candidates.build(candidates.prepare("山田").digest, encoder)
    ready = candidates.current()
    assert ready is not None
    assert ready.state == CandidateState.READY
    assert candidates.knowledge_of(ready).decide("車で行けますか").entry_ids[0] == "flow.parking"


def test_saving_a_draft_makes_another_candidate_necessary(
    release: Release, started: list[str], encoder: FakeEncoder, save_drafts: Save
) -> None:
    candidates.build(candidates.prepare("山田").digest, encoder)
    save_drafts(an_entry(id="flow.parking", questions=["車で行けますか"]))
    assert candidates.current() is None


def test_publishing_makes_another_candidate_necessary(
    release: Release, started: list[str], encoder: FakeEncoder
) -> None:
    from knowledge.publishing import publish

    candidates.build(candidates.prepare("山田").digest, encoder)
    publish(encoder, note="同じ内容", by="佐藤")
    assert candidates.current() is None


def test_a_live_release_that_this_version_cannot_read_is_followed_by_the_next_one(
    release: Release, started: list[str], encoder: FakeEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = written(monkeypatch)
    Release.objects.filter(pk=release.pk).update(encoder="an encoder of an older hosho")
    candidates.build(candidates.prepare("山田").digest, encoder)
    ready = candidates.current()
    assert ready is not None
    assert proposals.why_not(ready) == ""
    assert "the live release cannot be read" in log.getvalue()


def test_unsound_drafts_leave_a_candidate_that_names_every_fault(
    release: Release, started: list[str], encoder: FakeEncoder
) -> None:
    Draft.objects.create(entry_id="flow.quote", data={"id": "flow.quote"})
    candidates.build(candidates.prepare("山田").digest, encoder)
    faulty = candidates.current()
    assert faulty is not None
    assert faulty.state == CandidateState.FAULTY
    assert {fault["place"] for fault in faulty.faults} == {"flow.quote"}


def test_a_preparation_without_a_sign_of_life_is_begun_again(release: Release, started: list[str]) -> None:
    digest = candidates.prepare("山田").digest
    Candidate.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    broken_off = candidates.current()
    assert broken_off is not None
    assert broken_off.state == CandidateState.FAILED
    assert candidates.prepare("山田").state == CandidateState.WORKING
    assert started == [digest, digest]


def test_while_one_is_prepared_another_waits(release: Release, started: list[str], save_drafts: Save) -> None:
    first = candidates.prepare("山田")
    save_drafts(an_entry(id="flow.parking", questions=["車で行けますか"]))
    assert candidates.prepare("佐藤").step == candidates.WAITING
    assert started == [first.digest]


def test_a_preparation_that_the_drafts_have_overtaken_is_dropped(
    release: Release, started: list[str], encoder: FakeEncoder, save_drafts: Save
) -> None:
    digest = candidates.prepare("山田").digest
    save_drafts(an_entry(id="flow.parking", questions=["車で行けますか"]))
    assert candidates.build(digest, encoder) is None
    assert not Candidate.objects.exists()


def test_only_the_latest_candidates_are_kept(
    release: Release, started: list[str], encoder: FakeEncoder, save_drafts: Save
) -> None:
    for number in range(candidates.KEPT + 2):
        save_drafts(an_entry(id="flow.parking", questions=[f"車で{number}時に行けますか"]))
        candidates.build(candidates.prepare("山田").digest, encoder)
    assert Candidate.objects.count() == candidates.KEPT
