"""From the first question to the receipt, the inbox and the webhook; also when web is killed in the middle."""

import re
import signal

from playwright.sync_api import Page, expect

from bench.receiver import Receiver
from deploy.started import Stack

REFERENCE = re.compile(r"H-\d{6}-[0-9A-Z]{6}")
WITHIN = 15_000
"""Milliseconds; a first message of the form loads GiNZA."""


def say(page: Page, text: str, answer: str) -> None:
    """Type a text; wait for the reply that holds this answer."""
    page.get_by_test_id("input").fill(text)
    page.get_by_test_id("input").press("Enter")
    expect(page.locator('[data-testid=message][data-from="bot"]').last).to_contain_text(answer, timeout=WITHIN)


def begin(page: Page) -> None:
    say(page, "見積りをお願いします", "同意します")
    page.get_by_test_id("quick-reply").filter(has_text="同意します").last.click()
    expect(page.get_by_test_id("message").last).to_contain_text("会社名をお知らせください", timeout=WITHIN)


def go_on_to_the_review(page: Page) -> None:
    say(page, "製造業です", "年間売上高")
    say(page, "３億５千万円", "350,000,000円")
    say(page, "はい", "いつの決算")
    say(page, "誤送信は補償されますか", "先ほどの続きです")
    say(page, "2026年3月期", "過去5年")
    say(page, "ない", "認証")
    say(page, "ISMS", "お名前")
    say(page, "佐藤花子", "メールアドレス")
    say(page, "sato@example.co.jp", "電話番号")
    say(page, "03-0000-1234", "時間帯")
    say(page, "平日の午前", "内容をご確認ください")
    say(page, "売上は5億に訂正", "500,000,000円")
    say(page, "はい", "訂正しました")


def send(page: Page) -> str:
    """Press 送信; the receipt's reference."""
    page.get_by_test_id("quick-reply").filter(has_text="送信").last.click()
    last = page.get_by_test_id("message").last
    expect(last).to_contain_text("受付番号", timeout=WITHIN)
    found = REFERENCE.search(last.inner_text())
    assert found
    return found.group()


def test_a_quote_with_a_digression_and_a_correction_reaches_sales(
    page: Page, inbox: Page, receiver: Receiver, stack: Stack
) -> None:
    begin(page)
    say(page, "株式会社みどり物産", "業種")
    go_on_to_the_review(page)
    reference = send(page)
    inbox.goto(f"{stack.url}/staff/leads/lead/")
    expect(inbox.get_by_role("row").filter(has_text=reference)).to_contain_text("株式会社みどり物産")
    lead = receiver.wait_for(reference)
    assert (lead.company, lead.annual_sales_yen) == ("株式会社みどり物産", 500_000_000)
    assert [question.text for question in lead.questions] == ["見積りをお願いします", "誤送信は補償されますか"]


def test_the_same_when_web_is_killed_in_the_middle(page: Page, receiver: Receiver, stack: Stack) -> None:
    begin(page)
    say(page, "株式会社やまびこ", "業種")
    stack.stop("web", signal.SIGKILL)
    stack.start("web")
    stack.wait_until_ready()
    page.reload()
    page.get_by_test_id("launcher").click()
    expect(page.get_by_text("株式会社やまびこ", exact=True)).to_be_visible()
    go_on_to_the_review(page)
    reference = send(page)
    assert receiver.wait_for(reference).company == "株式会社やまびこ"
