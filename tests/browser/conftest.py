import contextlib
import secrets
import subprocess
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

from deploy.chromium import require
from deploy.stack import PYTHON, variables
from deploy.started import Stack
from tests import said
from tests.browser.pictures import Picture, take
from web.environment import ROOT

QUIET = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """A real headless Chromium. Closed with these tests: Playwright's event loop would trouble the async ones."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=require(), args=QUIET)
        new_context = started.new_context
        started.new_context = lambda **how: said.by_browser(new_context(**how))  # type: ignore[method-assign]
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


def staff_of(stack: Stack, data: str) -> str:
    """Run the module of that name in this folder, which makes some staff and what they find; their password."""
    made = secrets.token_urlsafe()
    env = {**variables(stack.environment), "DJANGO_SETTINGS_MODULE": "web.settings"}
    subprocess.run([str(PYTHON), "-m", f"tests.browser.{data}", made], cwd=ROOT, env=env, check=True)
    return made


@pytest.fixture(scope="session")
def password(stack: Stack) -> str:
    """Of sato, a salesperson of the started stack, who finds some leads there."""
    return staff_of(stack, "sales_data")


@contextlib.contextmanager
def opened_inbox(browser: Browser, stack: Stack, password: str, **options: Any) -> Iterator[Page]:
    """The inbox after the login; a script error or a refused resource fails the test."""
    given: dict[str, Any] = {
        "locale": "ja-JP",
        "timezone_id": "Asia/Tokyo",
        "viewport": {"width": 1280, "height": 800},
    } | options
    context = browser.new_context(**given)
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.goto(f"{stack.url}/staff/leads/lead/")
    page.locator("[name=username]").fill("sato")
    page.locator("[name=password]").fill(password)
    page.locator("[type=submit]").click()
    page.get_by_role("heading", name="見込み客の一覧").wait_for()
    yield page
    context.close()
    assert complaints == []


@pytest.fixture
def inbox(browser: Browser, stack: Stack, password: str) -> Iterator[Page]:
    with opened_inbox(browser, stack, password) as page:
        yield page


@pytest.fixture
def picture() -> Picture:
    """Takes what the documents show: the picture is kept in docs/images, if it looks different there."""
    return take


Enter = Callable[[str, str], Page]
"""(login, address under the stack) -> that page, opened by that member of content staff."""


@pytest.fixture(scope="session")
def content_password(stack: Stack) -> str:
    """Of yamada and ito, editors, and of kato, an approver."""
    return staff_of(stack, "content_data")


@pytest.fixture
def enter(browser: Browser, stack: Stack, content_password: str) -> Iterator[Enter]:
    """Opens pages after a login of their own; a script error or a refused resource on any of them fails the test."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def opened(login: str, address: str) -> Page:
        viewport: ViewportSize = {"width": 1280, "height": 800}
        context = browser.new_context(locale="ja-JP", timezone_id="Asia/Tokyo", viewport=viewport)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.goto(f"{stack.url}/staff/login/?next={address}")
        page.locator("[name=username]").fill(login)
        page.locator("[name=password]").fill(content_password)
        page.locator("[type=submit]").click()
        page.wait_for_url(f"**{address}")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []
