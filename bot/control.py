"""A private channel beside REST: is Rasa truly ready, forget one conversation, seal what is kept under the newest key,
tell Prometheus what was measured.

Guarded by the shared token."""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable
from typing import Any

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from rasa.core.channels.channel import InputChannel, UserMessage
from rasa.core.tracker_store import FailSafeTrackerStore, SQLTrackerStore
from sanic import Blueprint, Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse

from bot import logs
from bot.action_calls import close_connections, keep_connections, lighten_calls
from bot.long_lived import settle
from bot.sealed_store import FieldKeyMissing
from bot.spoken_store import SpokenStore, speak
from bot.stages import time_them
from bot.straight_graph import run_straight
from bot.whole_domain import tell_once


class ControlChannel(InputChannel):
    """Takes no messages; the gateway and its /readyz use it."""

    @classmethod
    def name(cls) -> str:
        return "control"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> ControlChannel:
        if not credentials or not credentials.get("token"):
            cls.raise_missing_credentials_exception()
        logs.guard()
        lighten_calls()
        time_them()
        return cls(credentials["token"])

    def __init__(self, token: str) -> None:
        self._token = token

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        control = Blueprint("control", __name__)

        @control.middleware("request")
        async def authorise(request: Request) -> HTTPResponse | None:
            given = request.headers.get("Authorization", "")
            if hmac.compare_digest(given.encode(), f"Bearer {self._token}".encode()):
                return None
            return response.json({"detail": "the shared token is missing or wrong"}, status=401)

        @control.listener("after_server_start")
        async def prepare(app: Sanic, loop: Any) -> None:
            speak(app.ctx.agent)
            keep_connections(app.ctx.agent)
            run_straight(app.ctx.agent)
            tell_once(app.ctx.agent)
            settle()

        @control.listener("before_server_stop")
        async def leave(app: Sanic, loop: Any) -> None:
            await close_connections(app.ctx.agent)

        @control.get("/ready")
        async def ready(request: Request) -> HTTPResponse:
            problem = problem_of(request.app.ctx.agent)
            return response.json({"problem": problem}, status=503 if problem else 200)

        @control.get("/metrics")
        async def metrics(request: Request) -> HTTPResponse:
            return response.raw(generate_latest(), content_type=CONTENT_TYPE_LATEST)

        @control.delete("/conversations/<sender_id:str>", ignore_body=False)  # else Sanic logs an error that has the id
        async def forget(request: Request, sender_id: str) -> HTTPResponse:
            _primary(request.app.ctx.agent.tracker_store).erase(sender_id)
            return response.empty()

        @control.post("/reseal")
        async def reseal(request: Request) -> HTTPResponse:
            store = _primary(request.app.ctx.agent.tracker_store)
            if not store.under_newest(request.json["sealed"]):
                return response.json({"detail": "it was started with another newest key: start it anew"}, status=409)
            try:
                resealed, last = store.reseal(request.json["after"])
            except FieldKeyMissing as error:
                return response.json({"detail": str(error)}, status=409)
            return response.json({"resealed": resealed, "last": last})

        return control


def problem_of(agent: Any) -> str | None:
    """Why Rasa must not be called ready, or None."""
    if agent is None or not agent.is_ready():
        return "no model is loaded"
    store = agent.tracker_store
    if not isinstance(_primary(store), SQLTrackerStore):
        return "conversations are kept in memory only"
    if not isinstance(store, SpokenStore):
        return "a tracker store that fails would fall back to memory"
    trouble = store.still_troubled()
    return f"the tracker store {_place(store)} cannot be used: {trouble}" if trouble else None


def _place(store: Any) -> str:
    return "under HOSHO_VAR" if _primary(store).engine.dialect.name == "sqlite" else "at HOSHO_DATABASE_URL"


def _primary(store: Any) -> Any:
    return store._tracker_store if isinstance(store, FailSafeTrackerStore) else store
