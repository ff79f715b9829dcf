"""A message is never lost and never sent twice: offline, refused, slow, in two tabs, after a reload, days later."""

import json
import time

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from deploy.started import Stack
from tests.browser.widget.conftest import Embed, ask, from_bot, from_visitor, open_panel
from tests.browser.widget.test_accessibility import say

QUESTION = "メールの誤送信は補償されますか"
MESSAGES = "**/api/chat/messages"


def stored(page: Page, stack: Stack) -> list[str]:
    """What the server holds of the visitor's messages, asked apart from the page."""
    token = page.evaluate("localStorage.getItem('hosho-chat-token')")
    response = page.request.get(f"{stack.url}/api/chat/messages", headers={"Authorization": f"Bearer {token}"})
    return [message["text"] for message in response.json()["messages"] if message["from"] == "visitor"]


def test_offline_it_waits_in_sight_and_is_sent_once_when_the_line_is_back(
    panel: Page, stack: Stack, complaints: list[str]
) -> None:
    panel.context.set_offline(True)
    ask(panel, QUESTION)
    expect(panel.get_by_test_id("waiting")).to_contain_text(QUESTION)
    panel.context.set_offline(False)
    expect(panel.get_by_test_id("card")).to_be_visible()
    expect(panel.get_by_test_id("waiting")).to_have_count(0)
    assert stored(panel, stack) == [QUESTION]
    complaints.clear()


def test_an_answer_lost_on_its_way_is_asked_for_under_the_same_id(
    panel: Page, stack: Stack, complaints: list[str]
) -> None:
    ids: list[str] = []

    def loses_the_first(route: Route) -> None:
        ids.append(route.request.post_data_json["id"])
        if len(ids) == 1:
            route.fetch()
            route.abort()
        else:
            route.continue_()

    panel.route(MESSAGES, loses_the_first)
    ask(panel, QUESTION)
    panel.get_by_test_id("retry").click()
    expect(panel.get_by_test_id("card")).to_be_visible()
    assert len(set(ids)) == 1
    assert stored(panel, stack) == [QUESTION]
    expect(from_visitor(panel)).to_have_count(1)
    complaints.clear()


def test_a_server_that_stumbles_is_asked_again_by_itself(panel: Page, stack: Stack, complaints: list[str]) -> None:
    stumbled: list[str] = []

    def stumbles(route: Route) -> None:
        if stumbled:
            route.continue_()
            return
        stumbled.append(route.request.url)
        problem = {"status": 503, "detail": "ただいまお答えできない状態です。", "messages": []}
        route.fulfill(status=503, content_type="application/problem+json", body=json.dumps(problem))

    panel.route(MESSAGES, stumbles)
    ask(panel, QUESTION)
    expect(panel.get_by_test_id("waiting")).to_be_visible()
    expect(panel.get_by_test_id("card")).to_be_visible(timeout=10_000)
    assert stored(panel, stack) == [QUESTION]
    complaints.clear()


def test_too_many_messages_wait_as_long_as_told(panel: Page, stack: Stack, complaints: list[str]) -> None:
    asked: list[float] = []

    def limited(route: Route) -> None:
        asked.append(time.monotonic())
        if len(asked) > 1:
            route.continue_()
            return
        headers = {"Retry-After": "2", "Access-Control-Expose-Headers": "Retry-After"}
        headers["Access-Control-Allow-Origin"] = panel.url.rsplit("/", 1)[0]
        problem = {"status": 429, "detail": "短い間に多くのメッセージをいただきました。"}
        route.fulfill(status=429, headers=headers, content_type="application/problem+json", body=json.dumps(problem))

    panel.route(MESSAGES, limited)
    ask(panel, QUESTION)
    expect(panel.get_by_text("短い間に多くの")).to_be_visible()
    expect(panel.get_by_test_id("card")).to_be_visible(timeout=10_000)
    assert len(asked) == 2
    assert asked[1] - asked[0] >= 2
    assert stored(panel, stack) == [QUESTION]
    complaints.clear()


def test_a_slow_reply_says_so_after_three_seconds(panel: Page) -> None:
    held: list[Route] = []
    panel.route(MESSAGES, lambda route: held.append(route))
    ask(panel, QUESTION)
    expect(panel.get_by_test_id("typing")).to_be_visible()
    expect(panel.get_by_text("少々お待ちください")).to_have_count(0, timeout=500)
    expect(panel.get_by_text("少々お待ちください").first).to_be_visible(timeout=4_000)
    held[0].continue_()
    expect(panel.get_by_test_id("card")).to_be_visible()


def test_without_any_answer_a_way_to_a_person_is_told_and_the_message_is_sent_again(
    panel: Page, stack: Stack, complaints: list[str]
) -> None:
    """As when the server hangs: its apology, due within 6 s, does not come."""
    held: list[Route] = []
    panel.route(MESSAGES, lambda route: held.append(route) if not held else route.continue_())
    ask(panel, QUESTION)
    expect(panel.get_by_test_id("error")).to_contain_text("担当者", timeout=6_500)
    expect(panel.get_by_test_id("card")).to_be_visible(timeout=15_000)
    assert stored(panel, stack) == [QUESTION]
    complaints.clear()


