"""What the owner of a page may set, on the script's line or on an element of its own."""

import pytest
from playwright.sync_api import Browser, Page, expect

from deploy.started import Stack
from tests.browser.widget.conftest import Embed, ask, from_bot, from_visitor, open_panel, script
from tests.host_site import HostSite, strict


def test_title_and_greeting_are_the_owners(embed: Embed) -> None:
    page = open_panel(embed('data-title="みほん保険に質問" data-greeting="ようこそ。何でもお尋ねください。"'))
    expect(page.get_by_role("dialog", name="みほん保険に質問")).to_be_visible()
    expect(from_bot(page).first).to_have_text("ようこそ。何でもお尋ねください。")


def test_the_launcher_may_stand_on_the_left(embed: Embed) -> None:
    page = embed('data-position="left"')
    box = page.get_by_test_id("launcher").bounding_box()
    assert box is not None
    assert box["x"] < 100


@pytest.mark.parametrize(("accent", "text"), [("#ffd54a", "rgb(0, 0, 0)"), ("#7a0f3c", "rgb(255, 255, 255)")])
def test_the_accent_colour_keeps_its_text_readable(embed: Embed, accent: str, text: str) -> None:
    page = embed(f'data-accent="{accent}"')
    launcher = page.get_by_test_id("launcher")
    assert launcher.evaluate("node => getComputedStyle(node).color") == text


def test_a_colour_that_is_none_is_said_to_the_owner_and_passed_over(embed: Embed, complaints: list[str]) -> None:
    page = open_panel(embed('data-accent="なし"'))
    assert any("data-accent" in said for said in complaints)
    complaints.clear()
    assert page.get_by_test_id("panel").is_visible()


def test_it_may_be_open_from_the_start(embed: Embed) -> None:
    page = embed("data-open")
    page.get_by_test_id("quick-reply").first.wait_for()
    expect(page.get_by_test_id("panel")).to_be_visible()


def test_on_a_phone_it_does_not_cover_the_page_by_itself(embed: Embed) -> None:
    page = embed("data-open", viewport={"width": 390, "height": 844})
    expect(page.get_by_test_id("launcher")).to_be_visible()
    expect(page.get_by_test_id("panel")).to_be_hidden()


def test_a_page_about_one_topic_begins_with_it(embed: Embed) -> None:
    page = embed('data-scenario="scenario.contractor_leak"')
    page.get_by_test_id("launcher").click()
    expect(page.get_by_test_id("card")).to_have_attribute("data-entry", "scenario.contractor_leak")
    page.reload()
    page.get_by_test_id("launcher").click()
    expect(page.get_by_test_id("card")).to_have_count(1)


def test_a_topic_that_is_not_there_is_said_to_the_owner(embed: Embed, complaints: list[str]) -> None:
    open_panel(embed('data-scenario="scenario.nowhere"'))
    assert any("data-scenario" in said for said in complaints)
    complaints.clear()


def test_in_english_the_panel_speaks_english(embed: Embed) -> None:
    page = embed('data-lang="en"')
    expect(page.get_by_test_id("launcher")).not_to_contain_text("質問")
    open_panel(page)
    expect(page.get_by_role("button", name="Send", exact=True)).to_be_visible()


@pytest.fixture
def inline(browser: Browser, stack: Stack, host_site: HostSite) -> Page:
    body = '<p>ご質問はこちらへ。</p><hosho-chat data-inline data-height="520px"></hosho-chat>'
    page = browser.new_context(locale="ja-JP").new_page()
    page.goto(host_site.page(script(stack), body, strict(stack.url)))
    page.get_by_test_id("quick-reply").first.wait_for()
    return page


def test_inline_it_stands_in_the_flow_of_the_page_and_answers(inline: Page) -> None:
    expect(inline.get_by_test_id("launcher")).to_have_count(0)
    expect(inline.locator("hosho-chat")).to_have_count(1)
    box = inline.get_by_test_id("panel").bounding_box()
    assert box is not None
    assert (round(box["width"]), round(box["height"])) == (480, 520)
    ask(inline, "メールの誤送信は補償されますか")
    expect(inline.get_by_test_id("card")).to_be_visible()
    expect(from_visitor(inline)).to_have_count(1)
    inline.context.close()
