"""By keyboard, by screen reader, by the rules of axe-core, in light and dark."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from deploy.started import Stack
from tests.browser.widget.conftest import Embed, ask, from_bot, from_visitor, open_panel, script
from tests.host_site import HostSite
from tests.leads.form.talk import QUOTE
from web.environment import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
QUESTION = "委託先に預けたデータが漏えいした場合は補償されますか"
HALF = QUOTE.index("佐藤花子")
FORM = ("見積りをお願いします", *QUOTE[:HALF])
REVIEW = QUOTE[HALF:]


def say(page: Page, texts: tuple[str, ...]) -> None:
    for text in texts:
        before = from_bot(page).count()
        ask(page, text)
        page.wait_for_function(
            "n => document.querySelector('hosho-chat').shadowRoot"
            ".querySelectorAll('[data-testid=message][data-from=bot]').length > n",
            arg=before,
            timeout=20_000,
        )


def violations(page: Page) -> list[str]:
    """Of axe-core, on the whole page with the panel: the rule, and where."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Path(AXE).read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = page.evaluate(
        "axe.run(document, {resultTypes: ['violations']}).then(r => r.violations)"
    )
    return [f"{v['id']}: {node['target']} {node['failureSummary']}" for v in found for node in v["nodes"]]


@pytest.fixture(params=["light", "dark"])
def opened(request: pytest.FixtureRequest, browser: Browser, stack: Stack, host_site: HostSite) -> Any:
    with browser.new_context(locale="ja-JP", color_scheme=request.param, reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(host_site.page(script(stack)))
        yield open_panel(page)


def test_no_rule_is_broken_by_the_answers(opened: Page) -> None:
    assert violations(opened) == []
    say(opened, (QUESTION, "保険料はいくらですか", "ウイルスの件", "火災保険の相談です"))
    opened.get_by_test_id("card").first.locator("summary").click()
    assert violations(opened) == []
    opened.get_by_test_id("erase").click()
    assert violations(opened) == []


def test_no_rule_is_broken_by_the_form_its_review_and_its_receipt(opened: Page) -> None:
    say(opened, FORM)
    assert violations(opened) == []
    say(opened, REVIEW)
    opened.get_by_test_id("review").wait_for()
    assert violations(opened) == []
    say(opened, ("送信",))
    opened.get_by_test_id("receipt").wait_for()
    assert violations(opened) == []


def test_no_rule_is_broken_by_an_error(opened: Page) -> None:
    opened.route("**/api/chat/messages", lambda route: route.abort())
    ask(opened, "誤送信は補償されますか")
    opened.get_by_test_id("error").wait_for()
    assert violations(opened) == []


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.shadowRoot?.activeElement?.dataset.testid ?? ''"))


def test_everything_can_be_done_by_keyboard(panel: Page) -> None:
    panel.get_by_test_id("close").click()
    assert focused(panel) == "launcher"
    panel.keyboard.press("Enter")
    assert focused(panel) == "input"
    panel.keyboard.type(QUESTION)
    panel.keyboard.press("Enter")
    panel.get_by_test_id("card").wait_for()
    panel.keyboard.type("身代金は補償されますか")
    seen = set()
    for _ in range(40):
        panel.keyboard.press("Tab")
        seen.add(focused(panel))
        if focused(panel) == "helpful":
            panel.keyboard.press("Space")
    assert {"input", "send", "close", "erase", "person", "quick-reply", "helpful", "unhelpful", "log"} <= seen
    expect(panel.get_by_test_id("helpful")).to_have_attribute("aria-pressed", "true")
    panel.keyboard.press("Escape") if focused(panel) else panel.get_by_test_id("close").click()
    expect(panel.get_by_test_id("panel")).to_be_hidden()
    assert focused(panel) == "launcher"


def test_over_the_whole_screen_the_focus_stays_inside(embed: Embed) -> None:
    page = open_panel(embed(viewport={"width": 375, "height": 667}))
    for _ in range(25):
        page.keyboard.press("Tab")
        assert focused(page) not in {"", "launcher"}


def announced(page: Page) -> list[str]:
    """What the accessibility tree holds in live regions of the widget, text by text."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    by_id = {node["nodeId"]: node for node in nodes}

    def live(node: dict[str, Any]) -> bool:
        return any(p["name"] == "live" and p["value"]["value"] == "polite" for p in node.get("properties", ()))

    def texts(node: dict[str, Any]) -> list[str]:
        own = [node["name"]["value"]] if node.get("role", {}).get("value") == "StaticText" else []
        return own + [text for child in node.get("childIds", ()) if child in by_id for text in texts(by_id[child])]

    return [text for node in nodes if live(node) for text in texts(node) if text.strip()]


def test_each_reply_is_announced_once_and_nothing_else_is_live(panel: Page) -> None:
    panel.evaluate("""() => {
      window.heard = [];
      const announcer = document.querySelector("hosho-chat").shadowRoot.querySelector("[data-testid=announcer]");
      new MutationObserver((records) => {
        for (const r of records) for (const n of r.addedNodes) if (n.textContent.trim()) heard.push(n.textContent);
      }).observe(announcer, {childList: true, subtree: true, characterData: true});
    }""")
    ask(panel, QUESTION)
    panel.get_by_test_id("card").wait_for()
    summary = from_bot(panel).last.inner_text()
    expect(panel.get_by_test_id("announcer")).to_contain_text(summary[:30])
    live = [text for text in announced(panel) if summary[:30] in text]
    assert len(live) == 1
    assert len([text for text in panel.evaluate("heard") if summary[:30] in text]) == 1


def test_a_conversation_that_comes_back_is_not_read_out(panel: Page) -> None:
    ask(panel, QUESTION)
    panel.get_by_test_id("card").wait_for()
    panel.reload()
    panel.get_by_test_id("launcher").click()
    panel.get_by_test_id("card").wait_for()
    expect(from_visitor(panel)).to_have_count(1)
    assert [text for text in announced(panel) if "委託先" in text] == []
