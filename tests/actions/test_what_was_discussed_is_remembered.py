"""The exchange before, kept in Rasa's tracker from one message to the next."""

import json
from typing import Any

import pytest
from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.custom_actions import AnswerQuestion, DeleteMyData, NoneOfThese, ShowEntry
from actions.memory import SLOT, before, remember
from knowledge import choices
from knowledge.domain.conversation import Before
from knowledge.domain.matching.verdict import Verdict
from tests.actions.calls import tracker_state

LOST = Before("電車にノートパソコンを置き忘れた", Verdict.LISTED, ("scenario.lost_device", "cost.investigation"))


class Visitor:
    """Calls actions one after the other as Rasa does: events become JSON, slots last."""

    def __init__(self) -> None:
        self.slots: dict[str, Any] = {}

    def tracker(self, text: str = "", entry: str | None = None) -> Tracker:
        return Tracker.from_dict(tracker_state(text, entry) | {"slots": self.slots})

    def keep(self, events: list[dict[str, Any]]) -> None:
        for event in json.loads(json.dumps(events)):
            assert (event["event"], event["name"]) == ("slot", SLOT)
            self.slots = {event["name"]: event["value"]}

    def says(self, text: str, action: Action | None = None, entry: str | None = None) -> list[dict[str, Any]]:
        """The messages uttered by the action (to answer, unless another is given)."""
        dispatcher = CollectingDispatcher()
        self.keep((action or AnswerQuestion()).run(dispatcher, self.tracker(text, entry), {}))
        return list(dispatcher.messages)

    @property
    def discussed(self) -> Before | None:
        return before(self.tracker())


@pytest.fixture
def visitor(release_7: object) -> Visitor:
    return Visitor()


def test_at_the_beginning_nothing_was_discussed() -> None:
    assert Visitor().discussed is None


@pytest.mark.parametrize("verdict", sorted(set(Verdict) - {Verdict.NONE, Verdict.DECLINED}))
def test_an_exchange_comes_back_as_it_was(verdict: Verdict) -> None:
    visitor, exchange = Visitor(), Before("ＰＣを\n忘れた", verdict, ("scenario.lost_device",))
    visitor.keep(remember(exchange))
    assert visitor.discussed == exchange


@pytest.mark.parametrize("verdict", [Verdict.NONE, Verdict.DECLINED])
def test_small_talk_and_another_business_leave_the_subject(verdict: Verdict) -> None:
    assert remember(Before("ありがとう", verdict, ())) == []


def test_nothing_forgets() -> None:
    visitor = Visitor()
    visitor.keep([*remember(LOST), *remember(None)])
    assert visitor.discussed is None


def test_a_question_and_its_answer_are_remembered(visitor: Visitor) -> None:
    visitor.says("電車にノートパソコンを置き忘れた")
    lost = "scenario.lost_device"
    assert visitor.discussed == Before("電車にノートパソコンを置き忘れた", Verdict.LISTED, (lost,), lost)


def test_a_follow_up_finds_the_case_after_thanks(visitor: Visitor) -> None:
    for text in ("電車にノートパソコンを置き忘れた", "ありがとう"):
        visitor.says(text)
    [said] = visitor.says("その場合の原因を調べる費用は出ますか")
    assert said["text"].startswith("先ほどの「外出先でPCや書類を紛失」について")


def test_what_was_offered_is_told_as_well(visitor: Visitor) -> None:
    visitor.says("電車にノートパソコンを置き忘れた")
    visitor.says("他の事故は?")
    assert visitor.discussed is not None
    assert visitor.discussed.entry_ids == ("scenario.missent_mail", "scenario.lost_device")


def test_of_several_questions_the_last_is_discussed(visitor: Visitor) -> None:
    assert len(visitor.says("保険料はいくらですか?申し込みの流れを教えて")) == 2
    assert visitor.discussed == Before("申し込みの流れを教えて", Verdict.INFO, ("flow.inquiry",))


def test_none_of_these_ends_the_subject(visitor: Visitor) -> None:
    visitor.says("電車にノートパソコンを置き忘れた")
    visitor.says("/none_of_these", NoneOfThese())
    assert visitor.discussed is None


def test_asking_about_erasing_leaves_the_subject(visitor: Visitor) -> None:
    visitor.says("電車にノートパソコンを置き忘れた")
    assert visitor.says("データを消して", DeleteMyData())
    assert visitor.discussed


def test_a_choice_is_counted_for_its_question_and_is_what_is_discussed(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: list[tuple[str, str]] = []
    monkeypatch.setattr(choices, "remember", lambda question, entry_id: counted.append((question, entry_id)))
    visitor.says("書類")
    visitor.says("/show_entry", ShowEntry(), entry="scenario.missent_mail")
    assert counted == [("書類", "scenario.missent_mail")]
    missent = "scenario.missent_mail"
    assert visitor.discussed == Before("メールやFAXの誤送信", Verdict.LISTED, (missent,), missent)
