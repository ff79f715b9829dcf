"""How many examples the shipped corpus holds: below these numbers an unforeseen question is easily misread."""

from functools import cache
from pathlib import Path

import pytest

from knowledge.domain import files
from knowledge.domain.schema import CASE_KINDS, PAGE_KINDS, Entry, Kind

LEAST = {"case": 60, "other": 30}


@cache
def shipped() -> tuple[Entry, ...]:
    return tuple(files.read(Path(__file__).parents[2] / "knowledge" / "entries"))


@pytest.mark.parametrize("entry", shipped(), ids=lambda entry: entry.id)
def test_every_entry_has_enough_questions(entry: Entry) -> None:
    assert len(entry.questions) >= LEAST["case" if entry.kind in CASE_KINDS else "other"]


def test_there_are_hundreds_of_questions_out_of_scope() -> None:
    assert sum(len(entry.questions) for entry in shipped() if entry.kind is Kind.OUTSIDE) >= 400


def test_there_are_hundreds_of_boundary_questions() -> None:
    assert sum(len(entry.boundary) for entry in shipped() if entry.kind in PAGE_KINDS) >= 200
