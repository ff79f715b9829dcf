"""Phones of 320 pixels, their keyboard, twice the size, and a printout."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.widget.conftest import Embed, ask, open_panel
from tests.browser.widget.test_a_long_conversation import LAID_OUT
from tests.browser.widget.test_accessibility import focused

QUESTION = "委託先に預けたデータが漏えいした場合は補償されますか"
OVERFLOWING = """() => {
  const panel = document.querySelector("hosho-chat").shadowRoot.querySelector("[data-testid=panel]");
  return [...panel.querySelectorAll("*")]
    .filter((node) => { const box = node.getBoundingClientRect(); return box.width && box.right > innerWidth + 1 })
    .map((node) => node.className || node.tagName);
}"""


PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
SMALL = PHONE | {"viewport": {"width": 320, "height": 568}}


def answered(page: Page) -> Page:
    open_panel(page)
    ask(page, QUESTION)
    page.get_by_test_id("card").wait_for()
    page.get_by_test_id("card").locator("summary").click()
    return page


def test_on_320_pixels_nothing_sticks_out(embed: Embed) -> None:
    page = answered(embed(**SMALL))
    assert page.evaluate(OVERFLOWING) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    for name in ("send", "close", "person", "erase"):
        box = page.get_by_test_id(name).bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 44, name


def test_a_long_greeting_is_read_from_its_top(embed: Embed) -> None:
    page = open_panel(embed(f'data-greeting="{"ようこそ。" * 60}"', **SMALL))
    page.evaluate(LAID_OUT)
    assert page.get_by_test_id("log").evaluate("node => node.scrollTop") == 0


def test_on_a_phone_no_keyboard_comes_up_before_it_is_called(embed: Embed) -> None:
    page = open_panel(embed(**PHONE))
    assert focused(page) == "log"
    page.get_by_test_id("quick-reply").first.tap()
    page.get_by_test_id("card").wait_for()
    assert focused(page) == "log"


@pytest.mark.parametrize("part", ["header", ".always", ".composer", "textarea"])
def test_the_page_behind_does_not_scroll_under_a_finger_or_a_wheel(embed: Embed, part: str) -> None:
    page = open_panel(embed(**PHONE))
    box = page.locator(f"hosho-chat {part}").bounding_box()
    assert box is not None
    middle = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
    session = page.context.new_cdp_session(page)
    for source in ("touch", "mouse"):
        session.send(
            "Input.synthesizeScrollGesture", {**middle, "yDistance": -200, "gestureSourceType": source, "speed": 2000}
        )
    assert page.evaluate("scrollY") == 0


def test_a_wheel_over_the_conversation_scrolls_it(embed: Embed) -> None:
    page = answered(embed())
    log = page.get_by_test_id("log")
    before = log.evaluate("node => node.scrollTop")
    log.hover()
    page.mouse.wheel(0, -100)
    page.wait_for_function(
        "n => document.querySelector('hosho-chat').shadowRoot.querySelector('.log').scrollTop < n", arg=before
    )


def test_very_low_screens_keep_the_field_and_the_conversation(embed: Embed) -> None:
    page = open_panel(embed(viewport={"width": 640, "height": 280}))
    expect(page.get_by_test_id("person")).to_be_hidden()
    expect(page.get_by_test_id("input")).to_be_in_viewport()


def test_with_the_keyboard_on_screen_the_field_stays_in_sight(embed: Embed) -> None:
    page = answered(embed(viewport={"width": 360, "height": 700}, has_touch=True, is_mobile=True))
    page.set_viewport_size({"width": 360, "height": 360})
    box = page.get_by_test_id("input").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 360
    assert page.get_by_test_id("log").evaluate("node => node.clientHeight") >= 80


def test_at_twice_the_size_everything_can_be_reached(embed: Embed) -> None:
    page = answered(embed(viewport={"width": 550, "height": 400}, device_scale_factor=2))
    assert page.evaluate(OVERFLOWING) == []
    expect(page.get_by_test_id("send")).to_be_in_viewport()
    expect(page.get_by_test_id("close")).to_be_in_viewport()


def test_the_open_conversation_is_printed_and_a_closed_one_is_not(embed: Embed) -> None:
    page = answered(embed())
    page.get_by_test_id("card").locator("summary").click()
    cost = page.get_by_test_id("card").locator(".chips li").first
    expect(cost).to_be_hidden()
    page.emulate_media(media="print")
    expect(cost).to_be_visible()
    expect(page.get_by_test_id("card")).to_be_visible()
    expect(page.get_by_test_id("input")).to_be_hidden()
    expect(page.get_by_test_id("quick-reply").first).to_be_hidden()
    fits = "node => node.scrollHeight <= node.clientHeight + 1"
    assert page.get_by_test_id("log").evaluate(fits)
    page.emulate_media(media="screen")
    page.get_by_test_id("close").click()
    page.emulate_media(media="print")
    expect(page.get_by_test_id("launcher")).to_be_hidden()


def test_who_wants_no_motion_gets_none(embed: Embed) -> None:
    page = open_panel(embed(reduced_motion="reduce"))
    names = "node => [node, ...node.querySelectorAll('*')].map(n => getComputedStyle(n).animationName)"
    assert set(page.get_by_test_id("panel").evaluate(names)) == {"none"}
