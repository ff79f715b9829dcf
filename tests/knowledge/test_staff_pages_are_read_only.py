import pytest
from django.test import Client
from django.utils import timezone

from knowledge.models import Release, UnansweredQuestion

pytestmark = pytest.mark.django_db
PAGES = ["/staff/knowledge/unansweredquestion/", "/staff/knowledge/activation/"]


@pytest.fixture
def kept() -> UnansweredQuestion:
    return UnansweredQuestion.objects.create(
        key="k", text="身代金は払われますか", verdict="not_listed", last_at=timezone.now()
    )


def test_staff_see_what_visitors_asked_in_vain(admin_client: Client, kept: UnansweredQuestion) -> None:
    assert "身代金は払われますか" in admin_client.get(PAGES[0]).content.decode()


def test_staff_see_which_release_is_live(admin_client: Client, release: Release) -> None:
    assert "第1版" in admin_client.get(PAGES[1]).content.decode()


@pytest.mark.parametrize("page", PAGES)
def test_a_stranger_is_sent_to_the_login(client: Client, page: str) -> None:
    assert client.get(page).headers["Location"].startswith("/staff/login/")


@pytest.mark.parametrize("page", PAGES)
def test_nothing_can_be_added(admin_client: Client, page: str) -> None:
    assert admin_client.get(f"{page}add/").status_code == 403


def test_a_question_cannot_be_deleted_or_changed(admin_client: Client, kept: UnansweredQuestion) -> None:
    assert admin_client.post(f"{PAGES[0]}{kept.pk}/delete/", {"post": "yes"}).status_code == 403
    assert admin_client.post(f"{PAGES[0]}{kept.pk}/change/", {"text": "別の質問"}).status_code == 403
    assert UnansweredQuestion.objects.get().text == "身代金は払われますか"
