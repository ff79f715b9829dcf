"""The pictures of docs/sales.md: the inbox, and a lead that a salesperson has taken up."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import opened_inbox, staff_of
from tests.browser.pictures import Picture
from tests.deploy.web_alone import started_web

pytestmark = pytest.mark.stack


@pytest.fixture
def inbox(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """Of a web process to itself: visitors of other tests leave leads, too."""
    slack = "https://slack.example.com/hook"
    with (
        started_web(tmp_path, slack_webhook_url=slack) as web,
        opened_inbox(browser, web, staff_of(web, "sales_data")) as page,
    ):
        yield page


def test_a_lead_is_found_and_taken_up(inbox: Page, picture: Picture) -> None:
    expect(inbox.locator("#result_list tbody tr")).to_have_count(5)
    picture(inbox, "inbox.png", full_page=True)
    inbox.get_by_role("link", name="H-2611-0007").click()
    inbox.get_by_label("状況").select_option("対応中")
    inbox.get_by_label("担当者").select_option("佐藤 一郎")
    inbox.get_by_label("新しいメモ").fill("電話しました。明日10時に折り返します。")
    inbox.get_by_role("button", name="保存").click()
    expect(inbox.get_by_text("保存しました。")).to_be_visible()
    inbox.reload()
    expect(inbox.locator(".notes")).to_contain_text("明日10時に折り返します。")
    picture(inbox, "lead.png", full_page=True)
