"""One line of HTML on a company's page, under the strictest policy that still lets it load."""

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from deploy.started import Stack
from tests.browser.widget.conftest import Embed, ask, from_bot, open_panel, script
from tests.conftest import SOURCE_PAGE
from tests.host_site import HostSite, strict

QUESTION = "委託先に預けたデータが漏えいした場合は補償されますか"


def test_it_answers_under_the_strict_policy(panel: Page) -> None:
    ask(panel, QUESTION)
    expect(panel.get_by_test_id("card")).to_have_attribute("data-verdict", "listed")
    expect(panel.get_by_test_id("reservation")).to_be_visible()


@pytest.mark.parametrize("attributes", ["", "async", "defer", 'type="module" crossorigin'])
def test_it_loads_however_the_line_is_written(embed: Embed, attributes: str) -> None:
    open_panel(embed(attributes))


def test_the_line_may_stand_at_the_end_of_the_page(
    browser: Browser, stack: Stack, host_site: HostSite, complaints: list[str]
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(host_site.page("", "<p>本文</p>" + script(stack), strict(stack.url)))
        open_panel(page)


def test_it_is_one_request_besides_the_api_and_asks_nobody_else(browser: Browser, stack: Stack, embed: Embed) -> None:
    asked: list[Request] = []
    page = embed("data-open")
    page.on("request", lambda request: asked.append(request))
    page.reload()
    page.get_by_test_id("quick-reply").first.wait_for()
    ask(page, QUESTION)
    page.get_by_test_id("card").wait_for()
    ours = [r.url.removeprefix(stack.url) for r in asked if r.url.startswith(stack.url)]
    assert [path for path in ours if not path.startswith("/api/")] == ["/widget.js"]
    assert [r.url for r in asked if not r.url.startswith((stack.url, page.url.rsplit("/", 1)[0]))] == []


def test_the_source_is_a_link_that_takes_nothing_along(panel: Page) -> None:
    ask(panel, QUESTION)
    link = panel.get_by_test_id("card").get_by_role("link")
    expect(link).to_have_attribute("href", SOURCE_PAGE)
    expect(link).to_have_attribute("target", "_blank")
    expect(link).to_have_attribute("rel", "noopener noreferrer")


def test_only_the_token_is_kept_in_the_browser(panel: Page) -> None:
    ask(panel, "メールを誤送信しました。宛先は佐藤さんです")
    panel.get_by_test_id("card").wait_for()
    kept = panel.evaluate("[Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]")
    assert [[key for key, _ in kept[0]], kept[1], kept[2]] == [["hosho-chat-token"], [], ""]
    assert "佐藤" not in kept[0][0][1]


def test_a_site_that_is_not_allowed_gets_an_apology_and_no_data(
    browser: Browser, stack: Stack, host_site: HostSite
) -> None:
    with browser.new_context(locale="ja-JP") as context:
        page = context.new_page()
        page.goto(host_site.page(script(stack)).replace("localhost", "127.0.0.1"))
        page.get_by_test_id("launcher").click()
        expect(page.get_by_test_id("error")).to_be_visible()
        expect(from_bot(page)).to_have_count(0)


def test_the_page_keeps_its_globals_its_keys_and_its_place(browser: Browser, stack: Stack, host_site: HostSite) -> None:
    watch = """<script>
      window.before = new Set(Object.getOwnPropertyNames(window)); window.keys = []; window.shift = 0;
      addEventListener("keydown", (event) => keys.push(event.key));
      new PerformanceObserver((list) => { for (const e of list.getEntries()) shift += e.value })
        .observe({type: "layout-shift", buffered: true});
    </script>"""
    with browser.new_context(locale="ja-JP", viewport={"width": 1000, "height": 700}) as context:
        page = context.new_page()
        page.goto(host_site.page(watch + script(stack)))
        page.locator("main p").first.wait_for()
        place = page.locator("main").bounding_box()
        open_panel(page)
        ask(page, QUESTION)
        page.get_by_test_id("card").wait_for()
        assert page.locator("main").bounding_box() == place
        assert page.evaluate("window.keys") == []
        assert page.evaluate("window.shift") == 0
        added = "Object.getOwnPropertyNames(window).filter((name) => !before.has(name))"
        assert set(page.evaluate(added)) <= {"before", "keys", "shift"}


def test_the_pages_own_rules_do_not_reach_the_panel(browser: Browser, stack: Stack, host_site: HostSite) -> None:
    rules = "<style>* { color: red !important; font-size: 40px; letter-spacing: 9px } hosho-chat { color: red }</style>"
    with browser.new_context(locale="ja-JP") as context:
        page = context.new_page()
        page.goto(host_site.page(rules + script(stack)))
        open_panel(page)
        look = "node => { const s = getComputedStyle(node); return [s.color, s.fontSize, s.letterSpacing] }"
        colour, size, spacing = from_bot(page).first.evaluate(look)
        assert colour != "rgb(255, 0, 0)"
        assert (size, spacing) == ("15px", "normal")


def test_it_can_be_used_within_a_tenth_of_a_second_after_the_page_has_loaded(
    browser: Browser, stack: Stack, host_site: HostSite
) -> None:
    watch = """<script>
      new MutationObserver((_, observer) => {
        if (!document.querySelector("hosho-chat")?.shadowRoot?.querySelector("[data-testid=launcher]")) return;
        window.usable = performance.now(); observer.disconnect();
      }).observe(document, {childList: true, subtree: true});
    </script>"""
    taken = []
    for _ in range(5):
        with browser.new_context(locale="ja-JP") as context:
            page = context.new_page()
            page.goto(host_site.page(watch + script(stack, "async")), wait_until="load")
            page.wait_for_function("window.usable && performance.timing.loadEventEnd")
            loaded = "performance.timing.loadEventEnd - performance.timing.navigationStart"
            taken.append(page.evaluate(f"window.usable - ({loaded})"))
    assert sorted(taken)[2] <= 100, taken
