"""What uvicorn serves: the application, which listens only when it has loaded what its first visitors would wait for.

Loading holds up every request of the process: until then nobody is better off with an open connection than with none.
"""

import structlog
from asgiref.sync import sync_to_async

from web.asgi import application as answering

log = structlog.get_logger(__name__)

from actions import webhook  # noqa: E402 -- needs what web.asgi sets up, as the next two
from chat.body import Receive, Scope  # noqa: E402
from chat.gate import Send  # noqa: E402
from chat.readiness import knowledge_problem  # noqa: E402
from knowledge.domain import entities  # noqa: E402
from web.long_lived import settle  # noqa: E402


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] != "lifespan":
        await answering(scope, receive, send)
        return
    await receive()
    await sync_to_async(_load)()
    await send({"type": "lifespan.startup.complete"})
    await receive()
    await send({"type": "lifespan.shutdown.complete"})


def _load() -> None:
    if problem := knowledge_problem():
        log.error("started without knowledge", reason=problem)
    webhook.executor()
    entities.warm_up()
    settle()
