"""Several things asked at once: a message for each, and one answer that joins them."""

from collections.abc import Sequence
from typing import Any

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.wire import CAREFUL, NONE_OF_THESE, PERSON, QUOTE, entry_button, joined, say
from knowledge.answering import Answered
from knowledge.domain.answer import RESERVATION, compose, compose_menu
from knowledge.domain.matching.verdict import Decision, Verdict
from tests.knowledge.samples import a_corpus

ENTRIES = {entry.id: entry for entry in a_corpus()}
LOST, MISSENT = "scenario.lost_device", "scenario.missent_mail"
COST, DAMAGES, CONTACT = "cost.investigation", "liability.legal_damages", "flow.inquiry"


def answered(verdict: Verdict, *ids: str, topic: str | None = None) -> Answered:
    return Answered(compose(Decision(verdict, ids, topic), ENTRIES), 7)


LISTED, INFO = answered(Verdict.LISTED, LOST, MISSENT, COST), answered(Verdict.INFO, CONTACT, DAMAGES)
SILENT = answered(Verdict.NOT_LISTED, topic="silent.premium")
DECLINED = answered(Verdict.DECLINED, topic="outside.fire_insurance")


def said(*all_answered: Answered, instead: str | None = None) -> list[dict[str, Any]]:
    dispatcher = CollectingDispatcher()
    say(dispatcher, all_answered, instead)
    return list(dispatcher.messages)


def whole(*all_answered: Answered) -> Any:
    return said(*all_answered)[-1]["custom"]["whole"]


def ids(entries: Sequence[dict[str, str]]) -> list[str]:
    return [entry["id"] for entry in entries]


def test_one_answer_is_one_message_and_nothing_is_joined() -> None:
    [message] = said(LISTED)
    assert message["text"] == LISTED.answer.text
    assert list(message["custom"]) == ["answer"]


def test_each_answer_is_a_message_with_its_own_answer() -> None:
    messages = said(LISTED, SILENT, INFO)
    assert [m["text"] for m in messages] == [one.answer.text for one in (LISTED, SILENT, INFO)]
    assert [m["custom"]["answer"]["verdict"] for m in messages] == ["listed", "not_listed", "info"]
    assert all(m["custom"]["answer"]["card"] for m in messages)


def test_only_the_last_message_carries_the_whole() -> None:
    assert ["whole" in message["custom"] for message in said(LISTED, SILENT, INFO)] == [False, False, True]


def test_every_verdict_has_its_place_in_carefulness() -> None:
    assert set(CAREFUL) == {verdict.value for verdict in Verdict}


@pytest.mark.parametrize("first", Verdict)
@pytest.mark.parametrize("second", Verdict)
def test_the_most_careful_verdict_is_that_of_the_whole(first: Verdict, second: Verdict) -> None:
    expected = min(first.value, second.value, key=CAREFUL.index)
    assert whole(answered(first, LOST), answered(second, COST))["verdict"] == expected


def test_the_first_entry_of_each_answer_stands_first_and_at_most_three_are_kept() -> None:
    assert ids(whole(LISTED, INFO)["entries"]) == [LOST, CONTACT, MISSENT]


def test_an_entry_of_several_answers_is_kept_once() -> None:
    assert ids(whole(answered(Verdict.LISTED, COST), answered(Verdict.INFO, COST, LOST))["entries"]) == [COST, LOST]


def test_costs_and_conditions_are_those_of_every_answer_once() -> None:
    joint = whole(LISTED, answered(Verdict.LISTED, MISSENT))
    assert (joint["pays_for"], joint["conditions"]) == ([DAMAGES, COST], ["condition.prior_approval"])


def test_the_whole_has_the_release_and_no_card_of_its_own() -> None:
    assert (whole(LISTED, SILENT)["release"], whole(LISTED, SILENT)["card"]) == (7, None)


def test_joining_leaves_the_answers_as_they_were() -> None:
    parts = [message["custom"]["answer"] for message in said(LISTED, INFO)]
    joined(parts)
    assert parts == [message["custom"]["answer"] for message in said(LISTED, INFO)]


def test_the_topic_of_the_whole_belongs_to_its_verdict() -> None:
    assert whole(LISTED, SILENT)["topic"] == "silent.premium"


def test_the_buttons_for_a_quote_and_a_person_stand_once_at_the_end() -> None:
    assert [message["buttons"] for message in said(LISTED, SILENT, INFO)] == [[], [], [QUOTE, PERSON]]


def test_entries_to_choose_from_stay_with_their_own_answer() -> None:
    menu = Answered(compose_menu((MISSENT,), ENTRIES), 7)
    first, last = said(answered(Verdict.CLARIFY, LOST), menu)
    assert first["buttons"] == [entry_button(ENTRIES[LOST]), NONE_OF_THESE]
    assert last["buttons"] == [entry_button(ENTRIES[MISSENT]), PERSON]


def test_a_person_whom_any_answer_offers_has_a_button() -> None:
    assert whole(SILENT, DECLINED)["offers_person"]
    assert PERSON in said(SILENT, DECLINED)[-1]["buttons"]


def test_other_words_keep_the_reservation_and_do_not_replace_a_refusal() -> None:
    texts = [message["text"] for message in said(LISTED, DECLINED, instead="お見舞い申し上げます。")]
    assert texts == [f"お見舞い申し上げます。\n{RESERVATION}", DECLINED.answer.text]
