"""Brings sealed columns under the newest key, and their digests with them, while others read and write them."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db.models import ExpressionWrapper, F, Model, TextField, Value

from sealing.fields import LookupField, SealedTextField, place
from sealing.keys import renewed

AT_ONCE = 200
"""Rows read in one query; each is written by a statement of its own, so that nobody waits."""


def sealed_models() -> list[type[Model]]:
    """Every model with a sealed column."""
    return [model for model in apps.get_models() if _fields(model, SealedTextField)]


def reseal(model: type[Model]) -> int:
    """How many of its rows were not wholly under the newest key; they are now, but for those changed in the meantime.

    Broken off, it goes on where it was. Raises sealing.keys.Unopened."""
    names = [field.name for field in _fields(model, SealedTextField)]
    raw = {f"raw_{name}": ExpressionWrapper(F(name), TextField()) for name in names}
    rows, count = model._base_manager.annotate(**raw).defer(*names), 0
    for row in _each(rows):
        if new := _new(row):
            as_read = {name: getattr(row, name) for name in raw}
            rows.filter(pk=row.pk, **as_read).update(**new)
            count += 1
    return count


def _fields(model: type[Model], kind: type[Any]) -> list[Any]:
    return [field for field in model._meta.concrete_fields if isinstance(field, kind)]


def _each(rows: Any) -> Iterator[Model]:
    """By primary key, batch by batch."""
    batch = list(rows.order_by("pk")[:AT_ONCE])
    while batch:
        yield from batch
        batch = list(rows.filter(pk__gt=batch[-1].pk).order_by("pk")[:AT_ONCE])


def _new(row: Model) -> dict[str, Any]:
    """The columns that are to be written, as the database shall have them."""
    new: dict[str, Any] = {}
    for field in _fields(type(row), SealedTextField):
        sealed = getattr(row, f"raw_{field.name}")
        if sealed is not None and (token := renewed(sealed, f"{place(field)} of row {row.pk}")):
            new[field.name] = Value(token)
    for field in _fields(type(row), LookupField):
        if (found := field.digest_of(row)) != getattr(row, field.name):
            new[field.name] = found
    return new
