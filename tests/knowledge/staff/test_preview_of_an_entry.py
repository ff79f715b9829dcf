import html
import re
from typing import Any

import pytest
from django.test import Client

from knowledge.domain.answer import RESERVATION
from knowledge.models import Draft, Release
from tests.knowledge.staff.entry_pages import ADD, PREVIEW, draft_of, form_of, page_of, shown, typed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("release")]


def preview(client: Client, data: dict[str, Any]) -> str:
    response = client.post(PREVIEW, data)
    assert response.status_code == 200
    return html.unescape(response.content.decode())


def replies(page: str) -> dict[str, str]:
    """By verdict, the words of the reply without markup."""
    parts = re.split(r'data-verdict="(\w+)"', page)
    return {verdict: re.sub(r"<[^>]+>", "", part) for verdict, part in zip(parts[1::2], parts[2::2], strict=True)}


def test_a_case_is_shown_as_it_is_answered_and_as_it_is_not_concluded(content: Client) -> None:
    draft = draft_of("scenario.lost_device")
    found = replies(preview(content, form_of(draft, answer="なくした事故は例に挙がっています。", title="紛失")))
    assert list(found) == ["listed", "undetermined"]
    for words in (
        "掲載あり",
        "なくした事故は例に挙がっています。",
        "原因・被害範囲調査費用",
        "前もって引受保険会社の承認",
        RESERVATION,
    ):
        assert words in found["listed"]
    assert "保険金の支払い対象となるケース" in found["listed"]
    for words in ("近い項目として「紛失」", "盗難に遭った場合の扱いは書かれていません。", RESERVATION):
        assert words in found["undetermined"]


@pytest.mark.parametrize(
    ("kind", "changes", "verdicts", "words"),
    [
        ("flow", {}, ["info", "undetermined"], "ご案内"),
        ("cost", {}, ["listed", "undetermined"], RESERVATION),
        ("silent", {"see_also": ["cost.investigation"]}, ["not_listed"], "原因・被害範囲調査費用"),
        ("silent", {"about_coverage": "on"}, ["not_listed"], RESERVATION),
        ("outside", {}, ["declined"], "試しの答え"),
        ("small_talk", {}, ["none"], "試しの答え"),
        ("vague", {"see_also": ["scenario.lost_device"]}, ["clarify"], "外出先でPCや書類を紛失"),
    ],
)
def test_each_kind_is_shown_with_the_verdict_it_leads_to(
    content: Client, kind: str, changes: dict[str, Any], verdicts: list[str], words: str
) -> None:
    found = replies(preview(content, typed({"kind": kind, "title": "題", "answer": "試しの答え"}) | changes))
    assert list(found) == verdicts
    assert words in found[verdicts[0]]


def test_an_entry_that_only_has_boundary_questions_never_concludes(content: Client) -> None:
    typed_so_far = typed({"kind": "scenario", "title": "乗っ取り", "answer": "答え", "boundary": ["乗っ取られた"]})
    assert list(replies(preview(content, typed_so_far))) == ["undetermined"]


def test_a_silent_topic_that_is_not_about_coverage_has_no_reservation(content: Client) -> None:
    assert RESERVATION not in preview(content, typed({"kind": "silent", "title": "題", "answer": "答え"}))


def test_what_is_still_wrong_is_named_with_a_way_to_its_field(content: Client) -> None:
    page = preview(content, typed({"kind": "cost", "title": "題", "answer": "必ず払います"}))
    assert '<a href="#id_answer">答え</a>: 支払いを約束する言葉「必ず」は使えません' in page
    assert re.search('<a href="#id_questions">質問</a>: [^<]*1件以上書いてください', page)


def test_the_id_that_a_new_entry_gets_is_shown(content: Client) -> None:
    assert "cost.kasi" in preview(content, typed({"kind": "cost", "title": "菓子", "answer": "答え"}))


@pytest.mark.parametrize(
    "data", [{}, {"kind": "x"}, {"draft": "99999"}, {"kind": "cost", "valid_from": "x"}, {"draft": "y"}]
)
def test_nothing_typed_yet_is_no_error(content: Client, data: dict[str, Any]) -> None:
    assert "「答え」を書くと" in preview(content, data)


def test_markup_is_shown_as_text(content: Client) -> None:
    evil = "<img src=x onerror=alert(1)>"
    response = content.post(PREVIEW, typed({"kind": "cost", "title": evil, "answer": evil, "questions": [evil]}))
    assert evil not in response.content.decode()


def test_previewing_keeps_nothing(content: Client) -> None:
    before = list(Draft.objects.values())
    preview(content, form_of(draft_of("cost.investigation"), title="別の題"))
    assert list(Draft.objects.values()) == before


def test_the_page_opens_with_the_preview(content: Client) -> None:
    assert 'data-verdict="listed"' in shown(content, page_of(draft_of("scenario.lost_device")))
    assert "「答え」を書くと" in shown(content, ADD)


def test_another_entry_that_is_named_may_be_gone(content: Client) -> None:
    draft = draft_of("scenario.lost_device")
    found = preview(content, form_of(draft, pays_for=["cost.gone", "cost.investigation"]))
    assert "原因・被害範囲調査費用" in replies(found)["listed"]
    assert "「cost.gone」という項目はもうありません" in found


def test_it_is_sent_and_not_fetched(content: Client) -> None:
    assert content.get(PREVIEW).status_code == 405


def test_it_follows_what_the_release_says_when_a_word_is_too_much(content: Client, release: Release) -> None:
    page = preview(content, form_of(draft_of("scenario.lost_device"), boundary_words="ノートパソコン"))
    assert "「電車にノートパソコンを置き忘れた」に境界の言葉「ノートパソコン」があります" in page
