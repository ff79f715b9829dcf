import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from knowledge.models import Draft, Release
from tests.knowledge.staff.entry_pages import ENTRIES, draft_of, faults_on, form_of, page_of
from tests.people import Login

pytestmark = pytest.mark.django_db
ID = "scenario.lost_device"
QUESTIONS = "電車にノートパソコンを置き忘れた\nタクシーに会社のスマホを忘れた"


@pytest.fixture
def other(ito: User, login: Login) -> Client:
    """The browser of 伊藤, another editor."""
    return login(ito)


@pytest.fixture
def opened(release: Release) -> Draft:
    """As both editors saw it when they opened the page."""
    return draft_of(ID)


def taken(page: str) -> dict[str, str]:
    """By field, whose content is chosen on the page of a conflict."""
    return dict(re.findall(r'name="take-(\w+)" value="(\w+)" checked', page))


def again(page: str, form: dict[str, Any], **choices: str) -> dict[str, Any]:
    """What is posted when the page of a conflict is saved with these choices."""
    hidden = {n: re.search(rf'name="{n}" value="([^"]*)"', page)[1] for n in ("version", "began-with")}  # type: ignore[index]
    hidden = {name: value.replace("&quot;", '"') for name, value in hidden.items()}
    return form | hidden | {f"take-{field}": whose for field, whose in {**taken(page), **choices}.items()}


def test_the_second_is_told_who_saved_and_nothing_is_overwritten(content: Client, other: Client, opened: Draft) -> None:
    other.post(page_of(opened), form_of(opened, title="伊藤の題"))
    page = content.post(page_of(opened), form_of(opened, title="山田の題")).content.decode()
    assert "伊藤 健さんが先に保存しました" in page
    assert re.search(r"\d+月\d+日 \d\d:\d\d", page)
    assert "<li>伊藤の題</li>" in page
    assert "<li>山田の題</li>" in page
    assert 'value="山田の題"' in page
    assert draft_of(ID).title == "伊藤の題"


def test_saving_again_takes_what_was_chosen(content: Client, other: Client, opened: Draft) -> None:
    other.post(page_of(opened), form_of(opened, title="伊藤の題", answer="伊藤の答え"))
    form = form_of(opened, title="山田の題", answer="山田の答え")
    page = content.post(page_of(opened), form).content.decode()
    content.post(page_of(opened), again(page, form, title="theirs", answer="yours"))
    assert (draft_of(ID).title, draft_of(ID).data["answer"], draft_of(ID).version) == ("伊藤の題", "山田の答え", 3)


def test_fields_that_only_one_of_them_touched_keep_that_change(content: Client, other: Client, opened: Draft) -> None:
    other.post(page_of(opened), form_of(opened, title="伊藤の題"))
    form = form_of(opened, boundary_note="山田の説明")
    page = content.post(page_of(opened), form).content.decode()
    assert taken(page) == {"title": "theirs", "boundary_note": "yours"}
    content.post(page_of(opened), again(page, form))
    assert (draft_of(ID).title, draft_of(ID).data["boundary_note"]) == ("伊藤の題", "山田の説明")


def test_lines_that_both_added_are_kept(content: Client, other: Client, opened: Draft) -> None:
    other.post(page_of(opened), form_of(opened, questions=QUESTIONS + "\n伊藤の質問"))
    form = form_of(opened, questions=QUESTIONS + "\n・山田の質問", pays_for=["liability.legal_damages"])
    page = content.post(page_of(opened), form).content.decode()
    assert taken(page) == {"questions": "both", "pays_for": "yours"}
    assert "<li>伊藤の質問</li>" in page
    assert "<li>山田の質問</li>" in page
    content.post(page_of(opened), again(page, form, pays_for="both"))
    kept = draft_of(ID).data
    assert kept["questions"] == [*QUESTIONS.split("\n"), "山田の質問", "伊藤の質問"]
    assert kept["pays_for"] == ["liability.legal_damages", "cost.investigation"]


def test_a_third_save_in_between_is_a_conflict_again(content: Client, other: Client, opened: Draft) -> None:
    other.post(page_of(opened), form_of(opened, title="伊藤の題"))
    form = form_of(opened, title="山田の題")
    page = content.post(page_of(opened), form).content.decode()
    other.post(page_of(opened), form_of(draft_of(ID), title="伊藤の次の題"))
    page = content.post(page_of(opened), again(page, form, title="theirs")).content.decode()
    assert "<li>伊藤の次の題</li>" in page
    assert draft_of(ID).title == "伊藤の次の題"


def test_the_same_change_by_both_is_no_conflict(content: Client, other: Client, opened: Draft) -> None:
    other.post(page_of(opened), form_of(opened, title="同じ題"))
    assert content.post(page_of(opened), form_of(opened, title="同じ題")).status_code == 302
    assert (draft_of(ID).updated_by, draft_of(ID).version) == ("ito", 2)


def test_a_fault_and_a_conflict_are_told_together(content: Client, other: Client, opened: Draft) -> None:
    other.post(page_of(opened), form_of(opened, title="伊藤の題"))
    page = content.post(page_of(opened), form_of(opened, answer="全額です")).content.decode()
    assert "伊藤 健さんが先に保存しました" in page
    assert "全額" in faults_on(page)["answer"]


def test_what_was_typed_into_an_entry_that_was_deleted_becomes_a_new_one(
    content: Client, other: Client, opened: Draft
) -> None:
    other.post(f"{ENTRIES}{opened.pk}/delete/", {"version": opened.version})
    assert not Draft.objects.filter(pk=opened.pk).exists()
    form = form_of(opened, title="山田の題")
    page = content.post(page_of(opened), form).content.decode()
    assert "編集している間に削除されました" in page
    assert 'value="山田の題"' in page
    assert f'action="{ENTRIES}add/"' in page
    content.post(f"{ENTRIES}add/", form)
    assert draft_of(ID).title == "山田の題"


@pytest.mark.parametrize("version", ["", "x", "0", "99", "-1", "²"])
def test_a_page_without_a_true_version_overwrites_nothing(content: Client, opened: Draft, version: str) -> None:
    page = content.post(page_of(opened), form_of(opened, title="山田の題") | {"version": version, "began-with": "["})
    assert page.status_code == 200
    assert draft_of(ID).title == opened.title
