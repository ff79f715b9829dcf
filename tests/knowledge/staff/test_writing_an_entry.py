from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client

from knowledge.models import Draft, Release
from knowledge.staff import new_entry
from tests.knowledge.conftest import Save
from tests.knowledge.samples import an_entry
from tests.knowledge.staff.entry_pages import ADD, draft_of, faults_on, form_of, page_of, shown, typed

pytestmark = pytest.mark.django_db
SNS = {
    "kind": "scenario",
    "title": "公式SNSアカウントの乗っ取り",
    "answer": "会社の公式SNSを乗っ取られた事故についてのご案内です。",
    "source": "保険金の支払い対象となるケース",
    "questions": "・公式アカウントを乗っ取られた\r\n\r\n- インスタが乗っ取られた",
    "boundary": "乗っ取られたアカウントで詐欺が行われた",
    "boundary_words": "詐欺",
    "conditions": ["condition.prior_approval"],
    "pays_for": ["cost.investigation", "liability.legal_damages"],
    "valid_from": "2026-12-01",
}


def added(client: Client, **changes: Any) -> Any:
    return client.post(ADD, typed(SNS | changes), follow=True)


def test_an_entry_is_added_as_it_was_typed(content: Client, release: Release) -> None:
    page = added(content).content.decode()
    assert "保存しました。" in page
    assert draft_of("scenario.kousiki_sns_akaunto_no_tori").updated_by == "yamada"
    data = Draft.objects.get(title=SNS["title"]).data
    assert data["questions"] == ["公式アカウントを乗っ取られた", "インスタが乗っ取られた"]
    assert (data["conditions"], data["pays_for"]) == (SNS["conditions"], SNS["pays_for"])
    assert (data["valid_from"], data["valid_until"], data["about_coverage"]) == ("2026-12-01", None, False)


def test_the_name_in_the_id_may_be_typed(content: Client, release: Release) -> None:
    added(content, name="ＳＮＳ_Account")
    assert draft_of("scenario.sns_account").title == SNS["title"]


def test_the_same_title_gets_another_id(content: Client, release: Release) -> None:
    added(content)
    added(content, questions="別の質問です", boundary="")
    assert Draft.objects.filter(title=SNS["title"]).count() == 2


@pytest.mark.parametrize(
    ("changes", "field", "fault"),
    [
        ({"kind": ""}, "kind", "種類を選んでください"),
        ({"name": "sns-account"}, "name", "半角の英小文字・数字・_ で書いてください"),
        ({"name": "x" * 90}, "name", "80文字以内にしてください"),
        ({"title": " 　"}, "title", "空にはできません"),
        ({"answer": ""}, "answer", "空にはできません"),
        ({"answer": "必ずお支払いします。"}, "answer", "支払いを約束する言葉「必ず」は使えません"),
        ({"answer": "あ" * 601}, "answer", "600文字以内にしてください"),
        ({"boundary_note": "100％は無理です"}, "boundary_note", "支払いを約束する言葉「100%」は使えません"),
        ({"source": ""}, "source", "出典の見出しを書いてください"),
        ({"questions": "・\n", "boundary": ""}, "questions", "1件以上書いてください"),
        ({"questions": "短い\n" + "あ" * 1001}, "questions", "「" + "あ" * 40 + "…」: 長すぎます。1000文字以内"),
        ({"questions": "詐欺にあった"}, "questions", "境界の言葉「詐欺」があります。境界の質問へ移すか"),
        ({"questions": "電車にノートパソコンを置き忘れた!"}, "questions", "別の項目にもあります"),
        ({"boundary": "フォレンジック調査の代金"}, "boundary", "別の項目にもあります"),
        ({"conditions": ["condition.gone"]}, "conditions", "「condition.gone」という項目はもうありません"),
        ({"pays_for": ["flow.inquiry"]}, "pays_for", "選べるのは次の種類の項目です(損害賠償、費用)"),
        ({"valid_until": "2026-11-30"}, "valid_until", "終了日が開始日"),
        ({"valid_from": "2026-02-30"}, "valid_from", "日付"),
    ],
)
def test_a_fault_is_said_at_its_field_and_nothing_typed_is_lost(
    content: Client, release: Release, changes: dict[str, Any], field: str, fault: str
) -> None:
    before = Draft.objects.count()
    page = added(content, **changes).content.decode()
    assert fault in faults_on(page)[field]
    assert "まだ保存していません" in page
    assert Draft.objects.count() == before
    rest = {name: value for name, value in SNS.items() if name not in changes}
    for name in set(rest) & {"title", "answer", "boundary_words", "source"}:
        assert str(rest[name]) in page
    if "questions" in rest:
        assert "- インスタが乗っ取られた" in page
    if "pays_for" in rest:
        assert 'value="liability.legal_damages" checked' in page


