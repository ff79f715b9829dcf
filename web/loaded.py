"""What a web process needs before it can answer: Django with every page, the live release and its encoders, the
actions, GiNZA. To import it takes seconds, and so does `load`."""

import sys

import structlog
from django.db import connections

from web.asgi import application

log = structlog.get_logger(__name__)

from actions import webhook  # noqa: E402 -- needs what web.asgi sets up, as the next three
from chat.gate import Application  # noqa: E402
from chat.readiness import knowledge_problem  # noqa: E402
from knowledge.domain import entities  # noqa: E402
from web import urls  # noqa: E402, F401 -- every page, which its first visitor would wait for
from web.long_lived import settle  # noqa: E402

GIVES_WAY_AFTER = 0.0005
"""Seconds for which a thread that computes keeps the others waiting, of which the event loop has the least to do and
the most that wait for it; Python's own 5 ms cost a tenth of the turns a second."""


def load() -> Application:
    """The application, once everything is in memory that a first visitor would wait for."""
    if problem := knowledge_problem():
        log.error("started without knowledge", reason=problem)
    webhook.executor()
    entities.warm_up()
    connections.close_all()  # this thread's
    settle()
    sys.setswitchinterval(GIVES_WAY_AFTER)
    return application
