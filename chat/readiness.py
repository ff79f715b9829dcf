"""Whether visitors can be answered now, and if not, why: for operators and for the start-up."""

from asgiref.sync import sync_to_async
from django.db import DatabaseError
from django.utils import timezone

from chat import database_trouble
from chat.dialogue_engine import DialogueEngine
from chat.limits import limiter
from knowledge import live
from leads import outbox
from sealing.keys import Unopened
from sealing.rotation import sealed_models


async def problems(engine: DialogueEngine) -> list[str]:
    """One sentence for each part that is not ready; empty when all are."""
    ours = [await sync_to_async(look)() for look in (knowledge_problem, _sealed, database_trouble.problem)]
    found = [*ours, await engine.problem(), await limiter().look()]
    return [problem for problem in dict.fromkeys(found) if problem]


async def warnings() -> list[str]:
    """What operators must know although visitors are answered."""
    late = await sync_to_async(outbox.late)(timezone.now())
    return [f"leads are late: {late} wait to be sent; does deliver run (manage.py deliver_leads)?"] if late else []


def knowledge_problem() -> str | None:
    """Loads the live release, some seconds in a new process, and says why it cannot answer."""
    try:
        live.current().warm_up()
    except live.NoRelease as error:
        return str(error)
    except ValueError as error:
        return f"the active release is damaged: {error}"
    except DatabaseError as error:
        return _silent(error)
    return None


def _sealed() -> str | None:
    """Whether our keys open what is stored, as the newest row of each kind shows."""
    try:
        for model in sealed_models():
            model._base_manager.order_by("-pk").first()
    except Unopened as error:
        return str(error)
    except DatabaseError as error:
        return _silent(error)
    return None


def _silent(error: DatabaseError) -> str:
    return f"the database at HOSHO_DATABASE_URL does not answer: {type(error).__name__}"