def test_a_conversation_that_has_ended_begins_anew_and_the_question_is_answered(
    panel: Page, stack: Stack, complaints: list[str]
) -> None:
    token = panel.evaluate("localStorage.getItem('hosho-chat-token')")
    panel.request.delete(f"{stack.url}/api/chat/session", headers={"Authorization": f"Bearer {token}"})
    ask(panel, QUESTION)
    expect(panel.get_by_text("期限が切れたため")).to_be_visible()
    expect(panel.get_by_test_id("card")).to_be_visible()
    complaints.clear()


def test_a_reload_in_the_middle_of_the_form_goes_on_where_it_was(panel: Page) -> None:
    say(panel, ("担当者に相談したい", "同意します", "株式会社山田製作所"))
    progress = panel.get_by_test_id("progress").inner_text()
    panel.reload()
    panel.get_by_test_id("launcher").click()
    expect(panel.get_by_test_id("progress")).to_have_text(progress)
    expect(panel.get_by_test_id("input")).to_have_attribute("autocomplete", "name")
    ask(panel, "佐藤花子")
    expect(from_bot(panel).last).to_contain_text("メールアドレス")
    expect(panel.get_by_test_id("input")).to_have_attribute("type", "email")


@pytest.fixture
def tabs(embed: Embed) -> tuple[Page, Page]:
    first = embed()
    context: BrowserContext = first.context
    second = context.new_page()
    second.goto(first.url)
    open_panel(first)
    second.get_by_test_id("launcher").click()
    second.get_by_test_id("quick-reply").first.wait_for()
    return first, second


def test_two_tabs_stay_in_step(tabs: tuple[Page, Page]) -> None:
    first, second = tabs
    ask(first, QUESTION)
    expect(second.get_by_test_id("card")).to_be_visible()
    ask(second, "ではFAXの誤送信はどうですか")
    expect(from_visitor(first)).to_have_count(2)
    expect(from_bot(first)).to_have_count(from_bot(second).count())


def test_a_form_begun_in_one_tab_goes_on_in_the_other(tabs: tuple[Page, Page]) -> None:
    first, second = tabs
    say(first, ("担当者に相談したい", "同意します", "株式会社山田製作所"))
    expect(second.get_by_test_id("input")).to_have_attribute("autocomplete", "name")
    expect(second.get_by_test_id("progress")).to_be_visible()


def test_what_is_erased_in_one_tab_is_gone_in_the_other(tabs: tuple[Page, Page]) -> None:
    first, second = tabs
    ask(first, QUESTION)
    expect(second.get_by_test_id("card")).to_be_visible()
    first.get_by_test_id("erase").click()
    first.get_by_test_id("erase-yes").click()
    expect(second.get_by_test_id("card")).to_have_count(0)
    expect(from_bot(second)).to_have_count(1)
    second.get_by_test_id("input").fill(QUESTION)
    expect(second.get_by_test_id("send")).to_be_enabled()
    second.get_by_test_id("input").press("Enter")
    expect(second.get_by_test_id("card")).to_be_visible()


def test_who_cannot_erase_the_conversation_is_told_so(panel: Page, complaints: list[str]) -> None:
    panel.route("**/api/chat/session", lambda route: route.abort())
    panel.get_by_test_id("erase").click()
    panel.get_by_test_id("erase-yes").click()
    expect(panel.get_by_test_id("notice")).to_contain_text("会話を消せませんでした。通信できませんでした。")
    complaints.clear()


def test_a_reply_that_comes_while_something_older_is_read_can_be_jumped_to(panel: Page) -> None:
    say(panel, (QUESTION,))
    held: list[Route] = []
    panel.route(MESSAGES, lambda route: held.append(route))
    ask(panel, "身代金は補償されますか")
    panel.get_by_test_id("typing").wait_for()
    panel.get_by_test_id("log").evaluate("node => { node.scrollTop = 0 }")
    held[0].continue_()
    panel.get_by_test_id("news").click()
    expect(from_bot(panel).last).to_be_in_viewport()
    expect(panel.get_by_test_id("news")).to_be_hidden()


def test_a_reply_that_comes_while_the_panel_is_closed_is_counted_on_the_launcher(panel: Page) -> None:
    held: list[Route] = []
    panel.route(MESSAGES, lambda route: held.append(route))
    ask(panel, QUESTION)
    panel.wait_for_timeout(0)
    panel.get_by_test_id("close").click()
    held[0].continue_()
    expect(panel.get_by_test_id("unread")).to_contain_text("1")
    panel.get_by_test_id("launcher").click()
    expect(panel.get_by_test_id("unread")).to_be_hidden()
    expect(panel.get_by_test_id("card")).to_be_visible()
