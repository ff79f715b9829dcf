"""A thousand messages: the page stays quick and small, and all of them can be read."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.widget.conftest import Embed, from_bot

MESSAGES = 1000
SCROLLED = """async (log) => {
  const taken = []; let last = performance.now(); const step = log.scrollHeight / 60;
  for (let n = 0; n < 60; n++) {
    log.scrollTop = n * step;
    await new Promise(requestAnimationFrame);
    taken.push(performance.now() - last); last = performance.now();
  }
  return taken;
}"""
"""Milliseconds of sixty frames, scrolled from the top to the end."""
LAID_OUT = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))"
"""Rows that come near have got their true heights."""


def transcript() -> list[dict[str, Any]]:
    return [
        {
            "id": f"00000000-0000-4000-8000-{number:012d}",
            "from": "bot" if number % 2 else "visitor",
            "text": f"{number}番目のメッセージです。" + "委託先に預けたデータが漏えいした場合のご質問です。" * 3,
            "buttons": [],
            "at": f"2026-11-{10 + number // 100:02d}T10:{number % 60:02d}:00+09:00",
        }
        for number in range(MESSAGES)
    ]


@pytest.fixture
def page(embed: Embed) -> Page:
    opened = embed()
    origin = opened.url.rsplit("/", 1)[0]

    def session(route: Route) -> None:
        if route.request.method != "POST":
            route.continue_()
            return
        body = {"token": "t", "expires_at": "2026-12-29T10:00:00+09:00", "messages": transcript(), "form": None}
        headers = {"Access-Control-Allow-Origin": origin}
        route.fulfill(status=201, headers=headers, content_type="application/json", body=json.dumps(body))

    opened.route("**/api/chat/sessions", session)
    opened.get_by_test_id("launcher").click()
    expect(from_bot(opened).last).to_contain_text(f"{MESSAGES - 1}番目の")
    expect(from_bot(opened).last).to_be_in_viewport()
    return opened


def test_only_the_last_hundred_are_built_at_first(page: Page) -> None:
    assert page.get_by_test_id("message").count() == 100
    assert page.evaluate("document.querySelector('hosho-chat').shadowRoot.querySelectorAll('*').length") < 1500


def test_older_ones_come_when_asked_for_and_the_place_is_kept(page: Page) -> None:
    text = from_bot(page).first.text_content() or ""
    page.get_by_test_id("older").scroll_into_view_if_needed()
    page.evaluate(LAID_OUT)
    before = page.get_by_text(text, exact=True).bounding_box()
    page.get_by_test_id("older").click()
    expect(page.get_by_test_id("message")).to_have_count(200)
    page.evaluate(LAID_OUT)
    after = page.get_by_text(text, exact=True).bounding_box()
    assert before is not None
    assert after is not None
    assert abs(before["y"] - after["y"]) < 60


def test_all_of_it_can_be_reached_and_scrolls_smoothly_in_bounded_memory(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    while page.get_by_test_id("older").count() and page.get_by_test_id("older").is_visible():
        shown = page.get_by_test_id("message").count()
        page.get_by_test_id("older").click()
        expect(page.get_by_test_id("message")).not_to_have_count(shown)
    expect(page.get_by_text("0番目のメッセージです。", exact=False).first).to_be_attached()
    slow = min(sorted(page.get_by_test_id("log").evaluate(SCROLLED))[54] for _ in range(5))
    assert slow < 50
    metrics = {m["name"]: m["value"] for m in session.send("Performance.getMetrics")["metrics"]}
    assert metrics["JSHeapUsedSize"] < 40 * 1024 * 1024
