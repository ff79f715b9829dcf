"""Each custom action on the small corpus: what is uttered, and the answer that travels with it."""

import pytest

from actions import texts
from actions.custom_actions import AnswerQuestion, DeleteMyData, HandOver, Incident, NoneOfThese, ShowEntry
from actions.wire import PERSON
from knowledge.domain.answer import RESERVATION
from knowledge.live import Knowledge
from tests.actions.calls import run

pytestmark = pytest.mark.usefixtures("release_7")


def test_a_question_is_answered_with_its_verdict_and_release() -> None:
    said = run(AnswerQuestion(), "電車にノートパソコンを置き忘れた")
    assert said["text"].endswith(RESERVATION)
    assert (said["custom"]["answer"]["verdict"], said["custom"]["answer"]["release"]) == ("listed", 7)


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


def test_an_accident_in_progress_is_met_with_concern_and_the_reservation() -> None:
    said = run(Incident(), "たった今PCをなくしました")
    assert said["text"] == f"{texts.INCIDENT}\n{RESERVATION}"
    assert said["custom"]["answer"]["verdict"] == "undetermined"


def test_an_accident_in_progress_does_not_repeat_the_entrys_conclusion(release_7: Knowledge) -> None:
    said = run(Incident(), "電車にノートパソコンを置き忘れた")
    assert release_7.entries["scenario.lost_device"].answer not in str(said)


def test_a_person_is_offered_with_the_way_to_reach_one() -> None:
    said = run(HandOver(), "人と話したい")
    assert said["text"].startswith(texts.HAND_OVER)
    assert said["buttons"] == [PERSON]


def test_a_person_asked_for_by_button_is_offered_too() -> None:
    assert run(HandOver(), "/person")["text"].startswith(texts.HAND_OVER)


def test_the_button_for_a_person_is_not_taken_for_a_question() -> None:
    entries = run(HandOver(), "/person")["custom"]["answer"]["entries"]
    assert [entry["id"] for entry in entries] == ["flow.inquiry"]


def test_a_person_asked_for_about_another_business_is_declined() -> None:
    said = run(HandOver(), "火災保険に入りたい")
    assert said["custom"]["answer"]["verdict"] == "declined"
    assert said["text"] == "申し訳ございません。こちらはサイバー保険の窓口です。"


def test_erasing_is_explained_and_a_person_offered() -> None:
    said = run(DeleteMyData(), "データを消して")
    assert said["text"] == texts.DELETE_MY_DATA
    assert said["buttons"] == [PERSON]
