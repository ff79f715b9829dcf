"""Each custom action on the small corpus: what is uttered, and the answer that travels with it."""

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import texts
from actions.custom_actions import AnswerQuestion, DeleteMyData, NoneOfThese, ShowEntry
from actions.wire import PERSON, RESUME, URGENT
from knowledge.domain.answer import RESERVATION
from leads.domain.fields import Field
from leads.domain.form import Form
from leads.domain.lead import Kind
from tests.actions.calls import run, tracker_state

pytestmark = pytest.mark.usefixtures("release_7")


def test_a_question_is_answered_with_its_verdict_and_release() -> None:
    said = run(AnswerQuestion(), "電車にノートパソコンを置き忘れた")
    assert said["text"].endswith(RESERVATION)
    assert (said["custom"]["answer"]["verdict"], said["custom"]["answer"]["release"]) == ("listed", 7)


def test_an_accident_of_today_is_answered_and_somebody_offered_at_once() -> None:
    dispatcher = CollectingDispatcher()
    said = "今朝、電車にノートパソコンを置き忘れました"
    AnswerQuestion().run(dispatcher, Tracker.from_dict(tracker_state(said)), {})
    answer, offer = dispatcher.messages
    assert answer["custom"]["answer"]["verdict"] == "listed"
    assert (offer["text"], offer["buttons"]) == (texts.JUST_HAPPENED, [URGENT])


def test_a_question_travels_with_its_words() -> None:
    said = run(AnswerQuestion(), "保険料はいくらですか")
    assert said["custom"]["answer"]["card"]["summary"] == "申し訳ございません。保険料の金額は掲載されていません。"


def test_a_question_is_kept_as_it_was_typed(remembered: list[str]) -> None:
    run(AnswerQuestion(), "保険料はいくらですか")
    assert remembered == ["保険料はいくらですか"]


def test_a_chosen_entry_is_shown() -> None:
    said = run(ShowEntry(), '/show_entry{"entry":"scenario.missent_mail"}', entry="scenario.missent_mail")
    assert said["custom"]["answer"]["entries"][0]["id"] == "scenario.missent_mail"


def test_a_choice_without_an_entry_is_not_listed() -> None:
    assert run(ShowEntry(), "/show_entry")["custom"]["answer"]["verdict"] == "not_listed"


def test_none_of_these_is_not_listed() -> None:
    assert run(NoneOfThese(), "/none_of_these")["custom"]["answer"]["verdict"] == "not_listed"


def test_a_form_left_unfinished_is_offered_to_go_on(form_left: list[Form]) -> None:
    form_left.append(Form(kind=Kind.QUOTE, asks=Field.INDUSTRY))
    dispatcher = CollectingDispatcher()
    AnswerQuestion().run(dispatcher, Tracker.from_dict(tracker_state("保険料はいくらですか")), {})
    assert dispatcher.messages[-1]["buttons"] == [RESUME]


def test_erasing_is_explained_and_a_person_offered() -> None:
    said = run(DeleteMyData(), "データを消して")
    assert said["text"] == texts.DELETE_MY_DATA
    assert said["buttons"] == [PERSON]
