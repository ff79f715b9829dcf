"""Logins, failed ones, logouts; users and groups and what they may do, wherever it is changed."""

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import Group, Permission, User
from django.core.management import call_command
from django.test import Client

from audit.models import Record
from audit.vocabulary import Did, Kind
from tests.audit.trail import trail
from tests.people import logged_in, member

pytestmark = pytest.mark.django_db
LOGIN = "/staff/login/"
PASSWORD = "correct horse battery staple"


@pytest.fixture
def sato_with_password(sato: User) -> User:
    sato.set_password(PASSWORD)
    sato.save()
    return sato


def test_a_login_and_a_logout_on_the_page_are_recorded(client: Client, sato_with_password: User) -> None:
    client.post(LOGIN, {"username": "sato", "password": PASSWORD})
    client.post("/staff/logout/")
    assert trail(Did.LOGGED_IN, Did.LOGGED_OUT) == [
        ("sato", Did.LOGGED_IN, Kind.USER, "sato", {}),
        ("sato", Did.LOGGED_OUT, Kind.USER, "sato", {}),
    ]


def test_a_failed_login_names_the_account_that_was_tried(client: Client, sato_with_password: User) -> None:
    client.post(LOGIN, {"username": "sato", "password": "falsch"})
    ((who, _, kind, ids, facts),) = trail(Did.LOGIN_FAILED)
    assert (who, kind, ids, facts) == ("", Kind.USER, "sato", {"known": True})


def test_a_name_that_nobody_has_is_not_kept_it_may_be_a_password(client: Client, sato_with_password: User) -> None:
    client.post(LOGIN, {"username": PASSWORD, "password": "sato"})
    ((_, _, _, ids, facts),) = trail(Did.LOGIN_FAILED)
    assert (ids, facts) == ("", {"known": False})
    assert PASSWORD not in str(list(Record.objects.values()))


def test_a_login_changes_no_account(client: Client, sato_with_password: User) -> None:
    before = len(trail(Did.CHANGED))
    client.post(LOGIN, {"username": "sato", "password": PASSWORD})
    assert len(trail(Did.CHANGED)) == before


def test_an_account_made_on_the_pages_and_put_into_a_group_is_recorded(admin_client: Client) -> None:
    admin_client.post(
        "/staff/auth/user/add/",
        {"username": "tanaka", "usable_password": "true", "password1": PASSWORD, "password2": PASSWORD},
    )
    tanaka = User.objects.get(username="tanaka")
    tanaka.groups.add(Group.objects.get(name="sales"))
    told = [(who, did, ids, facts) for who, did, _, ids, facts in trail() if ids == "tanaka"]
    assert told == [
        ("admin", Did.ADDED, "tanaka", {}),
        ("", Did.CHANGED, "tanaka", {"given": ["sales"]}),
    ]


def test_what_is_changed_of_an_account_is_named_by_its_fields(sato: User) -> None:
    sato.is_superuser = True
    sato.set_password(PASSWORD)
    sato.save()
    assert trail(Did.CHANGED)[-1][3:] == ("sato", {"fields": ["password", "is_superuser"]})
    assert PASSWORD not in str(list(Record.objects.values()))


def test_taking_somebody_out_of_a_group_is_recorded_from_either_side(sato: User) -> None:
    sales = Group.objects.get(name="sales")
    sato.groups.remove(sales)
    assert trail()[-1][2:] == (Kind.USER, "sato", {"taken": ["sales"]})
    sales.user_set.add(sato)
    assert trail()[-1][2:] == (Kind.GROUP, "sales", {"given": ["sato"]})
    sato.groups.clear()
    assert trail()[-1][2:] == (Kind.USER, "sato", {"taken": ["*"]})


def test_what_a_group_may_do_is_recorded_when_it_is_changed() -> None:
    permission = Permission.objects.get(codename="replay_delivery")
    Group.objects.get(name="content").permissions.add(permission)
    assert trail()[-1][2:] == (Kind.GROUP, "content", {"given": [str(permission)]})


def test_a_deleted_account_is_recorded_and_its_deeds_keep_its_name(sato: User) -> None:
    logged_in(sato)
    pk = sato.pk
    sato.delete()
    assert trail()[-1][1:4] == (Did.DELETED, Kind.USER, "sato")
    assert Record.objects.filter(did=Did.LOGGED_IN).values_list("user_id", "user_name").get() == (pk, "sato")


def test_an_operators_command_is_recorded_too() -> None:
    call_command("createsuperuser", username="root", email="", interactive=False, verbosity=0)
    assert trail() == [("", Did.ADDED, Kind.USER, "root", {})]


def test_asking_without_a_request_is_recorded_as_well(sato: User) -> None:
    assert authenticate(username="sato", password="falsch") is None
    assert trail(Did.LOGIN_FAILED)[-1][3] == "sato"


def test_a_group_made_anew_is_recorded() -> None:
    Group.objects.create(name="helpdesk")
    assert trail() == [("", Did.ADDED, Kind.GROUP, "helpdesk", {})]
    member("mori", "森 剛", "helpdesk")
    assert trail()[-1][2:] == (Kind.USER, "mori", {"given": ["helpdesk"]})
