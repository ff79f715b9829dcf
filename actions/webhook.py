"""The action webhook: rasa-sdk's executor inside the web process, behind the shared token and our own timeout."""

import asyncio
import json
from collections.abc import Callable
from functools import cache
from inspect import iscoroutinefunction
from typing import Any

import structlog
from asgiref.sync import sync_to_async
from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from rasa_sdk import Action, Tracker
from rasa_sdk.executor import ActionExecutor, CollectingDispatcher

from actions import custom_actions, disclosure_form, texts
from actions.tracker import Domain
from actions.wire import PERSON
from chat import log_context, shared_token
from chat.threads import in_threads_of_its_own
from knowledge import reading

log = structlog.get_logger(__name__)


class Executor(ActionExecutor):
    """rasa-sdk's, with an action that is no coroutine run beside the event loop, as a whole."""

    def register_function(self, action_name: str, f: Callable[..., Any]) -> None:
        super().register_function(action_name, f if iscoroutinefunction(f) else _beside(f))


def _beside(action: Callable[..., Any]) -> Callable[..., Any]:
    async def run(dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Any:
        return await sync_to_async(action)(dispatcher, tracker, domain)

    return run


@cache
def executor() -> Executor:
    made = Executor()
    for action in Action.__subclasses__():
        if action.__module__ in {custom_actions.__name__, disclosure_form.__name__}:
            made.register_action(action)
    return made


@csrf_exempt
@require_POST
async def webhook(request: HttpRequest) -> HttpResponse:
    """Run one action for Rasa. Whatever fails inside is spoken: Rasa would turn an error into silence."""
    if not shared_token.carried_by(request):
        return JsonResponse({"detail": "the shared token is missing or wrong"}, status=401)
    try:
        call = json.loads(request.body)
    except ValueError:
        return JsonResponse({"detail": "the body is not JSON"}, status=400)
    if not isinstance(call, dict):
        return JsonResponse({"detail": "the body is not an action call"}, status=400)
    log_context.go_on_with(request.headers.get(log_context.HEADER))
    return JsonResponse(await _run(call))


async def _run(call: dict[str, Any]) -> dict[str, Any]:
    name = str(call.get("next_action"))
    log_context.bind(str(call.get("sender_id")))
    if sentence := call.pop("sentence", None):
        reading.told(sentence)
    call = {"domain": {}, **call}  # endpoints.yml spares us the domain with every call; no action of ours reads it
    running = asyncio.ensure_future(in_threads_of_its_own(executor().run(call)))
    done, _ = await asyncio.wait({running}, timeout=settings.ENVIRONMENT.action_timeout)
    if not done:
        running.cancel()  # and not awaited: what hangs may not heed it
        log.error("an action took longer than HOSHO_ACTION_TIMEOUT", action=name)
        return apology()
    try:
        result = running.result()
    except Exception as error:
        log.error("an action failed", action=name, kind=type(error).__name__, exc_info=True)
        return apology()
    return result.model_dump() if result else apology()


def apology() -> dict[str, Any]:
    """What Rasa is given when an action fails: an apology that offers a person, and no events."""
    custom = {"failed": True}
    response = {"text": texts.APOLOGY, "buttons": [PERSON], "custom": custom}
    return {"events": [], "responses": [response]}
