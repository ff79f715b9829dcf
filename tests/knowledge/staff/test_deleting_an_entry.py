import pytest
from django.test import Client

from knowledge import editing
from knowledge.models import Draft, Release
from tests.knowledge.staff.entry_pages import ENTRIES, draft_of, page_of, shown

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("release")]


def deletion_of(draft: Draft) -> str:
    return f"{ENTRIES}{draft.pk}/delete/"


def test_it_is_asked_for_once_more(content: Client) -> None:
    draft = draft_of("scenario.missent_mail")
    page = shown(content, deletion_of(draft))
    assert "元には戻せません" in page
    assert "質問4件、境界の質問2件" in page
    assert "次に公開するまで今の内容で答えます" in page
    done = content.post(deletion_of(draft), {"version": 1}, follow=True).content.decode()
    assert "「メールやFAXの誤送信」を削除しました。" in done
    assert not Draft.objects.filter(pk=draft.pk).exists()


def test_an_entry_that_others_name_is_not_deleted_and_they_are_named(content: Client) -> None:
    draft = draft_of("cost.investigation")
    page = shown(content, deletion_of(draft))
    for other in ("scenario.lost_device", "scenario.missent_mail"):
        assert f'<a href="{page_of(draft_of(other))}">{draft_of(other).title}</a>' in page
    assert "削除する</button>" not in page
    refused = content.post(deletion_of(draft), {"version": 1}, follow=True).content.decode()
    assert (
        "削除しませんでした。「外出先でPCや書類を紛失」、「メールやFAXの誤送信」がこの項目を参照しています。" in refused
    )
    assert Draft.objects.filter(pk=draft.pk).exists()


@pytest.mark.parametrize("version", ["1", "", "x"])
def test_an_entry_that_was_changed_in_between_is_not_deleted(content: Client, version: str) -> None:
    draft = draft_of("scenario.missent_mail")
    editing.save(draft.entry_id, 1, {**draft.data, "title": "伊藤の題"}, "ito")
    page = content.post(deletion_of(draft), {"version": version}, follow=True).content.decode()
    assert "削除しませんでした。itoさんが内容を変更しました。" in page
    assert Draft.objects.filter(pk=draft.pk).exists()


def test_there_is_no_deleting_of_many_at_once(content: Client) -> None:
    ids = list(Draft.objects.values_list("pk", flat=True))
    content.post(ENTRIES, {"action": "delete_selected", "_selected_action": ids, "post": "yes"})
    assert Draft.objects.count() == len(ids)


def test_deleting_what_is_gone_leads_to_the_list(content: Client, release: Release) -> None:
    assert content.post(f"{ENTRIES}99999/delete/", {"version": 1}).status_code == 302
