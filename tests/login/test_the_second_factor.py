"""A member of staff may add a code from their telephone to the password; an operator may demand it of all."""

import re
import time
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django_otp.plugins.otp_totp.models import TOTPDevice
from pytest_django import Settings

from login import second_factor
from tests.login.browser import INBOX, SECOND_FACTOR, Browser, shown_by_the_app

pytestmark = pytest.mark.slow


@pytest.fixture
def owner(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> Browser:
    """Logged in, with a second factor set up a minute ago."""
    now = time.time
    with monkeypatch.context() as earlier:
        earlier.setattr(time, "time", lambda: now() - 60)
        browser.logs_in()
        browser.client.get(SECOND_FACTOR)
        browser.confirms(shown_by_the_app(device()))
    assert device().confirmed
    return browser


def device() -> TOTPDevice:
    found: TOTPDevice = TOTPDevice.objects.get()
    return found


def refusal(response: Any) -> str:
    """Why the login was refused."""
    return " ".join(response.context["form"].non_field_errors())


def required(settings: Settings) -> None:
    settings.ENVIRONMENT = settings.ENVIRONMENT.model_copy(update={"staff_totp": "required"})


def test_without_one_the_password_is_enough(browser: Browser) -> None:
    browser.logs_in()
    assert browser.is_in()


def test_the_page_shows_a_picture_and_the_key(browser: Browser) -> None:
    browser.logs_in()
    page = browser.client.get(SECOND_FACTOR).content.decode()
    assert re.search(r"<svg[^>]*>.*<path", page, re.DOTALL)
    assert "style=" not in page, "the pages' policy allows none"
    assert re.search(r"(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}", page)


def test_opened_again_it_shows_the_same_picture(browser: Browser) -> None:
    browser.logs_in()
    pages = [browser.client.get(SECOND_FACTOR).context["key"] for _ in range(2)]
    assert pages[0] == pages[1]


def test_it_is_not_in_force_before_a_code_confirms_it(browser: Browser) -> None:
    browser.logs_in()
    browser.client.get(SECOND_FACTOR)
    assert "コードが違います" in browser.confirms("000000").content.decode()
    other = Browser(Client())
    other.logs_in()
    assert other.is_in()


def test_from_then_on_the_password_alone_opens_nothing(owner: Browser) -> None:
    assert owner.is_in()
    other = Browser(Client())
    assert "6桁のコードを入力してください" in refusal(other.logs_in())
    assert not other.is_in()


def test_password_and_code_open(owner: Browser) -> None:
    other = Browser(Client())
    other.logs_in(code=shown_by_the_app(device()))
    assert other.is_in()


FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


@pytest.mark.parametrize(
    "typed", [lambda code: f"{code[:3]} {code[3:]}", lambda code: f" {code}　", lambda code: code.translate(FULL_WIDTH)]
)
def test_a_code_may_be_typed_with_spaces_and_in_full_width(owner: Browser, typed: Callable[[str], str]) -> None:
    other = Browser(Client())
    other.logs_in(code=typed(shown_by_the_app(device())))
    assert other.is_in()


def test_a_code_opens_once(owner: Browser) -> None:
    code = shown_by_the_app(device())
    Browser(Client()).logs_in(code=code)
    again = Browser(Client())
    assert "1回しか使えません" in refusal(again.logs_in(code=code))
    assert not again.is_in()


def test_wrong_codes_one_after_another_must_wait(owner: Browser) -> None:
    other = Browser(Client())
    other.logs_in(code="000000")
    assert "少し待ってから" in refusal(other.logs_in(code=shown_by_the_app(device())))


def test_a_wrong_password_does_not_tell_who_has_one(owner: Browser) -> None:
    assert "コード" not in refusal(Browser(Client()).logs_in(password="間違い"))


def test_the_code_of_somebody_else_does_not_open(owner: Browser, sato: User) -> None:
    ito = User.objects.create_superuser("ito", password="x")
    theirs = TOTPDevice.objects.create(user=ito, confirmed=True)
    other = Browser(Client())
    other.logs_in(code=shown_by_the_app(theirs))
    assert not other.is_in()


def test_logins_without_a_code_end_when_it_is_set_up(browser: Browser) -> None:
    elsewhere = Browser(Client())
    elsewhere.logs_in()
    browser.logs_in()
    browser.client.get(SECOND_FACTOR)
    browser.confirms(shown_by_the_app(device()))
    assert browser.is_in()
    assert not elsewhere.is_in()
    assert elsewhere.client.get(SECOND_FACTOR).status_code == 302


def test_its_owner_does_without_it_again_by_a_code(owner: Browser) -> None:
    assert "コードが違います" in owner.turns_off("000000").content.decode()
    TOTPDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
    owner.turns_off(shown_by_the_app(device()))
    assert not TOTPDevice.objects.exists()
    other = Browser(Client())
    other.logs_in()
    assert other.is_in()


def test_an_administrator_takes_it_from_who_lost_their_telephone(
    owner: Browser, sato: User, admin_client: Client
) -> None:
    page = "/staff/auth/user/"
    assert "二段階認証" in admin_client.get(page).content.decode()
    admin_client.post(page, {"action": "reset_second_factor", "_selected_action": [sato.pk]})
    other = Browser(Client())
    other.logs_in()
    assert other.is_in()


def test_what_cannot_be_recorded_neither_comes_into_force_nor_goes(
    browser: Browser, sato: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser.logs_in()
    browser.client.get(SECOND_FACTOR)
    monkeypatch.setattr("audit.chain.one_at_a_time", lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        browser.confirms(shown_by_the_app(device()))
    assert not device().confirmed
    with pytest.raises(ZeroDivisionError):
        second_factor.drop(sato)
    assert TOTPDevice.objects.exists()


def test_a_salesperson_resets_nobodys(owner: Browser, sato: User) -> None:
    reset = {"action": "reset_second_factor", "_selected_action": [sato.pk]}
    assert owner.client.post("/staff/auth/user/", reset).status_code == 403
    assert second_factor.of(sato)


def test_nobody_is_shown_a_key_but_its_owner(owner: Browser, admin_client: Client) -> None:
    assert admin_client.get("/staff/otp_totp/totpdevice/").status_code == 404
    assert device().key not in admin_client.get(f"/staff/auth/user/{device().user_id}/change/").content.decode()


def test_where_it_is_required_nothing_opens_until_it_is_set_up(browser: Browser, settings: Settings) -> None:
    required(settings)
    browser.logs_in()
    assert not browser.is_in()
    page = browser.client.get(INBOX, follow=True)
    assert page.redirect_chain[-1][0].startswith(SECOND_FACTOR)
    assert "設定が必要です" in page.content.decode()


def test_and_when_it_is_set_up_one_is_where_one_was_going(browser: Browser, settings: Settings) -> None:
    required(settings)
    browser.logs_in()
    page = browser.client.get(INBOX, follow=True)
    response = browser.confirms(shown_by_the_app(device()), to=page.context["next"])
    assert response.headers["Location"] == INBOX
    assert browser.is_in()


def test_where_it_is_required_nobody_does_without(owner: Browser, settings: Settings) -> None:
    required(settings)
    assert "解除できません" in owner.turns_off(shown_by_the_app(device())).content.decode()
    assert device().confirmed


@pytest.mark.parametrize(
    "there", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"]
)
def test_nobody_is_led_to_another_site(browser: Browser, there: str) -> None:
    browser.logs_in()
    browser.client.get(SECOND_FACTOR)
    response = browser.confirms(shown_by_the_app(device()), to=there)
    assert response.headers["Location"] == SECOND_FACTOR


def test_a_stranger_is_sent_to_the_login(client: Client, sato: User) -> None:
    response = client.get(SECOND_FACTOR)
    assert response.headers["Location"].startswith("/staff/login/")
