"""The labelled questions measure; learning from them, or from near copies, would make the measurement worthless."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from knowledge.domain.files import read
from knowledge.domain.text import key
from web.environment import ROOT

pytestmark = pytest.mark.slow

EVERYDAY = 12
"""Phrases shorter than this anybody may say."""
TOO_ALIKE = 0.6
"""Share of common character trigrams (Jaccard) from which on a sentence counts as a near copy."""

EXAM = [line for line in (Path(__file__).parent / "exam.txt").read_text(encoding="utf-8").split("\n") if line]


def trigrams(text: str) -> frozenset[str]:
    return frozenset(text[i : i + 3] for i in range(max(1, len(text) - 2)))


def learnt() -> Iterator[tuple[str, str]]:
    """(where it stands, sentence) of everything the matcher and Rasa learn from."""
    for entry in read(ROOT / "knowledge" / "entries"):
        yield from ((entry.id, text) for text in (*entry.questions, *entry.boundary, *entry.not_questions))
    for file in sorted((ROOT / "data" / "nlu").glob("*.yml")):
        for block in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]:
            yield from ((file.name, line.removeprefix("- ")) for line in block["examples"].splitlines())


def near_copies(sentences: Iterator[tuple[str, str]]) -> list[str]:
    exam = {text: trigrams(text) for text in EXAM if len(text) >= EVERYDAY}
    found = []
    for place, sentence in sentences:
        parts = trigrams(key(sentence))
        for text, wanted in exam.items():
            common = len(parts & wanted)
            if common and common / len(parts | wanted) >= TOO_ALIKE:
                found.append(f"{place}: 「{sentence}」 is too like the exam's 「{text}」")
    return found


def test_no_sentence_is_an_exam_question_or_a_near_copy_of_one() -> None:
    assert near_copies(learnt()) == []


@pytest.mark.parametrize("ending", ["", "か?", "でしょうか"])
def test_a_copy_with_another_ending_would_be_noticed(ending: str) -> None:
    question = max(EXAM, key=len)
    assert near_copies(iter([("somewhere", question + ending)]))
