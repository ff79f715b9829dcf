"""Pages of another origin with the widget on them, and what a visitor does there."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from deploy.started import Stack
from tests.host_site import HostSite, strict

Embed = Callable[..., Page]
"""(attributes of the script tag, **options of the browser's context) -> the page, loaded, its panel closed."""


def script(stack: Stack, attributes: str = "") -> str:
    return f'<script src="{stack.url}/widget.js" {attributes}></script>'


@pytest.fixture
def complaints() -> list[str]:
    """What pages said in error; a test that provokes some empties it."""
    return []


@pytest.fixture
def embed(browser: Browser, stack: Stack, host_site: HostSite, complaints: list[str]) -> Iterator[Embed]:
    """A script error or anything the strict policy refuses fails the test."""
    contexts: list[BrowserContext] = []

    def opened(attributes: str = "", beside: Page | None = None, **options: Any) -> Page:
        given = {"locale": "ja-JP", "timezone_id": "Asia/Tokyo", "viewport": {"width": 1100, "height": 800}} | options
        context = beside.context if beside else browser.new_context(**given)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None)
        page.goto(host_site.page(script(stack, attributes), policy=strict(stack.url)))
        page.locator("hosho-chat").wait_for(state="attached")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def panel(embed: Embed) -> Page:
    """A page of another origin, its panel open and greeted."""
    return open_panel(embed())


def open_panel(page: Page) -> Page:
    page.get_by_test_id("launcher").click()
    page.get_by_test_id("quick-reply").first.wait_for()
    return page


def ask(page: Page, text: str) -> None:
    page.get_by_test_id("input").fill(text)
    page.get_by_test_id("input").press("Enter")


def from_visitor(page: Page) -> Any:
    return page.locator('[data-testid=message][data-from="visitor"]')


def from_bot(page: Page) -> Any:
    return page.locator('[data-testid=message][data-from="bot"]')
