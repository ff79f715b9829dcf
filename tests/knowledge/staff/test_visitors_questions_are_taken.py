"""One click makes the ticked questions examples, a boundary, a new entry or out of scope, or nothing at all."""

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.http import HttpResponse
from django.test import Client

from knowledge.models import Draft, Release, UnansweredQuestion
from tests.knowledge.asked import unanswered

pytestmark = pytest.mark.django_db
PAGE = "/staff/knowledge/unansweredquestion/"
LOST, MISSENT = "scenario.lost_device", "scenario.missent_mail"
LOST_TITLE = "外出先でPCや書類を紛失"


@pytest.fixture(autouse=True)
def published(release: Release) -> None: ...


@pytest.fixture
def key() -> UnansweredQuestion:
    return unanswered("社員証と鍵をなくした", count=3)


def press(client: Client, button: str, *questions: UnansweredQuestion, **fields: Any) -> HttpResponse:
    ids = [question.pk for question in questions]
    return client.post(f"{PAGE}take/", {"as": button, "question": ids, **fields}, follow=True)


def said(response: HttpResponse) -> str:
    """The messages, without markup."""
    found = re.findall(r'<li class="(?:success|info|warning|error)">(.*?)</li>', response.content.decode(), re.DOTALL)
    return re.sub(r"<[^>]+>", "", " ".join(found))


def now(question: UnansweredQuestion) -> UnansweredQuestion:
    return UnansweredQuestion.objects.get(pk=question.pk)


def lines(entry_id: str, field: str = "questions") -> list[str]:
    return list(Draft.objects.get(entry_id=entry_id).data[field])


def test_they_become_examples_of_an_entry_picked_by_title(content: Client, key: UnansweredQuestion) -> None:
    response = press(content, "questions", key, entry=LOST_TITLE)
    draft = Draft.objects.get(entry_id=LOST)
    assert lines(LOST)[-1] == "社員証と鍵をなくした"
    assert (draft.version, draft.updated_by) == (2, "yamada")
    assert f"「{LOST_TITLE}」の質問に1件を加えました" in said(response)
    assert f'<a href="/staff/knowledge/draft/{draft.pk}/change/">' in response.content.decode()
    assert (now(key).done_by, now(key).done_as) == ("yamada", f"{LOST} questions")
    assert "社員証と鍵をなくした" not in response.content.decode()


def test_they_become_a_boundary(content: Client, key: UnansweredQuestion) -> None:
    assert "の境界の質問に1件を加えました" in said(press(content, "boundary", key, entry=LOST_TITLE))
    assert lines(LOST, "boundary")[-1] == "社員証と鍵をなくした"


def test_they_are_put_out_of_scope(content: Client) -> None:
    question = unanswered("ペット保険に入りたい")
    press(content, "outside", question, outside="outside.fire_insurance", entry=LOST_TITLE)
    assert lines("outside.fire_insurance")[-1] == "ペット保険に入りたい"


def test_nothing_is_to_be_done_about_them(content: Client, key: UnansweredQuestion) -> None:
    assert "1件を「対応しない」にしました" in said(press(content, "ignore", key))
    assert (now(key).done_by, now(key).done_as) == ("yamada", "ignored")


def test_only_the_ticked_ones_are_taken(content: Client, key: UnansweredQuestion) -> None:
    other = unanswered("社員証と鍵をなくしました")
    press(content, "questions", key, entry=LOST_TITLE)
    assert now(other).done_at is None
    assert other.text not in lines(LOST)


def test_a_new_entry_opens_with_them_and_they_stay_listed_until_it_is_saved(
    content: Client, key: UnansweredQuestion
) -> None:
    other = unanswered("社員証を駅に忘れた")
    response = content.post(f"{PAGE}take/", {"as": "new", "question": [key.pk, other.pk]})
    address = urlsplit(response.headers["Location"])
    assert address.path == "/staff/knowledge/draft/add/"
    assert parse_qs(address.query) == {"questions": ["社員証と鍵をなくした\n社員証を駅に忘れた"]}
    assert "社員証と鍵をなくした\n社員証を駅に忘れた" in content.get(response.headers["Location"]).content.decode()
    assert (now(key).done_at, now(other).done_at) == (None, None)


