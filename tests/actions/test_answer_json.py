"""The API's `answer` object."""

import json
from typing import Any

import pytest
from pytest_django import Settings

from actions.wire import as_json
from knowledge.answering import Answered
from knowledge.domain.answer import LABELS, RESERVATION, compose
from knowledge.domain.matching.verdict import Decision, Verdict
from tests.knowledge.samples import a_corpus

ENTRIES = {entry.id: entry for entry in a_corpus()}
LOST, MISSENT, COST = "scenario.lost_device", "scenario.missent_mail", "cost.investigation"


def answer(verdict: Verdict, *ids: str, topic: str | None = None) -> dict[str, Any]:
    composed = compose(Decision(verdict, ids, topic), ENTRIES)
    return as_json(Answered(composed, 7), composed.summary)


def test_a_listed_case_has_every_field_of_the_api() -> None:
    given = answer(Verdict.LISTED, LOST, MISSENT)
    promised = {
        name: given[name] for name in ("verdict", "entries", "conditions", "pays_for", "release", "offers_person")
    }
    assert promised == {
        "verdict": "listed",
        "entries": [
            {"id": LOST, "title": "外出先でPCや書類を紛失", "source": "保険金の支払い対象となるケース"},
            {"id": MISSENT, "title": "メールやFAXの誤送信", "source": "保険金の支払い対象となるケース"},
        ],
        "conditions": ["condition.prior_approval"],
        "pays_for": ["liability.legal_damages", COST],
        "release": 7,
        "offers_person": True,
    }


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_has_the_same_fields(verdict: Verdict) -> None:
    assert answer(verdict, LOST).keys() == answer(Verdict.LISTED, LOST).keys()


@pytest.mark.parametrize("verdict", Verdict)
def test_the_answer_is_plain_json(verdict: Verdict) -> None:
    given = answer(verdict, LOST)
    assert json.loads(json.dumps(given)) == given


def test_a_silent_topic_is_named() -> None:
    assert answer(Verdict.NOT_LISTED, topic="silent.premium")["topic"] == "silent.premium"


def test_another_business_offers_no_person_and_no_entries() -> None:
    given = answer(Verdict.DECLINED, topic="outside.fire_insurance")
    assert (given["offers_person"], given["entries"]) == (False, [])


def test_the_card_of_a_listed_case_holds_all_that_must_be_read() -> None:
    card = answer(Verdict.LISTED, LOST)["card"]
    assert card["label"] == "掲載あり"
    assert card["title"] == "外出先でPCや書類を紛失"
    assert card["source"] == "保険金の支払い対象となるケース"
    assert [cost["title"] for cost in card["pays_for"]] == ["法律上の損害賠償金", "原因・被害範囲調査費用"]
    assert card["conditions"][0]["text"] == ENTRIES["condition.prior_approval"].answer
    assert card["reservation"] == RESERVATION


def test_the_card_of_an_undetermined_case_says_so_and_promises_no_costs() -> None:
    card = answer(Verdict.UNDETERMINED, LOST)["card"]
    assert card["label"] == "掲載の内容だけでは判断できません"
    assert card["pays_for"] == []


@pytest.mark.parametrize("verdict", [Verdict.CLARIFY, Verdict.NOT_LISTED])
def test_a_case_without_one_entry_shows_no_entrys_title(verdict: Verdict) -> None:
    assert answer(verdict, LOST, MISSENT)["card"]["title"] == ""


def test_small_talk_has_no_card() -> None:
    assert answer(Verdict.NONE, topic="small_talk.thanks")["card"] is None


def test_each_verdict_but_none_has_a_label_of_its_own() -> None:
    assert set(LABELS) == set(Verdict) - {Verdict.NONE}
    assert len(set(LABELS.values())) == len(LABELS)


def test_a_card_links_to_the_page_that_the_operator_names(settings: Settings) -> None:
    assert answer(Verdict.LISTED, LOST)["card"]["source_url"] == ""
    page = "https://www.example.jp/cyber/"
    settings.ENVIRONMENT = settings.ENVIRONMENT.model_copy(update={"source_page": page})
    assert answer(Verdict.LISTED, LOST)["card"]["source_url"] == page
    assert answer(Verdict.NOT_LISTED, LOST)["card"]["source_url"] == ""
