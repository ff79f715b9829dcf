import re

import pytest
from playwright.sync_api import Page, expect

PHONE = {"width": 390, "height": 844}


def test_a_salesperson_takes_a_lead_up(inbox: Page) -> None:
    inbox.get_by_role("link", name="H-2611-0007").click()
    expect(inbox.get_by_role("link", name="03-0000-1234")).to_be_visible()
    inbox.get_by_label("状況").select_option("対応中")
    inbox.get_by_label("担当者").select_option("佐藤 一郎")
    inbox.get_by_label("新しいメモ").fill("明日10時に折り返します。")
    inbox.get_by_role("button", name="保存").click()
    expect(inbox.get_by_text("保存しました。")).to_be_visible()
    expect(inbox.get_by_text("状況: 未対応 → 対応中")).to_be_visible()
    expect(inbox.locator(".notes")).to_contain_text("明日10時に折り返します。")
    inbox.get_by_role("link", name="一覧に戻る").click()
    expect(inbox.get_by_role("row").filter(has_text="H-2611-0007")).to_contain_text("佐藤 一郎")


def test_a_delivery_that_failed_is_replayed(inbox: Page) -> None:
    inbox.get_by_role("link", name="H-2611-0007").click()
    inbox.get_by_role("button", name="配信をやり直す").click()
    expect(inbox.get_by_text("Slackへの配信をやり直します。")).to_be_visible()


def test_the_way_back_keeps_the_filter(inbox: Page) -> None:
    inbox.get_by_role("link", name=re.compile("^緊急")).click()
    expect(inbox.get_by_role("row").filter(has_text="H-2611-0007")).to_have_count(0)
    inbox.get_by_role("link", name="H-2611-0006").click()
    inbox.get_by_role("link", name="一覧に戻る").click()
    expect(inbox.get_by_role("row").filter(has_text="H-2611-0007")).to_have_count(0)


def test_the_filtered_list_is_saved_as_excel(inbox: Page) -> None:
    with inbox.expect_download() as download:
        inbox.get_by_role("link", name="Excel").click()
    assert download.value.suggested_filename.endswith(".xlsx")


@pytest.mark.parametrize("opened", ["", "H-2611-0007"])
def test_on_a_phone_nothing_stands_out_over_the_edge(inbox: Page, opened: str) -> None:
    inbox.set_viewport_size(PHONE)
    if opened:
        inbox.get_by_role("link", name=opened).click()
        expect(inbox.get_by_role("link", name="03-0000-1234")).to_be_visible()
    assert inbox.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
