"""Beside the words: ratings, the person, the form's progress and fields, its review, its receipt, erasing."""

import re

import pytest
from playwright.sync_api import Page, expect

from bench.receiver import Receiver
from tests.browser.widget.conftest import Embed, ask, from_bot, from_visitor, open_panel
from tests.browser.widget.test_accessibility import FORM, REVIEW, focused, say

QUESTION = "メールの誤送信は補償されますか"


def test_an_answer_can_be_rated_and_the_rating_changed(panel: Page) -> None:
    ask(panel, QUESTION)
    with panel.expect_response(re.compile("/feedback$")) as told:
        panel.get_by_test_id("helpful").click()
    assert (told.value.status, told.value.request.post_data_json) == (204, {"helpful": True})
    expect(panel.get_by_test_id("helpful")).to_have_attribute("aria-pressed", "true")
    with panel.expect_response(re.compile("/feedback$")) as told:
        panel.get_by_test_id("unhelpful").click()
    assert told.value.request.post_data_json == {"helpful": False}
    expect(panel.get_by_test_id("helpful")).to_have_attribute("aria-pressed", "false")
    panel.reload()
    panel.get_by_test_id("launcher").click()
    expect(panel.get_by_test_id("unhelpful")).to_have_attribute("aria-pressed", "true")


def test_a_person_is_always_in_reach(panel: Page) -> None:
    panel.get_by_test_id("person").click()
    expect(from_bot(panel).last).to_contain_text("同意", timeout=20_000)
    expect(from_visitor(panel)).to_have_count(1)


def test_there_is_nothing_to_send_before_something_is_typed(panel: Page) -> None:
    sender = panel.get_by_test_id("send")
    expect(sender).to_be_disabled()
    panel.get_by_test_id("input").fill("  ")
    expect(sender).to_be_disabled()
    panel.get_by_test_id("input").fill(QUESTION)
    sender.click()
    expect(from_visitor(panel)).to_have_text(QUESTION)
    expect(sender).to_be_disabled()


def test_a_clarifying_question_is_its_choices_and_the_reservation_in_small(panel: Page) -> None:
    ask(panel, "情報が漏れました")
    expect(panel.get_by_test_id("reservation")).to_contain_text("引受保険会社が判断します")
    expect(from_bot(panel).last).not_to_contain_text("引受保険会社が判断します")
    expect(panel.get_by_test_id("card")).to_have_count(0)
    expect(panel.get_by_test_id("helpful")).to_have_count(0)
    expect(panel.get_by_test_id("quick-reply").last).to_be_in_viewport()


@pytest.mark.parametrize("key", ["", "Enter"], ids=["mouse", "keyboard"])
def test_who_has_chosen_can_type_at_once(panel: Page, key: str) -> None:
    choice = panel.get_by_test_id("quick-reply").first
    choice.press(key) if key else choice.click()
    panel.get_by_test_id("card").wait_for()
    assert focused(panel) == "input"
    panel.keyboard.press("Shift+Tab")
    panel.keyboard.press("Shift+Tab")
    panel.keyboard.press("Shift+Tab")
    assert focused(panel) == "quick-reply"


def test_the_field_asks_for_an_answer_while_a_form_is_filled_in(panel: Page) -> None:
    field = panel.get_by_test_id("input")
    expect(field).to_have_attribute("placeholder", "ご質問を入力してください")
    say(panel, ("見積りをお願いします",))
    expect(field).to_have_attribute("placeholder", "ご回答を入力してください")
    expect(panel.get_by_role("textbox", name="ご回答の入力欄")).to_be_visible()
    say(panel, ("入力をやめる", "はい"))
    expect(field).to_have_attribute("placeholder", "ご質問を入力してください")


def test_the_form_shows_how_far_it_is_and_asks_with_the_right_field(panel: Page) -> None:
    say(panel, (*FORM, "佐藤花子"))
    bar = panel.get_by_test_id("progress").get_by_role("progressbar")
    expect(panel.get_by_test_id("progress")).to_contain_text(re.compile(r"\d+/\d+"))
    assert int(bar.get_attribute("aria-valuenow") or 0) < int(bar.get_attribute("aria-valuemax") or 0)
    field = panel.get_by_test_id("input")
    expect(field).to_have_attribute("type", "email")
    expect(field).to_have_attribute("inputmode", "email")
    expect(field).to_have_attribute("autocomplete", "email")
    say(panel, ("身代金は補償されますか",))
    expect(field).to_have_attribute("type", "email")
    say(panel, ("sato@example.co.jp",))
    expect(field).to_have_attribute("type", "tel")
    expect(field).to_have_attribute("autocomplete", "tel")


def test_the_review_is_a_card_whose_lines_can_be_changed_and_the_receipt_is_copied(
    embed: Embed, receiver: Receiver
) -> None:
    page = open_panel(embed())
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    say(page, (*FORM, *REVIEW))
    review = page.get_by_test_id("review").last
    expect(review).to_contain_text("株式会社山田製作所")
    filled = "node => getComputedStyle(node).backgroundColor"
    submit = page.get_by_test_id("quick-reply").filter(has_text="送信").last
    assert submit.evaluate(filled) == page.locator("hosho-chat header").evaluate(filled)
    review.get_by_test_id("edit").first.click()
    expect(from_bot(page).last).to_contain_text("会社名", timeout=20_000)
    say(page, ("株式会社やまだ精機",))
    expect(page.get_by_test_id("review").last).to_contain_text("株式会社やまだ精機")
    page.get_by_test_id("quick-reply").filter(has_text="送信").last.click()
    receipt = page.get_by_test_id("receipt")
    expect(receipt).to_contain_text(re.compile(r"H-\d{6}-[0-9A-Z]{6}"), timeout=20_000)
    reference = re.search(r"H-\d{6}-[0-9A-Z]{6}", receipt.inner_text())
    assert reference
    for place in (receipt, from_bot(page).last):
        written = place.get_by_text(reference.group(), exact=True)
        assert written.evaluate("node => node.getClientRects().length") == 1
    receipt.get_by_test_id("copy").click()
    expect(receipt).to_contain_text("コピーしました")
    assert receiver.wait_for(reference.group()).company == "株式会社やまだ精機"
    expect(page.get_by_test_id("progress")).to_be_hidden()
    page.reload()
    expect(receipt).to_contain_text(reference.group())
    expect(page.locator("hosho-chat button").filter(has_text="を直す")).to_have_count(0)


def test_times_and_days_are_told(panel: Page) -> None:
    ask(panel, QUESTION)
    panel.get_by_test_id("card").wait_for()
    expect(panel.locator("hosho-chat time").first).to_have_attribute("datetime", re.compile(r"^\d{4}-\d\d-\d\dT"))
    expect(panel.get_by_text(re.compile(r"^\d+月\d+日（[月火水木金土日]）$"))).to_have_count(1)


def test_erasing_asks_first_and_keeps_everything_on_no(panel: Page) -> None:
    ask(panel, QUESTION)
    panel.get_by_test_id("card").wait_for()
    panel.get_by_test_id("erase").click()
    expect(panel.get_by_test_id("confirm-erase")).to_be_visible()
    panel.keyboard.press("Escape")
    expect(panel.get_by_test_id("confirm-erase")).to_be_hidden()
    expect(panel.get_by_test_id("card")).to_be_visible()
    panel.get_by_test_id("erase").click()
    panel.get_by_test_id("erase-yes").click()
    expect(panel.get_by_test_id("card")).to_have_count(0)
    expect(panel.get_by_text("会話の記録を消しました。")).to_be_visible()
