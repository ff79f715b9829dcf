"""The form's action: starts, goes on, lets questions in between, ends; Rasa's loop follows."""

import uuid
from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import texts
from actions.custom_actions import Cancel
from actions.disclosure_form import NAME, DisclosureForm
from knowledge.domain.answer import RESERVATION
from leads.models import Disclosure, Lead
from tests.actions.calls import tracker_state

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("release_7")]

SENDER = uuid.UUID(int=7).hex


class Visitor:
    """One conversation with the form's action; the loop lasts from call to call as Rasa keeps it."""

    def __init__(self) -> None:
        self.loop: dict[str, Any] = {}

    def says(
        self, text: str, intent: str = "nlu_fallback", entry: str | None = None, message: str = ""
    ) -> list[dict[str, Any]]:
        state = tracker_state(text, entry) | {"sender_id": SENDER, "active_loop": self.loop}
        state["latest_message"] |= {"intent": {"name": intent, "confidence": 0.9}, "metadata": {"message": message}}
        dispatcher = CollectingDispatcher()
        for event in DisclosureForm().run(dispatcher, Tracker.from_dict(state), {}):
            if event["event"] == "active_loop":
                self.loop = {"name": event["name"]} if event["name"] else {}
        return list(dispatcher.messages)

    def asked(self, text: str, **how: Any) -> str | None:
        """The field asked after this message."""
        form = self.says(text, **how)[-1]["custom"]["form"]
        return str(form["asks"]) if form["asks"] else None


@pytest.fixture
def visitor() -> Visitor:
    return Visitor()


def test_a_quote_starts_with_consent_and_the_loop(visitor: Visitor) -> None:
    assert visitor.asked("見積りをお願いします", intent="quote") == "consent"
    assert visitor.loop == {"name": NAME}


@pytest.mark.parametrize("text", ["見積りは?", "見積りは可能ですか?", "見積もりってできますか"])
def test_asking_for_a_quote_with_a_question_mark_starts_it_too(visitor: Visitor, text: str) -> None:
    assert visitor.asked(text, intent="quote") == "consent"


def test_a_person_is_offered_with_the_reservation_and_asked_for_consent(visitor: Visitor) -> None:
    first, opening = visitor.says("人と話したい", intent="person")
    assert first["text"].startswith(texts.HAND_OVER)
    assert first["custom"]["answer"]["offers_person"]
    assert opening["custom"]["form"]["name"] == "callback"


def test_a_person_asked_for_about_another_business_is_declined(visitor: Visitor) -> None:
    (said,) = visitor.says("火災保険に入りたい", intent="person")
    assert said["custom"]["answer"]["verdict"] == "declined"
    assert visitor.loop == {}


def test_an_accident_in_progress_is_met_with_concern_and_concludes_nothing(visitor: Visitor) -> None:
    first, opening = visitor.says("電車にノートパソコンを置き忘れた", intent="incident_in_progress")
    assert first["text"] == f"{texts.INCIDENT}\n{RESERVATION}"
    assert first["custom"]["answer"]["verdict"] == "undetermined"
    assert opening["custom"]["form"]["asks"] == "consent"


def test_a_question_in_between_is_answered_before_the_form_goes_on(visitor: Visitor) -> None:
    visitor.says("/quote", intent="quote")
    visitor.says("同意します", intent="affirm")
    answered, again = visitor.says("保険料はいくらですか", intent="premium")
    assert answered["custom"]["answer"]["verdict"] == "not_listed"
    assert again["custom"]["form"]["asks"] == "company"


def test_an_entry_pressed_in_between_is_shown_before_the_form_goes_on(visitor: Visitor) -> None:
    visitor.says("/quote", intent="quote")
    shown, again = visitor.says("/show_entry", intent="show_entry", entry="scenario.missent_mail")
    assert shown["custom"]["answer"]["entries"][0]["id"] == "scenario.missent_mail"
    assert again["custom"]["form"]["asks"] == "consent"


def test_leaving_ends_the_loop(visitor: Visitor) -> None:
    visitor.says("/quote", intent="quote")
    visitor.says("同意しません", intent="deny")
    assert visitor.loop == {}


def test_a_message_that_rasa_hears_twice_moves_the_form_once(visitor: Visitor) -> None:
    visitor.says("/quote", intent="quote", message="1")
    visitor.says("同意します", message="2")
    first = visitor.says("株式会社山田製作所", message="3")
    assert visitor.says("株式会社山田製作所", message="3") == first
    assert Disclosure.objects.get().state["asks"] == "industry"


