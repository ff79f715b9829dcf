"""Rasa's own steps are timed where they are public: parsing, predicting, calling an action. (Reading and writing the
conversation are timed in bot/spoken_store.py.)"""

from __future__ import annotations

import functools
import inspect
from typing import Any

from rasa.core.actions.action import RemoteAction
from rasa.core.processor import MessageProcessor

from bot import measures

STEPS = (
    (MessageProcessor, "parse_message", measures.NLU),
    (MessageProcessor, "predict_next_with_tracker_if_should", measures.POLICIES),
    (RemoteAction, "run", measures.ACTION),
)


def time_them() -> None:
    """To be called when whatever else takes the place of a step of Rasa's has done so; once is enough."""
    for owner, name, stage in STEPS:
        step = getattr(owner, name)
        if not hasattr(step, "timed"):
            setattr(owner, name, _timed(step, stage))


def _timed(step: Any, stage: str) -> Any:
    histogram = measures.STAGE.labels(stage)

    @functools.wraps(step)
    async def awaited(*args: Any, **options: Any) -> Any:
        with histogram.time():
            return await step(*args, **options)

    @functools.wraps(step)
    def called(*args: Any, **options: Any) -> Any:
        with histogram.time():
            return step(*args, **options)

    wrapper = awaited if inspect.iscoroutinefunction(step) else called
    wrapper.timed = True
    return wrapper
