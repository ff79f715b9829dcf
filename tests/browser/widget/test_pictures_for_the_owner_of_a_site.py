"""The pictures of docs/embedding.md, taken on the demo page."""

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from deploy.started import Stack
from tests.browser.pictures import SHARP, Picture
from tests.browser.widget.conftest import ask, open_panel
from tests.browser.widget.test_accessibility import FORM, QUESTION, REVIEW, say

SHOWN: ViewportSize = {"width": 1100, "height": 740}
PHONE = {"viewport": {"width": 412, "height": 915}, "is_mobile": True, "has_touch": True}
Demo = Callable[..., Page]
"""(**options of the browser's context) -> the demo page, its panel open and greeted."""


@pytest.fixture
def demo(browser: Browser, stack: Stack, complaints: list[str]) -> Iterator[Demo]:
    """A script error fails the test."""
    with contextlib.ExitStack() as contexts:

        def opened(**options: Any) -> Page:
            given: dict[str, Any] = {
                "locale": "ja-JP",
                "timezone_id": "Asia/Tokyo",
                "viewport": SHOWN,
                "device_scale_factor": SHARP,
            }
            page = contexts.enter_context(browser.new_context(**(given | options))).new_page()
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
            page.goto(stack.url)
            return open_panel(page)

        yield opened
    assert complaints == []


def listed(page: Page) -> Locator:
    """Its card, down to the reservation."""
    ask(page, QUESTION)
    card = page.get_by_test_id("card")
    expect(card).to_have_attribute("data-verdict", "listed")
    card.evaluate("card => card.scrollIntoView({block: 'end'})")
    expect(card.get_by_test_id("reservation")).to_be_in_viewport(ratio=1)
    return card


def test_an_answer(demo: Demo, picture: Picture) -> None:
    page = demo()
    card = listed(page)
    expect(card.get_by_text("条件", exact=True)).to_be_in_viewport(ratio=1)
    picture(page, "widget.png")


def test_an_answer_on_a_phone(demo: Demo, picture: Picture) -> None:
    page = demo(**PHONE)
    listed(page)
    picture(page, "widget-phone.png")


def test_an_answer_in_the_dark(demo: Demo, picture: Picture) -> None:
    page = demo(color_scheme="dark")
    listed(page)
    picture(page, "widget-dark.png")


def test_the_form_and_its_review(demo: Demo, picture: Picture) -> None:
    page = demo()
    say(page, FORM)
    picture(page, "widget-form.png")
    say(page, REVIEW)
    expect(page.get_by_test_id("review")).to_be_in_viewport()
    picture(page, "widget-review.png")


def test_a_line_that_is_down(demo: Demo, picture: Picture, complaints: list[str]) -> None:
    page = demo()
    listed(page)
    page.context.set_offline(True)
    ask(page, "調査の費用も対象ですか")
    expect(page.get_by_test_id("waiting")).to_be_in_viewport()
    expect(page.get_by_test_id("error")).to_be_in_viewport()
    picture(page, "widget-error.png")
    page.close()
    complaints.clear()
