from playwright.sync_api import Page, expect

from knowledge.domain.answer import RESERVATION


def ask(page: Page, text: str) -> None:
    page.get_by_test_id("input").fill(text)
    page.get_by_test_id("input").press("Enter")


def test_a_listed_case_shows_its_card_with_the_reservation_in_sight(page: Page) -> None:
    ask(page, "委託先に預けたデータが漏えいした場合は補償されますか")
    card = page.get_by_test_id("card")
    expect(card).to_have_attribute("data-verdict", "listed")
    expect(card).to_have_attribute("data-entry", "scenario.contractor_leak")
    expect(card.get_by_test_id("reservation")).to_have_text(RESERVATION)
    expect(card.get_by_test_id("reservation")).to_be_visible()
    expect(card).to_contain_text("委託先にデータを預け、委託先から情報漏えいが発生")
    expect(card).to_contain_text("保険金の支払い対象となるケース")


def test_the_costs_unfold(page: Page) -> None:
    ask(page, "委託先に預けたデータが漏えいした場合は補償されますか")
    page.get_by_test_id("card").locator("summary").click()
    expect(page.get_by_text("法律上の損害賠償金", exact=True)).to_be_visible()


def test_the_premium_is_no_figure_but_a_person(page: Page) -> None:
    ask(page, "保険料はいくら?")
    expect(page.get_by_test_id("card")).to_have_attribute("data-verdict", "not_listed")
    expect(page.get_by_test_id("quick-reply").filter(has_text="担当者に相談する").last).to_be_enabled()
    reply = page.get_by_test_id("message").last.inner_text()
    assert not any(character.isdigit() for character in reply)


def test_another_insurance_is_declined_in_words(page: Page) -> None:
    ask(page, "火災保険の相談です")
    expect(page.get_by_test_id("message").last).to_contain_text("サイバーセキュリティ保険")
    expect(page.get_by_test_id("card")).to_have_count(0)


def test_a_slash_command_is_shown_as_typed_and_does_nothing(page: Page) -> None:
    ask(page, "/ask_coverage")
    expect(page.locator('[data-testid=message][data-from="visitor"]')).to_have_text("/ask_coverage")
    expect(page.get_by_test_id("message")).to_have_count(3)
    expect(page.get_by_test_id("card")).to_have_count(0)


def test_a_quick_reply_is_pressed_and_answered(page: Page) -> None:
    page.get_by_test_id("quick-reply").filter(has_text="メールの誤送信").click()
    expect(page.get_by_test_id("card")).to_have_attribute("data-entry", "scenario.missent_mail_or_fax")


def test_enter_during_japanese_composition_does_not_send(page: Page) -> None:
    field = page.get_by_test_id("input")
    field.focus()
    session = page.context.new_cdp_session(page)
    session.send("Input.imeSetComposition", {"text": "ほけん", "selectionStart": 3, "selectionEnd": 3})
    field.press("Enter")
    expect(page.locator('[data-testid=message][data-from="visitor"]')).to_have_count(0)
    session.send("Input.insertText", {"text": "保険"})
    field.press("Enter")
    expect(page.locator('[data-testid=message][data-from="visitor"]')).to_have_text("保険")


def test_markup_is_shown_as_text(page: Page) -> None:
    ask(page, "<img src=x onerror=alert(1)> は補償されますか")
    expect(page.locator('[data-testid=message][data-from="visitor"]')).to_contain_text("<img src=x")


def test_a_reload_brings_the_conversation_back(page: Page) -> None:
    ask(page, "メールの宛先を間違えて送信しました")
    expect(page.get_by_test_id("card")).to_be_visible()
    page.reload()
    page.get_by_test_id("launcher").click()
    expect(page.get_by_test_id("card")).to_have_attribute("data-verdict", "listed")


def test_on_a_phone_the_panel_fits_the_screen(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 700})
    ask(page, "委託先に預けたデータが漏えいした場合は補償されますか")
    expect(page.get_by_test_id("reservation")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
