import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

pytestmark = pytest.mark.django_db

PAGE = "/staff/numbers/"


def test_it_has_a_name() -> None:
    assert reverse("staff_numbers") == PAGE


def test_the_right_is_a_right_of_its_own() -> None:
    may = Group.objects.get(name="content").permissions.filter(content_type__app_label="chat")
    assert list(may.values_list("codename", flat=True)) == ["view_numbers"]
