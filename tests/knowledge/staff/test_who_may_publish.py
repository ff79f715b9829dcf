import pytest
from django.test import Client

from knowledge.models import Release
from tests.knowledge.staff.release_pages import HISTORY, PREPARE

pytestmark = pytest.mark.django_db
READ = [HISTORY, PREPARE, f"{PREPARE}state/", f"{HISTORY}compare/?a=1&b=1", f"{HISTORY}1/"]
REQUEST = [f"{PREPARE}begin/", f"{HISTORY}propose/1/"]
APPROVE = [f"{HISTORY}proposal/1/approve/", f"{HISTORY}1/activate/"]


@pytest.fixture(autouse=True)
def _nothing_is_prepared(release: Release, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("knowledge.candidates.start", lambda digest: None)


def test_editors_and_approvers_read_every_page(content: Client, approver: Client) -> None:
    assert [content.get(page).status_code for page in READ] == [200] * len(READ)
    assert [approver.get(page).status_code for page in READ] == [200] * len(READ)


def test_sales_reach_none_of_them(sales: Client) -> None:
    assert [sales.get(page).status_code for page in READ] == [403] * len(READ)
    assert [sales.post(page).status_code for page in REQUEST + APPROVE] == [403] * 4


def test_a_stranger_is_sent_to_the_login(client: Client) -> None:
    every = READ + REQUEST + APPROVE
    assert all(client.get(page).headers["Location"].startswith("/staff/login/") for page in every)


def test_an_approver_asks_for_nothing(approver: Client) -> None:
    assert [approver.post(page).status_code for page in REQUEST] == [403] * 2


def test_an_editor_approves_nothing(content: Client) -> None:
    assert [content.post(page).status_code for page in APPROVE] == [403] * 2


def test_nothing_is_added_by_hand(admin_client: Client) -> None:
    assert admin_client.get(f"{HISTORY}add/").status_code == 404
