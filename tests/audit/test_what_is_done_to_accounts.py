"""Logins, failed ones, logouts; users and groups and what they may do, wherever it is changed."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, Permission, User
from django.core.management import call_command
from django.test import Client

from audit import logins
from audit.logins import REFUSALS
from audit.models import Record
from audit.vocabulary import Did, Kind
from login import second_factor
from tests.audit.trail import trail
from tests.login.browser import shown_by_the_app
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


def test_a_lock_is_recorded(client: Client, sato_with_password: User) -> None:
    for _ in range(settings.AXES_FAILURE_LIMIT):
        client.post(LOGIN, {"username": "sato", "password": "falsch"})
    assert ("", Did.LOCKED_OUT, Kind.USER, "sato", {"known": True}) in trail(Did.LOCKED_OUT)


def test_a_flood_of_guesses_does_not_fill_the_trail_and_another_place_is_still_recorded(
    client: Client, sato_with_password: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logins, "WITHIN", timedelta(days=1))  # however slow the machine
    for _ in range(REFUSALS + 5):
        client.post(LOGIN, {"username": "sato", "password": "falsch"}, REMOTE_ADDR="203.0.113.9")
    assert len(trail(Did.LOGIN_FAILED, Did.LOCKED_OUT)) == REFUSALS
    client.post(LOGIN, {"username": "admin", "password": "falsch"}, REMOTE_ADDR="198.51.100.7")
    assert len(trail(Did.LOGIN_FAILED, Did.LOCKED_OUT)) > REFUSALS


def test_a_second_factor_set_up_refused_and_taken_away_is_recorded(sato: User, client: Client) -> None:
    sato.set_password(PASSWORD)
    sato.save()
    device = second_factor.begun(sato)
    second_factor.confirm(sato, shown_by_the_app(device))
    client.post(LOGIN, {"username": "sato", "password": PASSWORD, "code": "000000"})
    second_factor.drop(sato)
    assert [(did, facts) for _, did, _, ids, facts in trail()[-3:] if ids == "sato"] == [
        (Did.CHANGED, {"given": ["認証アプリ"]}),
        (Did.LOGIN_FAILED, {"fields": ["認証アプリ"]}),
        (Did.CHANGED, {"taken": ["認証アプリ"]}),
    ]


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


def test_a_group_made_anew_is_recorded() -> None:
    Group.objects.create(name="helpdesk")
    assert trail() == [("", Did.ADDED, Kind.GROUP, "helpdesk", {})]
    member("mori", "森 剛", "helpdesk")
    assert trail()[-1][2:] == (Kind.USER, "mori", {"given": ["helpdesk"]})
