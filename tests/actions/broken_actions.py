"""Actions that go wrong, each in a way of its own."""

import asyncio
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

Events = list[dict[str, Any]]
SECRET = "顧客の住所は千代田区"


class Failing(Action):
    def name(self) -> str:
        return "action_failing"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        raise ZeroDivisionError(SECRET)


class NeverEnding(Action):
    def name(self) -> str:
        return "action_never_ending"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        await asyncio.Event().wait()
        return []
