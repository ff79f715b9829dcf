"""After a new key was put first in HOSHO_FIELD_KEYS: everything comes under it, then the older ones may go."""

from collections import Counter

from asgiref.sync import sync_to_async

from chat.dialogue_engine import DialogueEngine
from sealing.rotation import reseal, sealed_models

PASSES = 3
"""The last one that finds nothing is the proof; what was written meanwhile under an older key needs another."""
EVENTS = "Rasa's tracker store"


class StillOlder(Exception):
    """Something goes on sealing under an older key."""


async def reseal_all(engine: DialogueEngine) -> Counter[str]:
    """How many rows of what were sealed anew, until nothing needs an older key.

    Raises sealing.keys.Unopened, EngineAway, StillOlder; what was done by then stays done."""
    done = Counter[str]()
    for _ in range(PASSES):
        found = {model._meta.label: await sync_to_async(reseal)(model) for model in sealed_models()}
        found[EVENTS] = await engine.reseal()
        done.update(found)
        if not any(found.values()):
            return done
    raise StillOlder(
        "rows are still being sealed under an older key: start web, rasa and deliver anew, then run it again"
    )
