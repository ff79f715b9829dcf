from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from deploy.chromium import require
from deploy.started import Stack

QUIET = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """A real headless Chromium. Closed with these tests: Playwright's event loop would trouble the async ones."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=require(), args=QUIET)
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser, stack: Stack) -> Iterator[Page]:
    """The demo page with its panel open; a script error or a refused resource fails the test."""
    context = browser.new_context(locale="ja-JP", viewport={"width": 1100, "height": 800})
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    opened.goto(stack.url)
    opened.get_by_test_id("launcher").click()
    opened.get_by_test_id("quick-reply").first.wait_for()
    yield opened
    context.close()
    assert complaints == []
