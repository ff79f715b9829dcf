"""The custom actions Rasa calls. Each reads the tracker, calls one service, speaks; it waits for the database, so the
webhook runs it beside the event loop."""

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import texts
from actions.after_sending import says_how_to_change
from actions.memory import before, remember
from actions.tracker import Domain, Events, in_the_form, said, session
from actions.wire import PERSON, RESUME, URGENT, say
from knowledge import answering
from knowledge.domain.matching.verdict import Verdict
from leads import forms
from leads.domain.urgency import just_happened


class AnswerQuestion(Action):
    def name(self) -> str:
        return "action_answer"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
        if says_how_to_change(dispatcher, tracker):
            return []
        answered = answering.answer_question(said(tracker), before(tracker))
        say(dispatcher, answered)
        if not in_the_form(tracker) and just_happened(said(tracker)):
            dispatcher.utter_message(text=texts.JUST_HAPPENED, buttons=[URGENT])
        if not in_the_form(tracker) and forms.under_way(session(tracker)):
            dispatcher.utter_message(text=texts.UNFINISHED, buttons=[RESUME])
        return remember(answered[-1].before)


class ShowEntry(Action):
    def name(self) -> str:
        return "action_show_entry"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
        entry_id = next(tracker.get_latest_entity_values("entry"), "")
        answered = answering.choose_entry(entry_id, before(tracker))
        say(dispatcher, [answered])
        return remember(answered.before)


class NoneOfThese(Action):
    def name(self) -> str:
        return "action_none_of_these"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
        say(dispatcher, [answering.none_of_these(before(tracker))])
        return remember(None)


class Deny(Action):
    def name(self) -> str:
        return "action_deny"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
        earlier = before(tracker)
        if earlier is None or earlier.verdict is not Verdict.CLARIFY:
            dispatcher.utter_message(response="utter_deny")
            return []
        return NoneOfThese().run(dispatcher, tracker, domain)


class Cancel(Action):
    def name(self) -> str:
        return "action_cancel"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
        if not says_how_to_change(dispatcher, tracker, cancels=True):
            dispatcher.utter_message(text=texts.STOPPED)
        return []


class DeleteMyData(Action):
    def name(self) -> str:
        return "action_delete_my_data"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
        dispatcher.utter_message(text=texts.DELETE_MY_DATA, buttons=[PERSON])
        return []
