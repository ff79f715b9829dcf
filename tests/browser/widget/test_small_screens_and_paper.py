"""Phones of 320 pixels, their keyboard, twice the size, and a printout."""

from playwright.sync_api import Page, expect

from tests.browser.widget.conftest import Embed, ask, open_panel

QUESTION = "委託先に預けたデータが漏えいした場合は補償されますか"
OVERFLOWING = """() => {
  const panel = document.querySelector("hosho-chat").shadowRoot.querySelector("[data-testid=panel]");
  return [...panel.querySelectorAll("*")]
    .filter((node) => { const box = node.getBoundingClientRect(); return box.width && box.right > innerWidth + 1 })
    .map((node) => node.className || node.tagName);
}"""


def answered(page: Page) -> Page:
    open_panel(page)
    ask(page, QUESTION)
    page.get_by_test_id("card").wait_for()
    page.get_by_test_id("card").locator("summary").click()
    return page


def test_on_320_pixels_nothing_sticks_out(embed: Embed) -> None:
    page = answered(embed(viewport={"width": 320, "height": 568}, has_touch=True, is_mobile=True))
    assert page.evaluate(OVERFLOWING) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    for name in ("send", "close", "person", "erase"):
        box = page.get_by_test_id(name).bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 32, name


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
    page.emulate_media(media="print")
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
