import html
import re

import pytest
from django.test import Client

from knowledge import candidates, editing, live
from knowledge.models import Candidate, Draft, Release, UnansweredQuestion
from tests.knowledge.fakes import FakeEncoder
from tests.knowledge.staff.entry_pages import TRY, draft_of, page_of, shown

pytestmark = pytest.mark.django_db
THEFT = "車上荒らしでパソコンを盗まれた"


@pytest.fixture(autouse=True)
def started(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The digests whose preparation was begun; nothing is prepared until the test does so."""
    begun: list[str] = []
    monkeypatch.setattr(candidates, "start", begun.append)
    return begun


def prepare(encoder: FakeEncoder) -> None:
    candidates.build(candidates.prepare("yamada").digest, encoder)


def sides(page: str) -> list[str]:
    """The text of the draft's side and of the live one, without markup."""
    parts = re.findall(r'<section aria-labelledby="side-\d">(.*?)</section>', page, re.S)
    return [html.unescape(re.sub(r"<[^>]+>", "", part)) for part in parts]


def test_the_live_answer_stands_at_once_while_the_drafts_are_prepared(
    content: Client, release: Release, started: list[str]
) -> None:
    draft, live_side = sides(shown(content, TRY, q=THEFT))
    assert "公開中(第1版)" in live_side
    assert "掲載の内容だけでは判断できません" in live_side
    assert "判定" not in draft
    assert len(started) == 1
    shown(content, TRY, q=THEFT)
    assert len(started) == 1


def test_both_answers_are_shown_with_what_spoke_for_them(
    content: Client, release: Release, encoder: FakeEncoder
) -> None:
    prepare(encoder)
    page = shown(content, TRY, q=THEFT)
    assert "訪問者に見える答えは、公開中と下書きで同じです。" in page
    for side in sides(page):
        for words in ("近い項目", "外出先でPCや書類を紛失", "パソコン", f"「{THEFT}」境界", "断定できる割合", "%"):
            assert words in side
    assert f'<a href="{page_of(draft_of("scenario.lost_device"))}" target="_blank">' in page


def test_an_answer_that_would_change_is_said_to_change(content: Client, release: Release, encoder: FakeEncoder) -> None:
    draft = draft_of("scenario.lost_device")
    editing.save(draft.entry_id, 1, {**draft.data, "boundary_note": "新しい説明です。"}, "yamada")
    prepare(encoder)
    page = shown(content, TRY, q=THEFT)
    assert "公開すると、訪問者に見える答えが変わります。" in page
    draft_side, live_side = sides(page)
    assert "新しい説明です。" in draft_side
    assert "盗難に遭った場合の扱いは書かれていません。" in live_side


def test_drafts_with_faults_name_them_with_a_link(content: Client, release: Release, encoder: FakeEncoder) -> None:
    Draft.objects.filter(entry_id="cost.investigation").update(data={"id": "cost.investigation"}, digest="x")
    prepare(encoder)
    page = shown(content, TRY, q=THEFT)
    assert "下書きに誤りがあるため、試せません" in page
    assert f'<a href="{page_of(draft_of("cost.investigation"))}" target="_blank">' in page
    assert "判断できません" in sides(page)[1]


def test_without_a_release_the_drafts_are_tried_alone(content: Client, release: Release, encoder: FakeEncoder) -> None:
    release.activation_set.all().delete()
    live.look_again()
    prepare(encoder)
    draft, live_side = sides(shown(content, TRY, q=THEFT))
    assert "公開中の版がありません" in live_side
    assert "判断できません" in draft


def test_what_cannot_be_read_is_said(content: Client, release: Release, encoder: FakeEncoder) -> None:
    prepare(encoder)
    Release.objects.update(encoder="old")
    Candidate.objects.update(encoder="old")
    assert all("読み取れないため" in side for side in sides(shown(content, TRY, q=THEFT)))


def test_several_things_asked_are_answered_apart(content: Client, release: Release, encoder: FakeEncoder) -> None:
    prepare(encoder)
    for side in sides(shown(content, TRY, q="法律上の損害賠償金と原因・被害範囲調査費用とは")):
        assert "賠償金が挙げられています。" in side
        assert "被害が及んだのかを調べるお金が挙げられています。" in side


def test_the_page_of_an_entry_has_the_box_and_leads_back(content: Client, release: Release) -> None:
    draft = draft_of("scenario.lost_device")
    assert f'action="{TRY}"' in shown(content, page_of(draft))
    assert f"「{draft.title}」の編集に戻る" in html.unescape(shown(content, TRY, q="", entry=str(draft.pk)))


@pytest.mark.parametrize("question", ["", "  ", "\0", "😱", "あ" * 3000, "<script>alert(1)</script>"])
def test_any_question_is_answered_by_a_page(
    content: Client, release: Release, encoder: FakeEncoder, question: str
) -> None:
    prepare(encoder)
    assert "<script>alert" not in shown(content, TRY, q=question, entry="x")


def test_trying_keeps_no_question(content: Client, release: Release, encoder: FakeEncoder) -> None:
    prepare(encoder)
    shown(content, TRY, q="身代金は払われますか")
    assert not UnansweredQuestion.objects.exists()


def test_without_a_question_nothing_is_prepared(content: Client, release: Release, started: list[str]) -> None:
    shown(content, TRY)
    assert started == []
