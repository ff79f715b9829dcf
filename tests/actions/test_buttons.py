"""Buttons as Rasa gets them: a title to read and a payload that means something to the rules."""

import json

import pytest

from actions.wire import NONE_OF_THESE, PERSON, buttons, entry_button
from knowledge.domain.answer import Answer, compose
from knowledge.domain.matching.verdict import Decision, Verdict
from tests.knowledge.samples import a_corpus

ENTRIES = {entry.id: entry for entry in a_corpus()}
IDS = ("scenario.lost_device", "scenario.missent_mail")


def composed(verdict: Verdict) -> Answer:
    return compose(Decision(verdict, IDS, None), ENTRIES)


def test_an_entrys_button_shows_its_title() -> None:
    assert entry_button(ENTRIES[IDS[0]])["title"] == "外出先でPCや書類を紛失"


def test_an_entrys_button_means_to_show_that_entry() -> None:
    payload = entry_button(ENTRIES[IDS[0]])["payload"]
    assert payload.startswith("/show_entry{")
    assert json.loads(payload.removeprefix("/show_entry")) == {"entry": IDS[0]}


def test_a_person_is_asked_for_by_an_intent() -> None:
    assert PERSON == {"title": "担当者に相談する", "payload": "/person"}


def test_asking_back_has_a_button_for_each_entry_then_none_of_these_then_a_person() -> None:
    assert [b["title"] for b in buttons(composed(Verdict.CLARIFY))] == [
        "外出先でPCや書類を紛失",
        "メールやFAXの誤送信",
        "どれでもない",
        "担当者に相談する",
    ]


def test_none_of_these_is_an_intent_of_its_own() -> None:
    assert NONE_OF_THESE["payload"] == "/none_of_these"


@pytest.mark.parametrize("verdict", [Verdict.LISTED, Verdict.UNDETERMINED, Verdict.NOT_LISTED, Verdict.INFO])
def test_a_reply_that_asks_nothing_back_offers_only_a_person(verdict: Verdict) -> None:
    assert buttons(composed(verdict)) == [PERSON]


@pytest.mark.parametrize("verdict", [Verdict.DECLINED, Verdict.NONE])
def test_another_business_and_small_talk_have_no_buttons(verdict: Verdict) -> None:
    assert buttons(composed(verdict)) == []
