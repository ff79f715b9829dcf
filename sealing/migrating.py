"""For migrations: seals the rows kept so far, and opens them again on the way back."""

import json
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from django.apps.registry import Apps
from django.db.migrations import RunPython

from sealing.keys import seal, unseal

AT_ONCE = 500
"""Rows read in one query."""


def seal_columns(app: str, model: str, texts: Iterable[str] = (), jsons: Iterable[str] = ()) -> RunPython:
    """An operation for columns that are text by now, and plain; `jsons` hold JSON."""

    def forwards(apps: Apps, schema_editor: Any) -> None:
        sealed = {**dict.fromkeys(texts, seal), **dict.fromkeys(jsons, _seal_json)}
        rewrite(apps.get_model(app, model).objects, sealed)

    def backwards(apps: Apps, schema_editor: Any) -> None:
        opened = {name: partial(unseal, where=f"{app}.{model}.{name}") for name in (*texts, *jsons)}
        rewrite(apps.get_model(app, model).objects, opened)

    return RunPython(forwards, backwards)


def _seal_json(written: str) -> str:
    """As SealedJSONField does: Django's JSON writes six characters for each Japanese one."""
    return seal(json.dumps(json.loads(written), ensure_ascii=False))


def rewrite(rows: Any, changes: Mapping[str, Callable[[str], str]]) -> None:
    """Change these columns of every row of a manager, batch by batch; what is NULL stays so."""
    last = 0
    while batch := list(rows.filter(pk__gt=last).order_by("pk").values("pk", *changes)[:AT_ONCE]):
        for row in batch:
            last = row.pop("pk")
            rows.filter(pk=last).update(**{k: None if v is None else changes[k](v) for k, v in row.items()})
