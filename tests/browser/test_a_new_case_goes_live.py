"""From the login to the visitor's answer: a new case is written, tried, approved by a colleague, live, and taken back.

The pictures of docs/content.md are taken on the way."""

import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from deploy.ports import free_port
from deploy.started import Stack
from tests.browser.conftest import Enter
from tests.browser.pictures import SHARP, Picture
from tests.stack.visitor import Visitor

ENTRIES, PREPARE = "/staff/knowledge/draft/", "/staff/knowledge/release/prepare/"
QUESTION = "公式インスタを乗っ取られて広告を投稿されたら対象ですか"
BOUNDARY = """会社の公式SNSアカウントが乗っ取られたら補償されますか
公式Xを乗っ取られて偽の投稿をされました
インスタグラムの公式アカウントに不正ログインされた
公式LINEが乗っ取られて登録者に詐欺メッセージが届いた
YouTubeの公式チャンネルを奪われて動画を消された
企業アカウントのパスワードを変えられて入れない
公式インスタ 乗っ取り
お店のインスタが乗っ取られて変な広告が流れています
Facebookページの管理者権限を奪われた
当社のTikTokアカウントが第三者に操作されている
SNSの公式アカウントが乗っ取られ、フォロワーに被害が出たら
乗っ取られた公式アカウントから勝手に投稿されています"""
TITLE = "公式SNSアカウントの乗っ取り"
MINUTES, SECONDS = 3, 2.0
PATIENCE = 150_000
"""Milliseconds in which a release is prepared."""


@pytest.fixture
def second_web(stack: Stack) -> Iterator[Stack]:
    """Another web process on the same database."""
    port = free_port()
    other = Stack(f"http://127.0.0.1:{port}", stack.environment.model_copy(update={"port": port}), {})
    other.start("web")
    try:
        other.wait_until_ready()
        yield other
    finally:
        other.stop("web")


def write(page: Page) -> None:
    page.get_by_role("link", name="項目を追加").click()
    page.get_by_label("種類").select_option("scenario")
    page.get_by_label("題", exact=True).fill(TITLE)
    page.get_by_label("答え", exact=True).fill("公式SNSアカウントの乗っ取りに近い例についてのご案内です。")
    page.get_by_label("判断できない範囲の説明").fill(
        "乗っ取られたアカウントからの投稿による損害は、掲載の例に書かれていません。"
    )
    page.get_by_label("出典の見出し").fill("保険金の支払い対象となるケース")
    page.get_by_label("境界の質問", exact=True).fill(BOUNDARY)
    expect(page.locator("#preview [data-verdict=undetermined]")).to_contain_text("掲載の内容だけでは判断できません")


def prepare(page: Page, stack: Stack) -> None:
    page.goto(f"{stack.url}{PREPARE}")
    begin = page.get_by_role("button", name="公開の準備を始める")
    if begin.is_visible():
        begin.click()
    expect(page.get_by_role("heading", name="公開を申請する")).to_be_visible(timeout=PATIENCE)


def go_back(page: Page, stack: Stack, number: int) -> None:
    page.goto(f"{stack.url}/staff/knowledge/release/")
    page.locator("li", has_text=f"第{number}版").get_by_role("link", name="この版に戻す").first.click()
    page.get_by_role("button", name=f"第{number}版に戻す").click()
    expect(page.get_by_text("に戻しました。")).to_be_visible()


def wait_for(visitors: list[Visitor], title: str, known: bool) -> None:
    """Until each visitor's answer names the entry first, or no longer does: within two seconds from now."""
    since = time.monotonic()
    for visitor in visitors:
        while (_shown_first(visitor) == title) is not known:
            assert time.monotonic() - since < SECONDS, visitor.client.base_url


def _shown_first(visitor: Visitor) -> str:
    entries = visitor.ask(QUESTION)["answer"]["entries"]
    return entries[0]["title"] if entries else ""


def test_a_new_case_is_live_within_two_seconds_of_its_approval(
    enter: Enter, stack: Stack, second_web: Stack, browser: Browser, picture: Picture
) -> None:
    visitors = [Visitor(stack), Visitor(second_web)]
    before = visitors[0].ask(QUESTION)["answer"]["release"]
    approver = enter("kato", PREPARE)
    started = time.monotonic()
    page = enter("yamada", ENTRIES)
    write(page)
    page.get_by_text("題", exact=True).first.evaluate("label => label.scrollIntoView()")
    picture(page, "content-entry.png")
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.get_by_text("保存しました。")).to_be_visible()
    prepare(page, stack)
    expect(page.get_by_text("誤った答えに変わる質問はありません")).to_be_visible()
    picture(page, "content-report.png")
    report = page.url
    page.goto(f"{stack.url}{ENTRIES}try/?q={QUESTION}")
    expect(page.get_by_text("公開すると、訪問者に見える答えが変わります。")).to_be_visible()
    picture(page, "content-try.png")
    page.goto(report)
    page.get_by_label("何を変えたか").fill("公式SNSの乗っ取りを足しました(掲載では判断できない例として)")
    page.get_by_role("button", name="公開を申請する").click()
    expect(page.get_by_text("ほかの承認者の承認を待っています")).to_be_visible()
    approver.goto(page.url)
    picture(approver, "content-approve.png")
    approver.get_by_role("button", name="承認して公開する").click()
    expect(approver.get_by_text("を公開しました。")).to_be_visible()
    wait_for(visitors, TITLE, known=True)
    assert time.monotonic() - started < MINUTES * 60
    picture(approver, "content-history.png")
    context = browser.new_context(
        locale="ja-JP", timezone_id="Asia/Tokyo", viewport={"width": 1100, "height": 740}, device_scale_factor=SHARP
    )
    asking = context.new_page()
    asking.goto(second_web.url)
    asking.get_by_test_id("launcher").click()
    asking.get_by_test_id("quick-reply").first.wait_for()
    asking.get_by_test_id("input").fill(QUESTION)
    asking.get_by_test_id("input").press("Enter")
    card = asking.get_by_test_id("card")
    expect(card).to_contain_text("掲載の内容だけでは判断できません")
    expect(card).to_contain_text(TITLE)
    picture(asking, "content-live.png")
    context.close()
    go_back(approver, stack, before)
    wait_for(visitors, TITLE, known=False)
    page.goto(f"{stack.url}{ENTRIES}?q={TITLE}")
    page.get_by_role("link", name=TITLE).first.click()
    page.get_by_role("link", name="削除").click()
    page.get_by_role("button", name="削除する").click()
    expect(page.get_by_text("を削除しました。")).to_be_visible()
    page.goto(f"{stack.url}{ENTRIES}")
    picture(page, "content-list.png")
