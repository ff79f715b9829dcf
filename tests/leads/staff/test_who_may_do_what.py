import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from leads.models import Channel, Delivery, Lead, Status
from tests.leads.staff.pages import INBOX, form_of, page_of
from tests.leads.staff.samples import a_lead
from tests.people import Login

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead() -> Lead:
    return a_lead()


@pytest.fixture
def pages(lead: Lead) -> list[str]:
    return [INBOX, page_of(lead), f"{INBOX}export/xlsx/", f"{INBOX}export/csv/"]


def test_the_group_may_read_and_work_on_leads_and_nothing_else() -> None:
    may = Group.objects.get(name="sales").permissions.values_list("codename", flat=True)
    assert set(may) == {"view_lead", "change_lead", "view_note", "add_note", "view_delivery", "replay_delivery"}


def test_content_staff_see_nothing_of_leads(editor: User, login: Login, pages: list[str]) -> None:
    client = login(editor)
    assert [client.get(page).status_code for page in pages] == [403] * 4
    assert "見込み客" not in client.get("/staff/").content.decode()


@pytest.mark.parametrize("user", ["sales", "admin_client"])
def test_nobody_adds_or_deletes_a_lead_by_hand(user: str, lead: Lead, request: pytest.FixtureRequest) -> None:
    client: Client = request.getfixturevalue(user)
    assert client.get(f"{INBOX}add/").status_code == 403
    assert client.post(f"{INBOX}{lead.pk}/delete/", {"post": "yes"}).status_code == 403
    client.post(INBOX, {"action": "delete_selected", "_selected_action": [lead.pk], "post": "yes"})
    assert Lead.objects.filter(pk=lead.pk).exists()


def test_who_may_only_look_changes_nothing(lead: Lead, editor: User, login: Login) -> None:
    Group.objects.get(name="sales").permissions.remove(
        *Group.objects.get(name="sales").permissions.exclude(codename="view_lead")
    )
    editor.groups.add(Group.objects.get(name="sales"))
    delivery = Delivery.objects.create(lead=lead, channel=Channel.EMAIL, state="dead", last_error="停止中")
    client = login(editor)
    shown = client.get(page_of(lead)).content.decode()
    assert "株式会社山田製作所" in shown
    assert "保存" not in shown
    assert "停止中" not in shown
    assert client.post(page_of(lead), form_of(lead, status="won", note="x")).status_code == 403
    assert client.post(f"{INBOX}{lead.pk}/replay/{delivery.pk}/").status_code == 403
    assert Lead.objects.get().status == Status.NEW
    assert lead.notes.count() == 0