def test_more_than_an_address_can_hold_wait_for_the_page_of_the_new_entry(content: Client) -> None:
    many = [unanswered(f"会社の公式アカウントが乗っ取られて{i}回も変な投稿をされました") for i in range(30)]
    response = content.post(f"{PAGE}take/", {"as": "new", "question": [question.pk for question in many]})
    assert len(response.headers["Location"]) < 2000
    page = content.get(response.headers["Location"]).content.decode()
    assert all(question.text in page for question in many)


def test_once_the_new_entry_is_saved_they_are_dealt_with(content: Client, key: UnansweredQuestion) -> None:
    other = unanswered("社員証を駅に忘れた")
    entry = {"kind": "scenario", "name": "badge", "title": "社員証の紛失", "answer": "例として紹介されています。"}
    entry |= {"source": "ケース", "questions": f"{key.text}\n入館証をなくした", "version": "0", "_save": ""}
    response = content.post("/staff/knowledge/draft/add/", entry, follow=True)
    assert Draft.objects.filter(entry_id="scenario.badge").exists(), response.content.decode()
    assert "訪問者の質問1件を対応済みにしました" in said(response)
    assert (now(key).done_as, now(other).done_at) == ("scenario.badge questions", None)


def test_one_that_is_an_example_elsewhere_is_refused_with_a_link_and_stays(content: Client) -> None:
    question = unanswered("営業先で書類をなくしました!")
    response = press(content, "questions", question, entry="メールやFAXの誤送信")
    assert f"「営業先で書類をなくしました!」は、すでに「{LOST_TITLE}」の質問にあります" in said(response)
    assert "加えずに、一覧に残しました" in said(response)
    assert (
        f'<a href="/staff/knowledge/draft/{Draft.objects.get(entry_id=LOST).pk}/change/">' in response.content.decode()
    )
    assert now(question).done_at is None
    assert Draft.objects.get(entry_id=MISSENT).version == 1


def test_one_that_is_there_already_is_dealt_with(content: Client) -> None:
    question = unanswered("営業先で書類をなくしました!")
    assert "1件は、すでに「外出先でPCや書類を紛失」の質問にあったので" in said(
        press(content, "questions", question, entry=LOST_TITLE)
    )
    assert now(question).done_as == f"{LOST} questions"
    assert Draft.objects.get(entry_id=LOST).version == 1


def test_what_the_entry_does_not_allow_is_told_and_nothing_is_lost(content: Client, key: UnansweredQuestion) -> None:
    draft = Draft.objects.get(entry_id=LOST)
    draft.data["boundary_words"] = ["鍵"]
    draft.save()
    response = press(content, "questions", key, entry=LOST_TITLE)
    assert "に加えられませんでした。質問は一覧に残っています" in said(response)
    assert "境界の言葉「鍵」があります" in said(response)
    assert now(key).done_at is None


def test_words_that_several_titles_hold_are_asked_back_and_then_taken(content: Client) -> None:
    question = unanswered("調べるのにいくらかかりますか")
    response = press(content, "questions", question, entry="の")
    page = response.content.decode()
    assert "加える項目を選んでください" in page
    assert f'<input type="hidden" name="question" value="{question.pk}">' in page
    assert 'name="entry" value="scenario.missent_mail"' in page
    assert now(question).done_at is None


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"entry": ""}, "加える項目の題を入れてから"),
        ({"entry": "宇宙保険"}, "「宇宙保険」という項目は見つかりませんでした"),
    ],
)
def test_an_entry_that_is_not_found_changes_nothing(
    content: Client, key: UnansweredQuestion, fields: dict[str, str], told: str
) -> None:
    assert told in said(press(content, "questions", key, **fields))
    assert now(key).done_at is None


