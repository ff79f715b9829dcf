"""Take the pictures of the README from a really started stack: python -m docs.screenshots"""

from pathlib import Path

from playwright.sync_api import sync_playwright

from deploy.chromium import require
from deploy.started import running_or_started

IMAGES = Path(__file__).parent / "images"
QUESTION = "委託先に預けたデータが漏えいした場合は補償されますか"


def main() -> None:
    with running_or_started() as (url, _), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=require(), args=["--no-sandbox", "--disable-gpu"])
        for name, width, height in (("answer", 1100, 820), ("answer-phone", 360, 820)):
            page = browser.new_page(locale="ja-JP", viewport={"width": width, "height": height})
            page.goto(url)
            page.get_by_test_id("launcher").click()
            page.get_by_test_id("quick-reply").first.wait_for()
            page.get_by_test_id("input").fill(QUESTION)
            page.get_by_test_id("input").press("Enter")
            page.get_by_test_id("card").wait_for()
            page.get_by_test_id("card").evaluate("card => card.scrollIntoView({block: 'end'})")
            page.screenshot(path=IMAGES / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
