"""The pictures of docs/embedding.md; PICTURES=docs/images keeps them."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.widget.conftest import Embed, ask, open_panel
from tests.browser.widget.test_accessibility import FORM, QUESTION, REVIEW, say

SHOWN = {"width": 900, "height": 800}
PHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}


def answered(page: Page) -> Page:
    open_panel(page)
    ask(page, QUESTION)
    page.get_by_test_id("reservation").wait_for()
    return page


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("widget", {"viewport": SHOWN}),
        ("widget-phone", PHONE),
        ("widget-dark", {"viewport": SHOWN, "color_scheme": "dark"}),
    ],
    ids=["desktop", "phone", "dark"],
)
def test_an_answer(embed: Embed, pictures: Path, name: str, options: dict[str, object]) -> None:
    page = answered(embed(**options))
    page.screenshot(path=pictures / f"{name}.png")
    expect(page.get_by_test_id("card")).to_be_in_viewport()


def test_the_form_and_its_review(embed: Embed, pictures: Path) -> None:
    page = open_panel(embed(viewport=SHOWN))
    say(page, FORM)
    page.screenshot(path=pictures / "widget-form.png")
    say(page, REVIEW)
    expect(page.get_by_test_id("review")).to_be_in_viewport()
    page.screenshot(path=pictures / "widget-review.png")


def test_a_line_that_is_down(embed: Embed, pictures: Path, complaints: list[str]) -> None:
    page = answered(embed(viewport=SHOWN))
    page.context.set_offline(True)
    ask(page, "調査の費用も対象ですか")
    expect(page.get_by_test_id("waiting")).to_be_in_viewport()
    page.screenshot(path=pictures / "widget-error.png")
    complaints.clear()
