import time
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from pytest_django import Settings

from tests.login.browser import PASSWORD, Browser


def test_a_login_left_alone_ends(browser: Browser, settings: Settings) -> None:
    browser.logs_in()
    assert browser.is_in()
    left = Session.objects.get().expire_date - timezone.now()
    assert 0 < left.total_seconds() <= settings.ENVIRONMENT.staff_idle_minutes * 60


def test_each_request_counts_from_anew(browser: Browser) -> None:
    browser.logs_in()
    Session.objects.update(expire_date=timezone.now() + timedelta(seconds=30))
    assert browser.is_in()
    assert Session.objects.get().expire_date > timezone.now() + timedelta(minutes=10)


def test_after_a_working_day_it_ends_in_any_case(
    browser: Browser, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser.logs_in()
    now = time.time
    monkeypatch.setattr(time, "time", lambda: now() + settings.ENVIRONMENT.staff_hours * 3600 + 1)
    assert not browser.is_in()
    browser.logs_in()
    assert browser.is_in()


def test_a_login_that_nobody_dated_is_over(browser: Browser) -> None:
    browser.logs_in()
    session = browser.client.session
    del session["login_began"]
    session.save()
    assert not browser.is_in()


def test_a_session_that_somebody_planted_is_not_the_one_that_is_logged_in(browser: Browser, settings: Settings) -> None:
    planted = browser.client.session
    planted["planted"] = True
    planted.save()
    browser.logs_in()
    assert browser.is_in()
    assert browser.client.cookies[settings.SESSION_COOKIE_NAME].value != planted.session_key


def test_a_logout_ends_it_on_the_server(browser: Browser) -> None:
    browser.logs_in()
    browser.client.post("/staff/logout/")
    assert not Session.objects.exists()
    assert not browser.is_in()


@pytest.mark.parametrize("weak", ["sato-ichiro", "password1234", "123456789012345", "短い"])
def test_a_weak_password_is_not_taken(browser: Browser, weak: str) -> None:
    browser.logs_in()
    change = {"old_password": PASSWORD, "new_password1": weak, "new_password2": weak}
    page = browser.client.post("/staff/password_change/", change)
    assert page.status_code == 200
    assert page.context["form"].errors
