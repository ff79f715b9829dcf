"""Whoever guesses waits: by name at one address, by name wherever, by address whatever the name."""

import datetime
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from axes.models import AccessAttempt, AccessLog
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client

from tests.chat.visitor import JAPANESE
from tests.login.browser import PASSWORD, Browser
from tests.people import member

pytestmark = pytest.mark.slow

TRIES: int = settings.AXES_FAILURE_LIMIT
ATTACKER = "198.51.100.66"


def guess(browser: Browser, times: int, name: str = "sato") -> Any:
    """Wrong passwords; the last answer."""
    for number in range(times):
        response = browser.logs_in(name, f"間違い-{number}")
    return response


def later(minutes: int) -> None:
    """All that is kept happened so long ago."""
    for attempt in AccessAttempt.objects.all():
        earlier = attempt.attempt_time - datetime.timedelta(minutes=minutes)
        AccessAttempt.objects.filter(pk=attempt.pk).update(attempt_time=earlier)


def test_a_few_slips_lock_nobody_out(browser: Browser) -> None:
    assert guess(browser, TRIES - 1).status_code == 200
    browser.logs_in()
    assert browser.is_in()


def test_who_keeps_guessing_is_locked_out_and_told_how_long(browser: Browser) -> None:
    page = guess(browser, TRIES)
    assert page.status_code == 429
    assert 14 * 60 <= int(page.headers["Retry-After"]) <= 15 * 60
    text = page.content.decode()
    assert "約15分後" in text
    assert "管理者に連絡" in text
    assert "hosho スタッフ画面" in text


def test_then_the_right_password_does_not_open_either(browser: Browser) -> None:
    guess(browser, TRIES)
    assert browser.logs_in().status_code == 429
    assert not browser.is_in()


def test_after_a_quarter_of_an_hour_it_opens_again(browser: Browser) -> None:
    guess(browser, TRIES)
    later(minutes=10)
    assert "約5分後" in browser.logs_in().content.decode()
    later(minutes=6)
    browser.logs_in()
    assert browser.is_in()


def test_a_stranger_cannot_lock_a_member_of_staff_out(browser: Browser) -> None:
    guess(Browser(Client(), ATTACKER), TRIES + 3)
    browser.logs_in()
    assert browser.is_in()


def test_one_who_tries_every_name_is_locked_out_by_the_address(browser: Browser) -> None:
    attacker = Browser(Client(), ATTACKER)
    for number in range(TRIES * 4):
        attacker.logs_in(f"tanaka{number}", "password")
    assert attacker.logs_in().status_code == 429
    browser.logs_in()
    assert browser.is_in()


def test_an_office_shares_an_address_and_its_slips(sato: User) -> None:
    for number in range(TRIES * 4 - 1):
        Browser(Client()).logs_in(f"member{number}", "間違い")
    browser = Browser(Client())
    browser.logs_in()
    assert browser.is_in()


def test_many_addresses_against_one_name_are_stopped_together(browser: Browser) -> None:
    for number in range(TRIES * 5):
        Browser(Client(), f"192.0.2.{number}").logs_in(password="間違い")
    assert Browser(Client(), "192.0.2.250").logs_in().status_code == 429


def test_an_ipv6_customer_is_one_address(sato: User) -> None:
    for number in range(TRIES):
        Browser(Client(), f"2001:db8:1:2::{number:x}").logs_in(password="間違い")
    assert Browser(Client(), "2001:db8:1:2::ffff").logs_in().status_code == 429


def test_a_header_is_no_other_address(browser: Browser) -> None:
    for number in range(TRIES):
        browser.client.post(
            "/staff/login/", {"username": "sato", "password": "x"}, HTTP_X_FORWARDED_FOR=f"1.1.1.{number}"
        )
    response = browser.client.post(
        "/staff/login/", {"username": "sato", "password": PASSWORD}, HTTP_X_FORWARDED_FOR="9.9.9.9"
    )
    assert response.status_code == 429


def test_what_was_typed_as_a_password_is_kept_nowhere(browser: Browser) -> None:
    guess(browser, 2)
    browser.logs_in(name="我が家の犬はポチ", password="間違い-0")
    kept = repr(list(AccessAttempt.objects.values()))
    assert "sato" in kept
    assert "間違い" not in kept
    assert "ポチ" not in kept, "a password typed into the field of the name"
    assert "csrfmiddlewaretoken=" not in kept.replace("csrfmiddlewaretoken=***", "")


def test_a_login_that_succeeds_keeps_no_address(browser: Browser) -> None:
    guess(browser, 2)
    browser.logs_in()
    assert not AccessAttempt.objects.exists()
    assert not AccessLog.objects.exists()


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    with caplog.at_level(logging.DEBUG):
        yield caplog


def test_the_log_names_no_password_no_address_and_no_name(browser: Browser, lines: pytest.LogCaptureFixture) -> None:
    guess(browser, TRIES)
    assert "Locking out" in lines.text
    for word in ("間違い", "203.0.113", "sato"):
        assert word not in lines.text


def test_the_page_of_who_is_locked_out_is_japanese(browser: Browser) -> None:
    assert JAPANESE.search(guess(browser, TRIES).content.decode())


def test_a_name_that_does_not_exist_looks_the_same(sato: User) -> None:
    member("ito", "伊藤 二郎", "sales")
    pages = [guess(Browser(Client(), f"198.51.100.{i}"), 1, name) for i, name in enumerate(("sato", "nobody"))]
    errors = [page.context["form"].non_field_errors() for page in pages]
    assert errors[0] == errors[1]
