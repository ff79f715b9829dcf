"""Two editors on one entry: what each has, field by field, and what is taken of it."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from knowledge.domain.corpus import MAY_NAME
from knowledge.domain.field_names import FIELD_NAMES
from knowledge.staff.entry_form import LINES
from knowledge.staff.picking import picked

YOURS, THEIRS, BOTH = "yours", "theirs", "both"
TAKE = "take-"
"""Prefix of the form's choices, one a field."""
LISTS = (*LINES, *MAY_NAME)


@dataclass(frozen=True)
class Difference:
    """A field in which the kept and the typed entry differ. For lists only the lines that the other has not.

    take: which is proposed; the side that changed the field since the typing began, or both."""

    field: str
    label: str
    theirs: list[str]
    yours: list[str]
    is_list: bool
    take: str


def marks(data: Mapping[str, Any]) -> str:
    """JSON that tells later which fields have been changed since: a short digest for each."""
    return json.dumps({name: _mark(data.get(name)) for name in FIELD_NAMES})


def differences(theirs: Mapping[str, Any], yours: Mapping[str, Any], began_with: str) -> list[Difference]:
    """Field by field; began_with: the marks of the entry when the typing began."""
    began = _read(began_with)
    found = []
    for name, label in FIELD_NAMES.items():
        kept, typed = theirs.get(name), yours.get(name)
        if _mark(kept) == _mark(typed):
            continue
        is_list = name in LISTS
        if _mark(typed) == began.get(name):
            take = THEIRS
        elif _mark(kept) == began.get(name):
            take = YOURS
        else:
            take = BOTH if is_list else YOURS
        theirs_only, yours_only = (_lacking(kept, typed), _lacking(typed, kept)) if is_list else ([kept], [typed])
        found.append(Difference(name, label, _shown(name, theirs_only), _shown(name, yours_only), is_list, take))
    return found


def taken_over(data: QueryDict, theirs: Mapping[str, Any]) -> QueryDict:
    """What was typed, with the other's content in the fields where that was chosen."""
    merged = data.copy()
    for name in FIELD_NAMES:
        choice, kept = data.get(TAKE + name), theirs.get(name)
        if choice not in {THEIRS, BOTH}:
            continue
        if name in LINES:
            typed = [data.get(name, "")] if choice == BOTH else []
            merged[name] = "\n".join([*typed, *_not_in(typed, kept)])
        elif name in MAY_NAME:
            merged.setlist(name, [*(data.getlist(name) if choice == BOTH else []), *(kept or ())])
        elif isinstance(kept, bool):
            merged.setlist(name, ["on"] if kept else [])
        else:
            merged[name] = kept or ""
    return merged


def _not_in(typed: list[str], kept: Any) -> list[str]:
    lines = {line.strip() for text in typed for line in text.splitlines()}
    return [line for line in kept or () if line not in lines]


def _lacking(these: Any, those: Any) -> list[Any]:
    return [item for item in these or () if item not in (those or ())]


def _mark(value: Any) -> str:
    value = value or None if not isinstance(value, bool) else value
    return hashlib.sha256(json.dumps(value, ensure_ascii=False).encode()).hexdigest()[:12]


def _read(text: str) -> dict[str, str]:
    try:
        read = json.loads(text)
    except ValueError:
        return {}
    return read if isinstance(read, dict) else {}


def _shown(name: str, values: list[Any]) -> list[str]:
    if name in MAY_NAME:
        return [option.title for option in picked(values)]
    return [("はい" if value else "いいえ") if isinstance(value, bool) else str(value or "") for value in values]
