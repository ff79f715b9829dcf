"""The custom actions Rasa calls. Each reads the tracker, calls one service, speaks."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import texts
from actions.memory import before, remember
from actions.threads import in_thread
from actions.wire import PERSON, say
from knowledge import answering
from knowledge.domain.verdict import Verdict

Events = list[dict[str, Any]]
Domain = dict[str, Any]


def said(tracker: Tracker) -> str:
    """What the visitor typed last; nothing when it was a button."""
    text = tracker.latest_message.get("text") or ""
    return "" if text.startswith("/") else text


class AnswerQuestion(Action):
    def name(self) -> str:
        return "action_answer"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
        answered = await in_thread(answering.answer_question, said(tracker), before(tracker))
        say(dispatcher, answered)
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


class Incident(Action):
    def name(self) -> str:
        return "action_incident"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
        answered = await in_thread(answering.hand_over, said(tracker), in_progress=True)
        say(dispatcher, [answered], instead=texts.INCIDENT)
        return remember(None)


class HandOver(Action):
    def name(self) -> str:
        return "action_hand_over"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
        answered = await in_thread(answering.hand_over, said(tracker))
        say(dispatcher, [answered], instead=texts.HAND_OVER)
        return []


class DeleteMyData(Action):
    def name(self) -> str:
        return "action_delete_my_data"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
        dispatcher.utter_message(text=texts.DELETE_MY_DATA, buttons=[PERSON])
        return []