def test_a_callback_ends_as_a_lead_with_what_was_asked(visitor: Visitor) -> None:
    visitor.says("/person", intent="person")
    for text in ("同意します", "株式会社山田製作所", "佐藤", "sato@example.co.jp"):
        visitor.says(text)
    (said,) = visitor.says("送信", intent="submit")
    lead = Lead.objects.get()
    assert said["custom"]["form"]["receipt"] == lead.reference
    assert lead.said.contact.name == "佐藤"
    assert visitor.loop == {}


def test_sending_again_is_answered_with_the_receipt(visitor: Visitor) -> None:
    test_a_callback_ends_as_a_lead_with_what_was_asked(visitor)
    (said,) = visitor.says("送信", intent="submit")
    assert Lead.objects.get().reference in said["text"]


@pytest.mark.parametrize("text", ["さっきの電話番号間違えました", "会社名を間違えました、株式会社新です"])
def test_a_correction_of_what_was_sent_is_told_the_way_to_sales(visitor: Visitor, text: str) -> None:
    test_a_callback_ends_as_a_lead_with_what_was_asked(visitor)
    (said,) = visitor.says(text, intent="incident_in_progress")
    assert Lead.objects.get().reference in said["text"]
    assert [button["title"] for button in said["buttons"]] == ["担当者に相談する"]


def test_stopping_after_sending_does_not_sound_as_if_it_were_undone(visitor: Visitor) -> None:
    test_a_callback_ends_as_a_lead_with_what_was_asked(visitor)
    dispatcher = CollectingDispatcher()
    state = tracker_state("取り消してください") | {"sender_id": SENDER}
    Cancel().run(dispatcher, Tracker.from_dict(state), {})
    assert Lead.objects.get().reference in dispatcher.messages[0]["text"]


def test_nothing_to_go_on_with_offers_to_begin(visitor: Visitor) -> None:
    (said,) = visitor.says("続きから", intent="resume")
    assert [button["title"] for button in said["buttons"]] == ["見積りの準備をする", "担当者に相談する"]


def test_an_accident_that_starts_in_the_middle_takes_precedence(visitor: Visitor) -> None:
    visitor.says("/quote", intent="quote")
    visitor.says("同意します")
    _, asked = visitor.says("いま攻撃を受けています。助けて", intent="incident_in_progress")
    assert asked["custom"]["form"] == asked["custom"]["form"] | {"name": "callback", "asks": "contact_name"}


@pytest.mark.parametrize("text", ["今、電話が使えません", "画面が固まって動かない", "今ちょっと手が離せないので明日"])
def test_a_trouble_that_is_no_accident_leaves_the_quote_as_it_is(visitor: Visitor, text: str) -> None:
    visitor.says("/quote", intent="quote")
    visitor.says("同意します")
    visitor.says("株式会社山田製作所")
    said = visitor.says(text, intent="incident_in_progress")
    assert said[-1]["custom"]["form"]["name"] == "disclosure"
    assert Lead.objects.count() == 0


@pytest.mark.parametrize("how", [{"text": "/person"}, {"text": "担当者に相談する"}])
def test_asking_for_a_person_leaves_an_accident_urgent(visitor: Visitor, how: dict[str, str]) -> None:
    visitor.says("今ランサムウェアにやられてます助けて", intent="incident_in_progress")
    visitor.says(**how, intent="person")
    assert Disclosure.objects.get().state["kind"] == "urgent"
    assert visitor.asked("同意します") == "contact_name"


@pytest.mark.parametrize("text", ["見積もりは要りません", "まだ見積もりはいらないけど"])
def test_who_wants_no_quote_gets_no_form(visitor: Visitor, text: str) -> None:
    visitor.says(text, intent="quote")
    assert Disclosure.objects.count() == 0


def test_who_wants_to_talk_before_a_quote_is_called_back(visitor: Visitor) -> None:
    assert visitor.says("見積もりの前に相談したい", intent="quote")[-1]["custom"]["form"]["name"] == "callback"


def test_what_only_sounds_like_sending_is_a_question(visitor: Visitor) -> None:
    (said,) = visitor.says("メールを誤送信したら保険料はいくらですか", intent="submit")
    assert said["custom"]["answer"]["verdict"] == "not_listed"


def test_a_form_goes_on_after_rasa_has_begun_a_new_session(visitor: Visitor) -> None:
    visitor.says("/quote", intent="quote")
    visitor.says("同意します")
    visitor.loop = {}
    assert visitor.asked("続きから", intent="resume") == "company"
    assert visitor.loop == {"name": NAME}
