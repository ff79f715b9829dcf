"""The domain, of which Rasa asks with every message whether it is empty, by writing it and an empty one out as
dictionaries (rasa/core/processor.py, `_check_for_unseen_features`): told once."""

from __future__ import annotations

from typing import Any


def tell_once(agent: Any) -> None:
    """To be called when the model is loaded; its domain does not change."""
    domain = getattr(getattr(agent, "processor", None), "domain", None)
    if domain is not None:
        empty = domain.is_empty()
        domain.is_empty = lambda: empty
