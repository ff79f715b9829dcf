"""From a visitor's question that the page does not answer to an example of an entry, in a few clicks."""

import subprocess

import pytest
from playwright.sync_api import Locator, Page, expect

from bench.client import ask, open_session
from deploy.stack import PYTHON, variables
from deploy.started import Stack
from tests.browser.conftest import Enter
from tests.browser.pictures import Picture
from web.environment import ROOT

QUESTIONS = "/staff/knowledge/unansweredquestion/"
PHONE = {"width": 390, "height": 844}
ASKED = "みどり建設の佐藤と申します。保険料は月々おいくらでしょうか、目安だけでも"
SHOWN = "〔会社名〕の〔氏名〕と申します。保険料は月々おいくらでしょうか、目安だけでも"


ALIKE = ("保険料は月々おいくらですか", "毎月の保険料の目安を教えてください", "月々の保険料はどのくらいかかりますか")
FORGET = "from knowledge.models import UnansweredQuestion; UnansweredQuestion.objects.all().delete()"


@pytest.fixture
def asked_alike(stack: Stack) -> None:
    """What other visitors ask, and nobody before them."""
    forget = [str(PYTHON), "manage.py", "shell", "--verbosity", "0", "--command", FORGET]
    subprocess.run(forget, cwd=ROOT, env=variables(stack.environment), check=True)
    for text in ALIKE:
        ask(stack.url, open_session(stack.url), text)


@pytest.fixture
def asked(stack: Stack) -> None:
    """What a visitor asks in vain, over the public API."""
    reply, _ = ask(stack.url, open_session(stack.url), ASKED)
    assert reply["answer"]["verdict"] == "not_listed"


def group(page: Page) -> Locator:
    """Found by a search, opened, and of its questions only this one ticked: other tests ask, too."""
    page.get_by_label("言葉で探す").fill("目安だけでも")
    page.get_by_role("button", name="絞り込む").click()
    found = page.locator("details.group").filter(has_text=SHOWN).first
    found.locator("summary").click()
    for box in found.get_by_role("checkbox").all():
        box.uncheck()
    found.get_by_label(SHOWN).check()
    return found


def test_a_question_becomes_an_example_and_can_be_taken_back(
    enter: Enter, asked_alike: None, asked: None, picture: Picture
) -> None:
    page = enter("yamada", QUESTIONS)
    assert "佐藤" not in page.content()
    found = group(page)
    picture(page, "content-questions.png")
    title = found.get_by_label("項目の題")
    title.fill("保険料")
    expect(page.locator("#entry-titles option").first).to_have_attribute("value", "保険料")
    found.get_by_role("button", name="質問に加える", exact=True).click()
    expect(page.get_by_text("の質問に1件を加えました")).to_be_visible()
    expect(page.locator("details.group").filter(has_text=SHOWN)).to_have_count(0)
    page.get_by_label("表示").select_option("done")
    page.get_by_role("button", name="絞り込む").click()
    dealt = page.locator(".dealt li").filter(has_text=SHOWN)
    expect(dealt).to_contain_text("「保険料」の質問に追加")
    expect(dealt).to_contain_text("山田 花子")
    dealt.get_by_role("button", name="一覧に戻す").click()
    expect(page.get_by_text("1件を一覧に戻しました")).to_be_visible()


def test_a_new_entry_opens_with_the_question_in_it(enter: Enter, asked: None) -> None:
    page = enter("yamada", QUESTIONS)
    group(page).get_by_role("button", name="新しい項目を作る").click()
    expect(page.get_by_role("heading", name="項目の追加")).to_be_visible()
    expect(page.get_by_label("質問", exact=True)).to_have_value(SHOWN)


@pytest.mark.parametrize("model", ["unansweredquestion", "ratedanswer", "clarifiedquestion"])
def test_on_a_phone_nothing_stands_out_over_the_edge(enter: Enter, asked: None, model: str) -> None:
    page = enter("yamada", f"/staff/knowledge/{model}/")
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    for summary in page.locator("details > summary").all()[:3]:
        summary.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
