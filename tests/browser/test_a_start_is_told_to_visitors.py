"""Whoever comes while hosho starts is told so, and need not do anything to be answered."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from bench.breaking import told_by_readyz
from deploy.started import Stack
from tests.browser.widget.conftest import script
from tests.deploy.web_alone import started_web
from tests.fakes import RasaServer, rasa_server
from tests.host_site import HostSite, strict
from web.starting import NOT_READY

pytestmark = pytest.mark.stack
LOADING = 60_000
"""Milliseconds in which web has loaded, on a busy machine."""


@pytest.fixture
def rasa() -> Iterator[RasaServer]:
    """Loads as well, until a test says otherwise."""
    with rasa_server() as server:
        server.status, server.body = 503, b'{"problem": "no model is loaded"}'
        yield server


@pytest.fixture
def web(rasa: RasaServer, tmp_path: Path) -> Iterator[Stack]:
    """It listens, and has not loaded yet."""
    with started_web(tmp_path, loaded=False, rasa_url=rasa.url) as started:
        yield started


@pytest.fixture
def opened(browser: Browser, web: Stack) -> Iterator[Page]:
    context = browser.new_context(locale="ja-JP", viewport={"width": 1100, "height": 800})
    page = context.new_page()
    page.goto(web.url)
    yield page
    context.close()


def test_the_page_says_so_and_turns_into_the_demo_page_by_itself(opened: Page, web: Stack, rasa: RasaServer) -> None:
    starting = opened.get_by_role("heading", name="ただいま起動しています…")
    expect(starting).to_be_visible()
    opened.set_viewport_size({"width": 360, "height": 640})
    assert opened.evaluate("document.documentElement.scrollWidth") <= 360
    web.wait_for_line("web", "Registered function", LOADING / 1000)
    expect(starting).to_be_visible()  # a bot that answers belongs to the page
    rasa.status, rasa.body = 200, b'{"problem": null}'
    expect(opened.get_by_role("heading", name="サイバー保険のご案内")).to_be_visible(timeout=LOADING)
    opened.get_by_test_id("launcher").click()
    expect(opened.get_by_test_id("quick-reply").first).to_be_visible()


def test_without_scripts_it_turns_as_well(browser: Browser, web: Stack, rasa: RasaServer) -> None:
    rasa.status, rasa.body = 200, b'{"problem": null}'
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(web.url)
    expect(page.get_by_role("heading", name="ただいま起動しています…")).to_be_visible()
    expect(page.get_by_role("heading", name="サイバー保険のご案内")).to_be_visible(timeout=LOADING)
    context.close()


def test_what_is_sent_during_the_start_is_answered_after_it(
    browser: Browser, stack: Stack, host_site: HostSite
) -> None:
    """On a company's own page, which embeds the widget and was opened during the start as well."""
    stack.stop("web")
    stack.start("web")
    told_by_readyz(stack, NOT_READY)
    context = browser.new_context(locale="ja-JP", viewport={"width": 1100, "height": 800})
    page = context.new_page()
    page.goto(host_site.page(script(stack), policy=strict(stack.url)))
    page.get_by_test_id("launcher").click()
    expect(page.get_by_test_id("error")).to_contain_text("ただいま起動しています。")
    page.get_by_test_id("input").fill("委託先に預けたデータが漏えいした場合は補償されますか")
    page.get_by_test_id("input").press("Enter")
    expect(page.get_by_test_id("card")).to_have_attribute("data-entry", "scenario.contractor_leak", timeout=LOADING)
    expect(page.locator('[data-testid=message][data-from="visitor"]')).to_have_count(1)
    context.close()
