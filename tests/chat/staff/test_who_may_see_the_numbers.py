import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from tests.chat.staff.conftest import Member

pytestmark = pytest.mark.django_db

PAGE = "/staff/numbers/"


def test_it_has_a_name() -> None:
    assert reverse("staff_numbers") == PAGE


def test_a_stranger_is_sent_to_the_login(client: Client) -> None:
    response = client.get(PAGE)
    assert (response.status_code, response.headers["Location"]) == (302, f"/staff/login/?next={PAGE}")


def test_content_staff_see_it(content: Client) -> None:
    assert content.get(PAGE).status_code == 200


def test_a_superuser_sees_it(admin_client: Client) -> None:
    assert admin_client.get(PAGE).status_code == 200


@pytest.mark.parametrize("group", ["sales", "approver"])
def test_another_group_does_not(member: Member, group: str) -> None:
    assert member(group).get(PAGE).status_code == 403


def test_the_right_is_a_right_of_its_own() -> None:
    may = Group.objects.get(name="content").permissions.filter(content_type__app_label="chat")
    assert list(may.values_list("codename", flat=True)) == ["view_numbers"]


def test_nothing_is_sent_to_it(content: Client) -> None:
    assert content.post(PAGE).status_code == 405
