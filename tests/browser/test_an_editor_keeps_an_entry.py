import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Enter

ENTRIES = "/staff/knowledge/draft/"
PHONE = {"width": 390, "height": 844}
EDGES = """[document.getElementById('entry-form').getBoundingClientRect().bottom,
            document.getElementById('preview').getBoundingClientRect().top]"""


def save(page: Page) -> None:
    page.get_by_role("button", name="保存", exact=True).click()


def delete(page: Page) -> None:
    page.get_by_role("link", name="削除").click()
    page.get_by_role("button", name="削除する").click()
    expect(page.get_by_text("を削除しました。")).to_be_visible()


def open_entry(page: Page, title: str) -> None:
    page.locator("#searchbar").fill(title)
    page.locator("#searchbar").press("Enter")
    page.get_by_role("link", name=title).first.click()
    page.get_by_role("heading", name="訪問者に見える答え").wait_for()


def pick(page: Page, field: str, term: str, title: str) -> None:
    """With keys alone."""
    group = page.get_by_role("group", name=field)
    group.get_by_role("searchbox").fill(term)
    expect(group.locator("[data-found] li")).to_have_count(1)
    group.get_by_label(title).focus()
    page.keyboard.press("Space")


def test_an_entry_is_written_with_the_visitors_answer_beside_it(enter: Enter) -> None:
    page = enter("yamada", ENTRIES)
    page.get_by_role("link", name="項目を追加").click()
    page.get_by_label("種類").select_option("scenario")
    page.get_by_label("題", exact=True).fill("社用ドローンの紛失")
    answer, preview = page.get_by_label("答え", exact=True), page.locator("#preview")
    answer.fill("撮影した映像ごとなくした事故の対応費用は、必ず支払われます。")
    expect(preview).to_contain_text("支払いを約束する言葉「必ず」は使えません")
    answer.fill("撮影した映像ごとなくした事故も、例に挙げられています。")
    listed = preview.locator("[data-verdict=listed]")
    expect(listed).to_contain_text("撮影した映像ごとなくした事故も、例に挙げられています。")
    page.get_by_label("出典の見出し").fill("保険金の支払い対象となるケース")
    pick(page, "支払われる費用", "サイバー攻撃調査", "サイバー攻撃調査費用")
    pick(page, "支払われる費用", "法律上の", "法律上の損害賠償金")
    expect(listed).to_contain_text("法律上の損害賠償金")
    page.get_by_label("質問", exact=True).fill("・会社のドローンが川に落ちて見つからない\n・空撮用ドローンをなくした")
    save(page)
    expect(page.get_by_text("保存しました。")).to_be_visible()
    expect(page.get_by_role("heading", name="社用ドローンの紛失", exact=True)).to_be_visible()
    lines = "会社のドローンが川に落ちて見つからない\n空撮用ドローンをなくした"
    expect(page.get_by_label("質問", exact=True)).to_have_value(lines)
    paid = page.get_by_role("group", name="支払われる費用")
    expect(paid.get_by_label("サイバー攻撃調査費用")).to_be_checked()
    delete(page)


def test_enter_in_a_line_saves_nothing(enter: Enter) -> None:
    page = enter("yamada", ENTRIES)
    open_entry(page, "社内の過失による事故")
    page.get_by_label("題", exact=True).fill("書きかけの題")
    page.get_by_label("題", exact=True).press("Enter")
    expect(page.locator("#preview .card-title").first).to_have_text("書きかけの題")
    page.goto(page.url)
    expect(page.get_by_role("heading", name="社内の過失による事故")).to_be_visible()


def test_the_second_of_two_editors_takes_over_what_the_first_saved(enter: Enter) -> None:
    first, second = enter("yamada", f"{ENTRIES}add/"), enter("ito", ENTRIES)
    first.get_by_label("種類").select_option("silent")
    first.get_by_label("題", exact=True).fill("駐車場")
    first.get_by_label("答え", exact=True).fill("駐車場についての掲載はありません。")
    first.get_by_label("質問", exact=True).fill("御社の駐車場は何台分ありますか")
    save(first)
    expect(first.get_by_text("保存しました。")).to_be_visible()
    open_entry(second, "駐車場")
    first.get_by_label("題", exact=True).fill("駐車場・駐輪場")
    save(first)
    expect(first.get_by_role("heading", name="駐車場・駐輪場", exact=True)).to_be_visible()
    second.get_by_label("答え", exact=True).fill("駐車場については、掲載がありません。")
    save(second)
    conflict = second.get_by_role("alert").filter(has_text="先に保存しました")
    expect(conflict).to_contain_text("山田 花子さんが先に保存しました")
    expect(conflict).to_contain_text("駐車場・駐輪場")
    save(second)
    expect(second.get_by_text("保存しました。")).to_be_visible()
    expect(second.get_by_label("題", exact=True)).to_have_value("駐車場・駐輪場")
    expect(second.get_by_label("答え", exact=True)).to_have_value("駐車場については、掲載がありません。")
    delete(second)


def test_what_was_typed_is_offered_again_after_the_page_was_left(enter: Enter) -> None:
    page = enter("yamada", f"{ENTRIES}add/")
    page.get_by_label("種類").select_option("cost")
    page.get_by_label("題", exact=True).fill("通訳費用")
    page.goto(page.url)
    page.get_by_role("button", name="入力を戻す").click()
    expect(page.get_by_label("題", exact=True)).to_have_value("通訳費用")


def test_a_question_is_tried_on_an_entrys_page(enter: Enter) -> None:
    page = enter("yamada", ENTRIES)
    open_entry(page, "告知事項申告書等の提出")
    page.get_by_label("訪問者の質問").fill("火災保険の相談です")
    page.get_by_role("button", name="試す").click()
    live = page.get_by_role("region", name=re.compile("公開中"))
    expect(live).to_contain_text("判定: 対象外のご用件")
    page.get_by_role("link", name="編集に戻る").click()
    expect(page.get_by_role("heading", name="告知事項申告書等の提出")).to_be_visible()


@pytest.mark.parametrize("address", ["", "add/", "try/"])
def test_on_a_phone_nothing_stands_out_over_the_edge(enter: Enter, address: str) -> None:
    page = enter("yamada", ENTRIES + address)
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_on_a_phone_the_answer_stands_below_the_form(enter: Enter) -> None:
    page = enter("yamada", ENTRIES)
    open_entry(page, "情報セキュリティ診断サービス")
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    end_of_form, preview = page.evaluate(EDGES)
    assert preview >= end_of_form
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
