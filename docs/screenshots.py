"""Take the pictures of the README from a really started stack: python -m docs.screenshots"""

from collections.abc import Iterable
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from deploy.chromium import require
from deploy.started import running_or_started

IMAGES = Path(__file__).parent / "images"
QUESTION = "委託先に預けたデータが漏えいした場合は補償されますか"


FORM = (
    ("見積りをお願いします", "同意いただける"),
    ("同意します", "会社名をお知らせ"),
    ("株式会社山田製作所の佐藤です、年商は3億です", "300,000,000円"),
)
REVIEW = (
    ("はい", "業種"),
    ("製造業", "決算"),
    ("2026年3月期", "過去5年"),
    ("ない", "認証"),
    ("ISMS", "メールアドレスをお知らせ"),
    ("sato@example.co.jp", "お電話番号"),
    ("03-0000-1234", "時間帯"),
    ("平日の午前", "内容をご確認ください"),
)


def opened(browser: Browser, url: str, width: int, height: int) -> Page:
    page = browser.new_page(locale="ja-JP", viewport={"width": width, "height": height})
    page.goto(url)
    page.get_by_test_id("launcher").click()
    page.get_by_test_id("quick-reply").first.wait_for()
    return page


def say(page: Page, text: str) -> None:
    page.get_by_test_id("input").fill(text)
    page.get_by_test_id("input").press("Enter")


def talk(page: Page, turns: Iterable[tuple[str, str]]) -> None:
    """Say each text and wait for a reply that holds what follows it."""
    for text, answer in turns:
        say(page, text)
        expect(page.locator('[data-testid=message][data-from="bot"]').last).to_contain_text(answer, timeout=15_000)


def main() -> None:
    with running_or_started() as (url, _), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=require(), args=["--no-sandbox", "--disable-gpu"])
        for suffix, width, height in (("", 1100, 820), ("-phone", 360, 820)):
            page = opened(browser, url, width, height)
            say(page, QUESTION)
            page.get_by_test_id("card").wait_for()
            page.get_by_test_id("card").evaluate("card => card.scrollIntoView({block: 'end'})")
            page.screenshot(path=IMAGES / f"answer{suffix}.png")
            page = opened(browser, url, width, height)
            talk(page, FORM)
            page.screenshot(path=IMAGES / f"form{suffix}.png")
            talk(page, REVIEW)
            page.screenshot(path=IMAGES / f"review{suffix}.png")
        browser.close()


if __name__ == "__main__":
    main()
