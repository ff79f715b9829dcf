"""The other two pages: answers that visitors disliked, and what they chose when they were asked back."""

import re

import pytest
from django.test import Client

from knowledge.models import ClarifiedQuestion, Draft, RatedAnswer, Release
from tests.knowledge.asked import chosen, rated, unanswered

pytestmark = pytest.mark.django_db
RATED, CHOSEN = "/staff/knowledge/ratedanswer/", "/staff/knowledge/clarifiedquestion/"
LOST, MISSENT = "scenario.lost_device", "scenario.missent_mail"


@pytest.fixture(autouse=True)
def published(release: Release) -> None: ...


def html(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def asked(client: Client, address: str) -> list[str]:
    return [text.split("<")[0].strip() for text in re.findall(r'<p class="asked">(.*?)</p>', html(client, address))]


def test_the_most_disliked_answers_stand_first_with_the_entry_that_answered(content: Client) -> None:
    rated("鍵をなくした", LOST, unhelpful=1, helpful=4)
    rated("手紙を別の人に送った", MISSENT, unhelpful=3)
    rated("ありがとう", "small_talk.thanks", unhelpful=0, helpful=9)
    assert asked(content, RATED) == ["手紙を別の人に送った", "鍵をなくした"]
    page = html(content, RATED)
    assert "<strong>👎 3</strong> 👍 0" in page
    assert ">メールやFAXの誤送信</a>、掲載あり" in page


def test_a_disliked_answer_becomes_an_example_of_another_entry(content: Client) -> None:
    row = rated("手紙を別の人に送った", LOST)
    content.post(f"{RATED}take/", {"as": "questions", "question": row.pk, "entry": "メールやFAXの誤送信"})
    assert Draft.objects.get(entry_id=MISSENT).data["questions"][-1] == "手紙を別の人に送った"
    assert asked(content, RATED) == []
    assert asked(content, f"{RATED}?state=done") == ["手紙を別の人に送った"]
    content.post(f"{RATED}back/", {"question": row.pk})
    assert asked(content, RATED) == ["手紙を別の人に送った"]


def test_what_visitors_chose_stands_below_each_question_the_most_chosen_first(content: Client) -> None:
    for entry_id, count in ((LOST, 1), (MISSENT, 3), ("", 2)):
        chosen("書類", entry_id, count)
    chosen("メール", MISSENT, 4)
    assert asked(content, CHOSEN) == ["書類", "メール"]
    page = html(content, CHOSEN)
    places = [
        page.index(f"{what} ") for what in (">メールやFAXの誤送信</a>", "どれでもない", ">外出先でPCや書類を紛失</a>")
    ]
    assert places == sorted(places)
    assert "6回" in page


def test_one_click_makes_the_question_an_example_of_the_chosen_entry(content: Client) -> None:
    row, other = chosen("書類が隣に届いた", MISSENT, 3), chosen("書類が隣に届いた", "", 1)
    unanswered("書類が隣に届いた")
    content.post(f"{CHOSEN}take/", {"as": "questions", "question": row.pk, "entry": MISSENT})
    assert Draft.objects.get(entry_id=MISSENT).data["questions"][-1] == "書類が隣に届いた"
    assert ClarifiedQuestion.objects.get(pk=row.pk).done_at is not None
    assert ClarifiedQuestion.objects.get(pk=other.pk).done_at is None
    assert "書類が隣に届いた" not in html(content, "/staff/knowledge/unansweredquestion/")


def test_none_of_those_offered_can_only_be_left(content: Client) -> None:
    chosen("書類", "")
    page = html(content, CHOSEN)
    assert "この項目の質問に加える" not in page
    assert "対応しない" in page


def test_an_entry_that_is_gone_is_said_to_be(content: Client) -> None:
    chosen("書類", "scenario.gone")
    assert "なくなった項目(scenario.gone)" in html(content, CHOSEN)


@pytest.mark.parametrize(("address", "model"), [(RATED, RatedAnswer), (CHOSEN, ClarifiedQuestion)])
def test_names_are_masked_before_anybody_sees_them(content: Client, address: str, model: type) -> None:
    rated("社長の木村がだまされた", LOST, masked=False)
    chosen("社長の木村がだまされた", LOST, masked=False)
    assert asked(content, address) == ["社長の〔氏名〕がだまされた"]
    assert not model.objects.filter(text__contains="木村").exists()  # type: ignore[attr-defined]


@pytest.mark.parametrize("address", [RATED, CHOSEN])
def test_a_search_finds_them_in_any_width(content: Client, address: str) -> None:
    for text in ("FAXの誤送信", "鍵をなくした"):
        rated(text, LOST)
        chosen(text, LOST)
    assert asked(content, f"{address}?q=ｆａｘ") == ["FAXの誤送信"]


def test_each_page_leads_to_the_others(content: Client) -> None:
    page = html(content, RATED)
    assert f'<a href="{RATED}" aria-current="page">低い評価の回答</a>' in page
    assert f'<a href="{CHOSEN}">聞き返しの結果</a>' in page
    assert '<a href="/staff/knowledge/unansweredquestion/">答えられなかった質問</a>' in page
