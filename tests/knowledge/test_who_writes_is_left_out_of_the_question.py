"""A greeting and who writes stand before the question and are no part of it, unless the answer may turn on them."""

import pytest

from knowledge.domain.conversation import Reply
from knowledge.domain.message import GREETED, without_opening
from tests.knowledge.small import one, small_knowledge

QUESTION = "委託先から漏えいした場合は補償されますか"


@pytest.mark.parametrize(
    "opening",
    [
        "はじめまして。総務の者です。",
        "こんにちは、不動産会社の者ですが、",
        "お世話になっております。株式会社みどりの佐藤と申します。",
        "突然の連絡失礼いたします!",
        "すみません、",
        "経理を担当しております。よろしくお願いします。",
    ],
)
def test_a_greeting_and_who_writes_are_left_out_of_the_question(opening: str) -> None:
    assert without_opening(opening + QUESTION) == QUESTION


@pytest.mark.parametrize(
    "text", ["はじめまして。中小企業の総務の者です", "お世話になります、みどり商事の佐藤と申します。", "経理担当です"]
)
def test_who_only_greets_and_says_who_writes_is_greeted(text: str) -> None:
    assert without_opening(text) == GREETED


@pytest.mark.parametrize("text", ["すみません、", "こんにちは", "委託先の者です", "事故の担当者"])
def test_a_greeting_alone_and_who_may_matter_are_left_as_they_are(text: str) -> None:
    assert without_opening(text) == text


@pytest.mark.parametrize(
    "opening", ["委託先の者です。", "退職した者です。", "海外支店の担当者ですが、", "個人の者です。"]
)
def test_who_writes_stays_where_the_answer_may_turn_on_it(opening: str) -> None:
    text = f"{opening}顧客情報が漏えいした場合は補償されますか"
    assert without_opening(text) == text


def test_what_is_kept_for_staff_is_the_whole_message_and_what_follows_builds_on_the_question() -> None:
    asked = "はじめまして。総務の者です。電車にノートパソコンを置き忘れた"
    reply: Reply = one(asked, None, small_knowledge())
    assert reply.question == asked
    assert reply.before().question == "電車にノートパソコンを置き忘れた"
