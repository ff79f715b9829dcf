import pytest
from django.contrib.auth.models import User
from django.test import Client

from knowledge import candidates
from knowledge.models import Candidate, CandidateState, Draft, Proposal, Release
from tests.knowledge.conftest import Save
from tests.knowledge.fakes import FakeEncoder
from tests.knowledge.samples import an_entry
from tests.knowledge.staff.release_pages import HISTORY, PREPARE, prepared

pytestmark = pytest.mark.django_db
PARKING = {"id": "flow.parking", "title": "駐車場", "answer": "駐車場はございません。", "questions": ["車で行けますか"]}


@pytest.fixture(autouse=True)
def begun(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The digests whose preparation the pages began."""
    started: list[str] = []
    monkeypatch.setattr(candidates, "start", started.append)
    return started


@pytest.fixture
def candidate(release: Release, save_drafts: Save, encoder: FakeEncoder) -> Candidate:
    save_drafts(an_entry(**PARKING))
    return prepared(encoder)


def propose(client: Client, candidate: Candidate, note: str = "駐車場を足した") -> Proposal:
    client.post(f"{HISTORY}propose/{candidate.pk}/", {"note": note})
    return Proposal.objects.get()


def test_an_editor_begins_the_preparation(
    content: Client, release: Release, save_drafts: Save, begun: list[str]
) -> None:
    save_drafts(an_entry(**PARKING))
    assert "駐車場" in content.get(PREPARE).content.decode()
    content.post(f"{PREPARE}begin/")
    assert len(begun) == 1
    assert "data-state-url" in content.get(PREPARE).content.decode()


def test_the_page_can_ask_how_far_it_is(content: Client, release: Release) -> None:
    content.post(f"{PREPARE}begin/")
    Candidate.objects.update(step="質問の言い方を学んでいます", progress=40)
    said = content.get(f"{PREPARE}state/").json()
    assert said == {"state": "working", "step": "質問の言い方を学んでいます", "progress": 40}


def test_what_would_change_is_shown(content: Client, candidate: Candidate) -> None:
    page = content.get(PREPARE).content.decode()
    assert "flow.parking" in page
    assert "誤った答えに変わる質問はありません" in page


def test_faults_are_shown_with_a_link_to_their_entry(content: Client, release: Release, encoder: FakeEncoder) -> None:
    draft = Draft.objects.create(entry_id="flow.quote", data={"id": "flow.quote", "title": "お見積り"})
    prepared(encoder)
    page = content.get(PREPARE).content.decode()
    assert "下書きに誤りがあるため" in page
    assert f"/staff/knowledge/draft/{draft.pk}/change/" in page


def test_a_colleague_approves_and_it_is_live(content: Client, approver: Client, candidate: Candidate) -> None:
    proposal = propose(content, candidate)
    address = f"{HISTORY}proposal/{proposal.pk}/"
    assert "承認して公開する" in approver.get(address).content.decode()
    response = approver.post(f"{address}approve/", follow=True)
    assert "第2版を公開しました" in response.content.decode()
    history = content.get(HISTORY).content.decode()
    assert "公開: 山田 花子、承認: 加藤 誠" in history


def test_who_proposed_is_not_offered_to_approve(admin_client: Client, candidate: Candidate) -> None:
    proposal = propose(admin_client, candidate)
    address = f"{HISTORY}proposal/{proposal.pk}/"
    assert "承認して公開する" not in admin_client.get(address).content.decode()
    assert "本人は承認できません" in admin_client.post(f"{address}approve/").content.decode()
    assert Release.objects.count() == 1


def test_without_a_note_nothing_is_proposed_and_the_page_says_why(content: Client, candidate: Candidate) -> None:
    response = content.post(f"{HISTORY}propose/{candidate.pk}/", {"note": " "})
    assert "何を変えたかを書いてください" in response.content.decode()
    assert not Proposal.objects.exists()


def test_a_regression_names_the_question_and_its_entry_and_asks_for_a_reason(
    content: Client, approver: Client, release: Release, save_drafts: Save, encoder: FakeEncoder
) -> None:
    words = ["電車に{}を置き忘れた", "営業先で{}をなくしました", "タクシーに会社の{}を忘れた", "帰り道で{}を紛失した"]
    things = ["ノートパソコン", "書類", "スマホ", "USBメモリ", "パソコン", "鞄", "PC", "端末"]
    thief = [word.format(t + "類") for word in words for t in things]
    save_drafts(an_entry(id="silent.thief", title="忘れ物", source="", questions=thief))
    candidate = prepared(encoder)
    page = content.get(PREPARE).content.decode()
    assert "誤った答えに変わる質問" in page
    assert "タクシーに会社のスマホを忘れた" in page
    assert "外出先でPCや書類を紛失の質問" in page
    address = f"{HISTORY}proposal/{propose(content, candidate).pk}/"
    assert "理由を書いてください" in approver.post(f"{address}approve/", {"reason": ""}).content.decode()
    assert Release.objects.count() == 1
    approver.post(f"{address}approve/", {"reason": "忘れ物の案内に分けたため"})
    assert "忘れ物の案内に分けたため" in content.get(HISTORY).content.decode()


def test_a_proposal_is_withdrawn_by_its_author(content: Client, candidate: Candidate) -> None:
    proposal = propose(content, candidate)
    content.post(f"{HISTORY}proposal/{proposal.pk}/withdraw/")
    assert "取り下げられた申請" in content.get(f"{HISTORY}proposal/{proposal.pk}/").content.decode()


def test_another_editor_does_not_withdraw_it(content: Client, ito: User, login: object, candidate: Candidate) -> None:
    proposal = propose(content, candidate)
    other = Client()
    other.force_login(ito)
    assert other.post(f"{HISTORY}proposal/{proposal.pk}/withdraw/").status_code == 404
    assert Proposal.objects.get().is_open


def test_a_preparation_that_broke_off_says_so_and_can_be_begun_again(
    content: Client, release: Release, begun: list[str]
) -> None:
    content.post(f"{PREPARE}begin/")
    candidates.fail(Candidate.objects.get().digest)
    assert "途中で止まりました" in content.get(PREPARE).content.decode()
    content.post(f"{PREPARE}begin/")
    assert Candidate.objects.get().state == CandidateState.WORKING
    assert len(begun) == 2
