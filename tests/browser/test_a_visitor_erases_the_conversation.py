from playwright.sync_api import Page, expect


def test_the_conversation_is_gone_here_and_on_the_server(page: Page) -> None:
    page.get_by_test_id("input").fill("USBメモリを電車に忘れました")
    page.get_by_test_id("input").press("Enter")
    expect(page.get_by_test_id("card")).to_be_visible()
    token = page.evaluate("Object.values(localStorage)[0]")
    page.get_by_test_id("erase").click()
    page.get_by_test_id("erase-yes").click()
    expect(page.get_by_text("会話の記録を消しました。")).to_be_visible()
    expect(page.get_by_test_id("card")).to_have_count(0)
    status = page.request.get(f"{page.url}api/chat/messages", headers={"Authorization": f"Bearer {token}"}).status
    assert status == 401


def test_who_says_no_keeps_everything(page: Page) -> None:
    page.get_by_test_id("input").fill("FAXを誤送信しました")
    page.get_by_test_id("input").press("Enter")
    expect(page.get_by_test_id("card")).to_be_visible()
    page.get_by_test_id("erase").click()
    page.get_by_test_id("erase-no").click()
    expect(page.get_by_test_id("card")).to_be_visible()
