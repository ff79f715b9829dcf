import pytest
from django.test import Client

from knowledge import live
from knowledge.models import Activation, Draft, Release
from knowledge.publishing import publish
from tests.knowledge.conftest import Save
from tests.knowledge.fakes import FakeEncoder
from tests.knowledge.samples import an_entry
from tests.knowledge.staff.release_pages import HISTORY

pytestmark = pytest.mark.django_db


@pytest.fixture
def second(release: Release, save_drafts: Save, encoder: FakeEncoder) -> Release:
    """Another question at an entry, another title, and a new entry."""
    save_drafts(
        an_entry(id="flow.inquiry", title="お問い合わせ方法", questions=["どこに問い合わせればいいですか", "窓口は"])
    )
    save_drafts(an_entry(id="flow.parking", title="駐車場", questions=["車で行けますか"]))
    return publish(encoder, note="窓口を足した", by="yamada")[0]


def test_the_history_says_what_was_changed_by_whom_and_which_is_live(approver: Client, second: Release) -> None:
    page = approver.get(HISTORY).content.decode()
    assert page.index("第2版") < page.index("公開中") < page.index("第1版")
    assert "窓口を足した" in page


def test_an_approver_goes_back_in_two_clicks(approver: Client, second: Release) -> None:
    assert f"{HISTORY}1/activate/" in approver.get(HISTORY).content.decode()
    assert "第1版に戻す" in approver.get(f"{HISTORY}1/activate/").content.decode()
    assert "第1版に戻しました" in approver.post(f"{HISTORY}1/activate/", follow=True).content.decode()
    live.look_again()
    assert live.current().number == 1
    assert Activation.objects.first().by == "kato"  # type: ignore[union-attr]


def test_going_back_leaves_the_drafts_as_they_are(approver: Client, second: Release) -> None:
    approver.post(f"{HISTORY}1/activate/")
    draft = Draft.objects.get(entry_id="flow.inquiry")
    assert draft.title == "お問い合わせ方法"
    assert draft.live_digest not in ("", draft.digest)


def test_an_editor_does_not_go_back(content: Client, second: Release) -> None:
    assert "この版に戻す" not in content.get(HISTORY).content.decode()
    assert content.post(f"{HISTORY}1/activate/").status_code == 403


def test_a_release_of_an_older_form_is_not_gone_back_to(approver: Client, second: Release) -> None:
    Release.objects.filter(number=1).update(encoder="older")
    page = approver.post(f"{HISTORY}1/activate/", follow=True).content.decode()
    assert "以前の形式" in page
    assert live.live_number() == 2


def test_two_releases_are_compared_field_by_field(content: Client, second: Release) -> None:
    page = content.get(f"{HISTORY}compare/", {"a": "1", "b": "2"}).content.decode()
    assert '<li class="gone">お問い合わせ</li>' in page
    assert '<li class="added">お問い合わせ方法</li>' in page
    assert '<li class="added">窓口は</li>' in page
    assert '<span class="what">追加</span> 駐車場' in page
    back = content.get(f"{HISTORY}compare/", {"a": "2", "b": "1"}).content.decode()
    assert '<span class="what">削除</span> 駐車場' in back


def test_a_release_compared_with_itself_is_the_same(content: Client, release: Release) -> None:
    assert "内容は同じです" in content.get(f"{HISTORY}compare/", {"a": "1", "b": "1"}).content.decode()


@pytest.mark.parametrize("query", ["", "?a=1", "?a=1&b=99", "?a=x&b=1", "?a=٣&b=1"])
def test_what_does_not_exist_is_not_compared(content: Client, release: Release, query: str) -> None:
    assert content.get(f"{HISTORY}compare/{query}").status_code == 404


def test_a_release_tells_what_it_changed(content: Client, second: Release) -> None:
    page = content.get(f"{HISTORY}2/").content.decode()
    assert "お問い合わせ方法" in page
    assert "駐車場" in page
