"""The custom actions Rasa calls. Each reads the tracker, calls one service, speaks."""

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import texts
from actions.memory import before, remember
from actions.threads import in_thread
from actions.tracker import Domain, Events, said, session
from actions.wire import PERSON, RESUME, say
from knowledge import answering
from knowledge.domain.verdict import Verdict
from leads import forms


class AnswerQuestion(Action):
    def name(self) -> str:
        return "action_answer"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
        answered = await in_thread(answering.answer_question, said(tracker), before(tracker))
        say(dispatcher, answered)
        form_follows = bool((tracker.active_loop or {}).get("name"))
        if not form_follows and await in_thread(forms.is_open, session(tracker)):
            dispatcher.utter_message(text=texts.UNFINISHED, buttons=[RESUME])
        return remember(answered[-1].before)


class ShowEntry(Action):
    def name(self) -> str:
        return "action_show_entry"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
        entry_id = next(tracker.get_latest_entity_values("entry"), "")
        answered = await in_thread(answering.choose_entry, entry_id, before(tracker))
        say(dispatcher, [answered])
        return remember(answered.before)


class NoneOfThese(Action):
    def name(self) -> str:
        return "action_none_of_these"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
        say(dispatcher, [await in_thread(answering.none_of_these, before(tracker))])
        return remember(None)


class Deny(Action):
    def name(self) -> str:
        return "action_deny"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
        earlier = before(tracker)
        if earlier is None or earlier.verdict is not Verdict.CLARIFY:
            dispatcher.utter_message(response="utter_deny")
            return []
        return await NoneOfThese().run(dispatcher, tracker, domain)


class DeleteMyData(Action):
    def name(self) -> str:
        return "action_delete_my_data"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
        dispatcher.utter_message(text=texts.DELETE_MY_DATA, buttons=[PERSON])
        return []
