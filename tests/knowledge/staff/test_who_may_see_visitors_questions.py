"""Content staff alone see and take visitors' questions; nobody adds, edits or deletes one by hand."""

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from knowledge.models import ClarifiedQuestion, Draft, RatedAnswer, Release, UnansweredQuestion
from tests.knowledge.asked import chosen, rated, unanswered
from tests.people import Login

pytestmark = pytest.mark.django_db
MODELS = ("unansweredquestion", "ratedanswer", "clarifiedquestion")
LISTS = [f"/staff/knowledge/{model}/" for model in MODELS]
POSTS = [f"/staff/knowledge/{model}/{what}/" for model in MODELS for what in ("take", "back")]


@pytest.fixture(autouse=True)
def kept(release: Release) -> UnansweredQuestion:
    rated("鍵をなくした", "scenario.lost_device")
    chosen("書類", "scenario.lost_device")
    return unanswered("身代金は払われますか")


def a_reader(*codes: str) -> User:
    user = User.objects.create_user("reader", is_staff=True)
    user.user_permissions.add(*Permission.objects.filter(codename__in=codes))
    return user


@pytest.mark.parametrize("address", POSTS)
def test_salespeople_and_approvers_take_nothing(
    sales: Client, approver: Client, kept: UnansweredQuestion, address: str
) -> None:
    for browser in (sales, approver):
        assert browser.post(address, {"as": "ignore", "question": kept.pk}).status_code == 403
    for model in (UnansweredQuestion, RatedAnswer, ClarifiedQuestion):
        assert model.objects.get().done_at is None  # type: ignore[attr-defined]


def test_who_may_only_look_is_offered_no_button(login: Login, kept: UnansweredQuestion) -> None:
    browser = login(a_reader("view_unansweredquestion"))
    page = browser.get(LISTS[0]).content.decode()
    assert "身代金は払われますか" in page
    assert "対応しない</button>" not in page
    assert "ratedanswer" not in page
    assert browser.post(POSTS[0], {"as": "ignore", "question": kept.pk}).status_code == 403


@pytest.mark.parametrize(
    ("button", "code"), [("questions", "change_draft"), ("outside", "change_draft"), ("new", "add_draft")]
)
def test_who_may_not_write_entries_can_only_leave_a_question(
    login: Login, kept: UnansweredQuestion, button: str, code: str
) -> None:
    browser = login(a_reader("view_unansweredquestion", "change_unansweredquestion"))
    page = browser.get(LISTS[0]).content.decode()
    assert f'value="{button}"' not in page
    posted = {"as": button, "question": kept.pk, "entry": "保険料", "outside": "outside.fire_insurance"}
    assert browser.post(POSTS[0], posted).status_code == 403
    assert Draft.objects.filter(version__gt=1).count() == 0
    assert browser.post(POSTS[0], {"as": "ignore", "question": kept.pk}).status_code == 302


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("what", ["add/", "{}/change/", "{}/delete/"])
def test_there_is_no_page_to_add_edit_or_delete_one(
    admin_client: Client, kept: UnansweredQuestion, model: str, what: str
) -> None:
    address = f"/staff/knowledge/{model}/{what.format(kept.pk)}"
    for response in (admin_client.get(address), admin_client.post(address, {"text": "別の質問", "post": "yes"})):
        assert response.status_code in {403, 404}
    assert UnansweredQuestion.objects.get().text == "身代金は払われますか"