def test_a_question_of_another_entry_is_named_with_a_link_to_it(content: Client, release: Release) -> None:
    page = added(content, questions="フォレンジック調査の代金？").content.decode()
    assert "原因・被害範囲調査費用" in faults_on(page)["questions"]
    assert f'<a href="{page_of(draft_of("cost.investigation"))}" target="_blank">原因・被害範囲調査費用</a>' in page


def test_all_faults_are_said_at_once(content: Client, release: Release) -> None:
    page = added(content, title="", answer="全額", questions="", boundary="", kind="").content.decode()
    assert {"kind", "title", "answer", "questions"} <= set(faults_on(page))


def test_markup_that_was_typed_is_shown_as_text(content: Client, release: Release) -> None:
    evil = "<script>alert(1)</script>"
    page = added(content, title=evil, answer="", questions=evil, source=evil, boundary_words=evil).content.decode()
    assert evil not in page
    assert "&lt;script&gt;" in page


def test_a_change_is_kept_with_who_made_it_and_what_it_was(content: Client, release: Release) -> None:
    draft = draft_of("cost.investigation")
    content.post(page_of(draft), form_of(draft, title="調査の費用", aliases="フォレンジック費用"))
    changed = draft_of("cost.investigation")
    assert (changed.title, changed.data["aliases"], changed.version) == ("調査の費用", ["フォレンジック費用"], 2)
    assert LogEntry.objects.get().get_change_message() == "題、別の呼び方を変更しました。"


def test_a_page_that_is_saved_as_it_was_opened_changes_nothing(content: Client, release: Release) -> None:
    for draft in Draft.objects.all():
        assert content.post(page_of(draft), form_of(draft)).status_code == 302
        assert Draft.objects.filter(pk=draft.pk, digest=draft.digest, version=1).exists()
    assert not LogEntry.objects.exists()


def test_the_id_and_the_kind_stay_whatever_is_posted(content: Client, release: Release) -> None:
    draft = draft_of("cost.investigation")
    content.post(page_of(draft), form_of(draft, title="調査") | {"kind": "silent", "name": "x"})
    assert draft_of("cost.investigation").data["id"] == "cost.investigation"
    assert draft_of("cost.investigation").data["kind"] == "cost"


def test_without_pressing_save_nothing_is_kept(content: Client, release: Release) -> None:
    draft = draft_of("cost.investigation")
    form = form_of(draft, title="調査の費用", answer="全額です")
    del form["_save"]
    page = content.post(page_of(draft), form).content.decode()
    assert "調査の費用" in page
    assert "全額" in faults_on(page)["answer"]
    assert draft_of("cost.investigation").title == "原因・被害範囲調査費用"


def test_a_link_may_fill_in_a_new_entry(content: Client, save_drafts: Save) -> None:
    save_drafts(an_entry())
    page = shown(content, f"{ADD}?pays_for=cost.condolence", kind="scenario", questions="一つ目\n二つ目", title="題")
    assert '<option value="scenario" selected>' in page
    assert "一つ目\n二つ目</textarea>" in page


def test_questions_that_are_too_long_for_a_link_come_from_the_session(content: Client, save_drafts: Save) -> None:
    session = content.session
    session[new_entry.KEPT] = "一つ目\n二つ目"
    session.save()
    assert "一つ目\n二つ目</textarea>" in shown(content, ADD, **{"from": new_entry.FROM_SESSION})
    assert "一つ目" not in shown(content, ADD)


def test_the_page_says_how_the_entry_stands_and_how_it_is_found(content: Client, release: Release) -> None:
    draft = draft_of("scenario.lost_device")
    page = shown(content, page_of(draft))
    assert "この項目の見つかりやすさ" in page
    assert "質問が5件です。" in page
    assert "公開中" in page
    assert "scenario.lost_device" in page
