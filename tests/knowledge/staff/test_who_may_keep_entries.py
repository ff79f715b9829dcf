import pytest
from django.test import Client

from knowledge.models import Draft, Release
from tests.knowledge.staff.entry_pages import ADD, ENTRIES, PICK, PREVIEW, TRY, draft_of, form_of, page_of, shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(release: Release) -> Draft:
    return draft_of("scenario.lost_device")


@pytest.fixture
def looking(draft: Draft) -> list[str]:
    """What may be looked at by whoever may see entries."""
    return [ENTRIES, page_of(draft), f"{ENTRIES}{draft.pk}/history/", PICK, TRY]


@pytest.fixture
def changing(draft: Draft) -> list[str]:
    return [ADD, f"{ENTRIES}{draft.pk}/delete/"]


def test_an_approver_looks_and_changes_nothing(
    approver: Client, draft: Draft, looking: list[str], changing: list[str]
) -> None:
    assert [approver.get(page).status_code for page in looking] == [200] * 5
    assert [approver.get(page).status_code for page in changing] == [403] * 2
    page = shown(approver, page_of(draft))
    assert "電車にノートパソコンを置き忘れた" in page
    assert 'name="_save"' not in page
    assert "項目を追加" not in shown(approver, ENTRIES)
    assert approver.post(page_of(draft), form_of(draft, title="別の題")).status_code == 403
    assert approver.post(f"{ENTRIES}{draft.pk}/delete/", {"version": 1}).status_code == 403
    assert approver.post(PREVIEW, form_of(draft)).status_code == 403
    assert Draft.objects.get(pk=draft.pk).title == draft.title


def test_an_entry_that_does_not_exist_leads_back_with_a_word(content: Client, release: Release) -> None:
    page = content.get(f"{ENTRIES}99999/change/", follow=True).content.decode()
    assert "99999" in page
