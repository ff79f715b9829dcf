"""Columns whose values are sealed at rest and plain in Python, and columns to look such values up by."""

import json
from typing import TYPE_CHECKING, Any, NoReturn

from django.core.exceptions import FieldError
from django.db import models
from django.db.models.lookups import Exact, IsNull
from django.utils.module_loading import import_string

from sealing.keys import seal, unseal
from sealing.lookups import digest

if TYPE_CHECKING:
    _Text = models.TextField[Any, Any]
    _Chars = models.CharField[str, str]
    _Exact = Exact[Any]
    _Field = models.Field[Any, Any]
else:
    _Text, _Chars, _Exact, _Field = models.TextField, models.CharField, Exact, models.Field


class _IsNothing(_Exact):
    """Django reads `= None` as IS NULL; any other value is refused."""

    def __init__(self, lhs: Any, rhs: Any) -> None:
        if rhs is not None:
            _refuse(lhs.output_field, "exact")
        super().__init__(lhs, rhs)


def _refuse(field: _Field, lookup: str) -> NoReturn:
    raise FieldError(f"{place(field)} is sealed: the database cannot look it up by {lookup!r}, only by isnull")


def place(field: _Field) -> str:
    """chat.Turn.text"""
    return f"{field.model._meta.label}.{field.name}"


class SealedTextField(_Text):
    """Text; in the database, SQLite's and PostgreSQL's alike, a text that only HOSHO_FIELD_KEYS open.

    Reading a value raises sealing.keys.Unopened when none of them does; only isnull looks it up."""

    def written(self, value: Any) -> str:
        """The value as the text that is sealed."""
        return str(value)

    def read(self, text: str) -> Any:
        return text

    def get_db_prep_save(self, value: Any, connection: Any) -> Any:
        if value is None or hasattr(value, "as_sql"):
            return value
        return seal(self.written(value))

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> Any:
        return None if value is None else self.read(unseal(value, place(self)))

    def get_lookup(self, lookup_name: str) -> Any:
        known = {"isnull": IsNull, "exact": _IsNothing}
        return known[lookup_name] if lookup_name in known else _refuse(self, lookup_name)

    def get_transform(self, lookup_name: str) -> Any:
        _refuse(self, lookup_name)


class SealedJSONField(SealedTextField):
    """What JSON can say; None is NULL."""

    if TYPE_CHECKING:
        _pyi_private_set_type: Any
        _pyi_private_get_type: Any
        _pyi_lookup_exact_type: Any

    def written(self, value: Any) -> str:
        return json.dumps(value, ensure_ascii=False)

    def read(self, text: str) -> Any:
        return json.loads(text)

    def to_python(self, value: Any) -> Any:
        return value


class LookupField(_Chars):
    """The digest of what `key_of` reads in the row, made anew whenever it is saved; sealing.lookups.digests finds it.

    `key_of`: dotted path of a function from the row to a text, loaded when the first row is saved."""

    def __init__(self, *args: Any, key_of: str = "", **kwargs: Any) -> None:
        self.key_of = key_of
        super().__init__(*args, **{"max_length": 64, "blank": True, "db_index": True, "editable": False, **kwargs})

    def digest_of(self, row: models.Model) -> str:
        return digest(import_string(self.key_of)(row))

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """In a migration there is no `key_of`: what was given is stored."""
        if self.key_of:
            setattr(model_instance, self.attname, self.digest_of(model_instance))
        return super().pre_save(model_instance, add)
