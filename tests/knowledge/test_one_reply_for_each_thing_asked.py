"""Several questions, definitions and small talk within a conversation, on the small corpus."""

import pytest

from knowledge.domain.answer import RESERVATION
from knowledge.domain.conversation import Before, decide_question
from knowledge.domain.matching.verdict import Decision, Verdict
from knowledge.live import Knowledge
from tests.knowledge.small import ids, one, replies, small_knowledge

LOST = Before("電車にノートパソコンを置き忘れた", Verdict.LISTED, ("scenario.lost_device",))


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return small_knowledge()


@pytest.mark.parametrize(
    ("text", "entry_id"),
    [
        ("原因・被害範囲調査費用とは何ですか", "cost.investigation"),
        ("法律上の損害賠償金って何", "liability.legal_damages"),
        ("メールやFAXの誤送信という言葉はどういう意味ですか", "scenario.missent_mail"),
    ],
)
def test_what_a_listed_item_means_is_information_with_the_reservation(
    text: str, entry_id: str, knowledge: Knowledge
) -> None:
    reply = one(text, None, knowledge)
    assert (reply.answer.verdict, ids(reply)) == (Verdict.INFO, [entry_id])
    assert reply.answer.text.endswith(RESERVATION)


@pytest.mark.parametrize(
    "text",
    [
        "法律上の損害賠償金を払うのに前もって了解が要るというのは本当ですか",
        "訴えられて争う費用も出ますか。法律上の損害賠償金とは別にです",
    ],
)
def test_what_only_sounds_like_asking_for_a_meaning_is_decided_as_any_question(text: str, knowledge: Knowledge) -> None:
    assert decide_question(text, knowledge) == knowledge.decide(text)


def test_two_definitions_are_two_replies(knowledge: Knowledge) -> None:
    found = replies("法律上の損害賠償金と原因・被害範囲調査費用とは", None, knowledge)
    assert [ids(reply) for reply in found] == [["liability.legal_damages"], ["cost.investigation"]]


@pytest.mark.parametrize("before", [None, LOST])
def test_two_questions_are_two_replies_each_with_its_question(before: Before | None, knowledge: Knowledge) -> None:
    found = replies("保険料はいくらですか?申し込みの流れを教えて", before, knowledge)
    assert [(reply.question, reply.answer.verdict) for reply in found] == [
        ("保険料はいくらですか?", Verdict.NOT_LISTED),
        ("申し込みの流れを教えて", Verdict.INFO),
    ]


def test_a_case_and_the_premium_are_two_replies(knowledge: Knowledge) -> None:
    text = "電車にノートパソコンを置き忘れた場合は対象ですか。それと保険料はいくらですか"
    verdicts = [reply.answer.verdict for reply in replies(text, None, knowledge)]
    assert verdicts == [Verdict.LISTED, Verdict.NOT_LISTED]


def test_two_costs_by_name_are_two_replies(knowledge: Knowledge) -> None:
    found = replies("法律上の損害賠償金と原因・被害範囲調査費用は対象ですか", None, knowledge)
    assert [ids(reply)[0] for reply in found] == ["liability.legal_damages", "cost.investigation"]


def test_the_same_thing_asked_twice_is_answered_once(knowledge: Knowledge) -> None:
    assert len(replies("保険料はいくらですか?月額の料金を知りたい", None, knowledge)) == 1


def test_what_would_be_asked_back_about_is_not_answered_apart(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    unsure, decide = Decision(Verdict.CLARIFY, ("liability.legal_damages", "cost.investigation")), Knowledge.decide
    monkeypatch.setattr(Knowledge, "decide", lambda self, text: unsure if "賠償金" in text else decide(self, text))
    assert len(replies("法律上の損害賠償金は出ますか。保険料はいくらですか。", None, knowledge)) == 1


def test_thanks_beside_a_question_are_not_answered_apart(knowledge: Knowledge) -> None:
    assert len(replies("ありがとう?保険料はいくらですか?", None, knowledge)) == 1


@pytest.mark.parametrize(
    "text", ["保険料はいくらですか", "電話で聞きたい", "FAXを違う番号に送ってしまった", "ありがとう"]
)
def test_another_subject_is_answered_as_if_it_came_first(text: str, knowledge: Knowledge) -> None:
    assert replies(text, LOST, knowledge) == replies(text, None, knowledge)


@pytest.mark.parametrize(
    "text", ["", "  ", "?", "😱", "\0", "\ud83d", "他には?", "海外だったら?", "その場合は?", "あ" * 1000]
)
@pytest.mark.parametrize(
    "before", [None, LOST, Before("", Verdict.NOT_LISTED, ()), Before("?", Verdict.INFO, ("x.gone",))]
)
def test_any_text_gets_a_reply_after_anything(text: str, before: Before | None, knowledge: Knowledge) -> None:
    assert all(reply.answer.text for reply in replies(text, before, knowledge))