def test_nothing_ticked_is_told(content: Client) -> None:
    assert "質問が選ばれていません" in said(press(content, "questions", entry=LOST_TITLE))
    assert "質問が選ばれていません" in said(content.post(f"{PAGE}take/", {"question": ["x", "99999"]}, follow=True))


def test_an_unknown_button_does_nothing(content: Client, key: UnansweredQuestion) -> None:
    press(content, "delete", key, entry=LOST_TITLE)
    assert now(key).done_at is None


def test_afterwards_the_list_is_as_narrow_as_before(content: Client, key: UnansweredQuestion) -> None:
    response = press(content, "ignore", key, next="q=%E9%8D%B5&p=1")
    assert response.redirect_chain == [(f"{PAGE}?q=%E9%8D%B5&p=1", 302)]


def test_what_was_done_is_listed_with_who_and_can_be_taken_back(content: Client, key: UnansweredQuestion) -> None:
    ignored = unanswered("明日の天気は")
    press(content, "questions", key, entry=LOST_TITLE)
    press(content, "ignore", ignored)
    page = content.get(f"{PAGE}?state=done").content.decode()
    assert page.index("明日の天気は") < page.index("社員証と鍵をなくした")
    assert "対応しない、" in page
    assert "山田 花子" in page
    assert f">{LOST_TITLE}</a>」の質問に追加" in page
    response = content.post(f"{PAGE}back/", {"question": [key.pk], "next": "state=done"}, follow=True)
    assert f"1件を一覧に戻しました。「{LOST_TITLE}」には例として残っています" in said(response)
    assert now(key).done_at is None
    assert key.text in content.get(PAGE).content.decode()
    assert "戻す質問はありませんでした" in said(content.post(f"{PAGE}back/", {"question": [key.pk]}, follow=True))


def test_one_asked_again_after_it_was_dealt_with_is_marked(content: Client, key: UnansweredQuestion) -> None:
    press(content, "ignore", key)
    assert "対応のあとにも聞かれています" not in content.get(f"{PAGE}?state=done").content.decode()
    UnansweredQuestion.objects.filter(pk=key.pk).update(done_at="2026-01-01T00:00:00Z")
    assert "対応のあとにも聞かれています" in content.get(f"{PAGE}?state=done").content.decode()


def test_two_entries_of_one_title_are_told_apart(content: Client, key: UnansweredQuestion) -> None:
    data = {
        **Draft.objects.get(entry_id=MISSENT).data,
        "id": "scenario.other",
        "title": LOST_TITLE,
        "questions": ["別"],
        "boundary": [],
    }
    Draft.objects.create(entry_id="scenario.other", data=data)
    assert "加える項目を選んでください" in press(content, "questions", key, entry=LOST_TITLE).content.decode()
    press(content, "questions", key, entry=f"{LOST_TITLE}(scenario.other)")
    assert lines("scenario.other") == ["別", "社員証と鍵をなくした"]


def test_the_history_of_the_entry_tells_it(content: Client, key: UnansweredQuestion) -> None:
    press(content, "boundary", key, entry=LOST_TITLE)
    history = content.get(f"/staff/knowledge/draft/{Draft.objects.get(entry_id=LOST).pk}/history/").content.decode()
    assert "訪問者の境界の質問1件を加えました。" in history


def test_one_that_a_colleague_has_just_dealt_with_is_told(content: Client, key: UnansweredQuestion) -> None:
    press(content, "ignore", key)
    assert "ほかの人がすでに対応していました" in said(press(content, "ignore", key))
    assert "1件は、ほかの人がすでに対応していました" in said(press(content, "questions", key, entry=LOST_TITLE))


def test_what_was_left_alone_is_taken_back_without_a_word_of_entries(content: Client, key: UnansweredQuestion) -> None:
    press(content, "ignore", key)
    assert said(content.post(f"{PAGE}back/", {"question": [key.pk]}, follow=True)) == "1件を一覧に戻しました。"


def test_the_pages_are_found_from_the_start_page(content: Client) -> None:
    assert f'href="{PAGE}"' in content.get("/staff/").content.decode()
