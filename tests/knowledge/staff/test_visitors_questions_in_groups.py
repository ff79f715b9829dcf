"""The page of unanswered questions: groups, most asked first, narrowed and searched, nothing personal in them."""

import re

import pytest
from django.test import Client

from knowledge import grouped
from knowledge.models import Draft, Release, UnansweredQuestion
from knowledge.staff import question_page
from tests.knowledge.asked import rated, unanswered

pytestmark = pytest.mark.django_db
PAGE = "/staff/knowledge/unansweredquestion/"


@pytest.fixture(autouse=True)
def asked(release: Release) -> None:
    unanswered("保険料はいくらになりますか", count=4, nearest="silent.premium")
    unanswered("保険料はいくらになりますか?教えて", count=1, ago=9, nearest="silent.premium")
    unanswered("公式のSNSが乗っ取られたら", count=2, verdict="undetermined", nearest="scenario.lost_device", ago=40)


def html(client: Client, query: str = "") -> str:
    response = client.get(PAGE + query)
    assert response.status_code == 200
    return response.content.decode()


def groups(client: Client, query: str = "") -> list[str]:
    """The representative question of each group."""
    return re.findall(r'<span class="asked">(.*?)</span>', html(client, query))


def test_the_most_asked_group_stands_first_with_what_staff_want_to_know(content: Client) -> None:
    assert groups(content) == ["保険料はいくらになりますか", "公式のSNSが乗っ取られたら"]
    page = html(content)
    for fact in ("<strong>5回</strong>", "2通りの聞き方", "この7日間 4回 (+3)", "近い項目: 保険料", "掲載なし 5回"):
        assert fact in page


def test_a_trend_is_drawn_without_a_style_of_its_own(content: Client) -> None:
    [first, _] = re.findall(r'<polyline points="([\d., ]+)"/>', html(content))
    assert len(first.split()) == grouped.DAYS
    assert not re.search(r"\sstyle=|<style|<script(?![^>]*src)", html(content))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?q=ＳＮＳ", ["公式のSNSが乗っ取られたら"]),
        ("?q=保険料 いくら", ["保険料はいくらになりますか"]),
        ("?q=地震", []),
        ("?verdict=undetermined", ["公式のSNSが乗っ取られたら"]),
        ("?since=30", ["保険料はいくらになりますか"]),
        ("?since=7&verdict=undetermined", []),
        ("?since=abc&verdict=", ["保険料はいくらになりますか", "公式のSNSが乗っ取られたら"]),
    ],
)
def test_it_is_searched_and_narrowed(content: Client, query: str, found: list[str]) -> None:
    assert groups(content, query) == found


def test_only_what_visitors_disliked(content: Client) -> None:
    rated("公式のSNSが乗っ取られたら", "scenario.lost_device")
    rated("保険料はいくらになりますか", "silent.premium", unhelpful=0, helpful=3)
    assert groups(content, "?disliked=1") == ["公式のSNSが乗っ取られたら"]
    assert "👎" in html(content, "?disliked=1")


def test_names_are_masked_before_anybody_sees_them(content: Client) -> None:
    unanswered("社長の木村がだまされて送金した", masked=False)
    page = html(content)
    assert "木村" not in page
    assert "社長の〔氏名〕がだまされて送金した" in page
    assert not UnansweredQuestion.objects.filter(text__contains="木村").exists()


def test_what_is_not_masked_yet_is_counted_and_not_shown(content: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    unanswered("社長の木村がだまされて送金した", masked=False)
    monkeypatch.setattr(question_page, "mask_names", lambda model: 1)
    page = html(content)
    assert "個人情報の確認がまだの質問が1件" in page
    assert "木村" not in page


def test_what_is_not_grouped_yet_is_counted(content: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grouped, "PORTION", 1)
    assert "2件はまだ分類していません" in html(content)
    assert "1件はまだ分類していません" in html(content)
    assert "まだ分類していません" not in html(content)


def test_markup_of_a_visitor_is_only_text(content: Client) -> None:
    unanswered("<script>alert(1)</script>と表示された")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;と表示された" in html(content)


def test_many_groups_are_turned_page_by_page(content: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(question_page, "GROUPS", 1)
    assert groups(content) == ["保険料はいくらになりますか"]
    assert groups(content, "?p=2") == ["公式のSNSが乗っ取られたら"]
    assert groups(content, "?p=99") == ["公式のSNSが乗っ取られたら"]


def test_of_a_large_group_the_most_asked_are_shown_and_the_rest_counted(
    content: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(question_page, "QUESTIONS", 1)
    assert "ほか1件は、上の質問に対応したあとに出ます" in html(content)


def test_without_any_question_it_says_so(content: Client) -> None:
    UnansweredQuestion.objects.all().delete()
    assert "未対応の質問はありません" in html(content)


def test_an_entry_that_is_gone_is_no_nearest(content: Client) -> None:
    Draft.objects.filter(entry_id="silent.premium").delete()
    assert "近い項目: なし" in html(content)


def test_titles_are_offered_while_they_are_typed(content: Client) -> None:
    found = content.get(f"{PAGE}titles/", {"q": "費用"}).content.decode()
    assert '<option value="原因・被害範囲調査費用">費用</option>' in found
    nearest = content.get(f"{PAGE}titles/", {"q": "お"}).content.decode()
    assert nearest.index('"お礼"') < nearest.index('"お問い合わせ"')
    assert content.get(f"{PAGE}titles/", {"q": " "}).content.decode().strip() == ""
