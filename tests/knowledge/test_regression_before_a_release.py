"""The questions a release must get right are asked of the very matcher that would go live."""

import pytest

from knowledge.domain.matching.matcher import Matcher
from knowledge.domain.schema import Entry
from knowledge.domain.trial import outcomes, questions_of
from knowledge.publishing import NAMED, RegressionError
from knowledge.regression import Failure, failed
from tests.knowledge.fakes import FakeEncoder


def found_with(entries: list[Entry], learned_from: list[Entry]) -> list[Failure]:
    """What fails when the entries are asked of a matcher that learned from others."""
    encode, by_id = FakeEncoder().encode, {entry.id: entry for entry in entries}
    return failed(outcomes(questions_of(entries), by_id, Matcher.fit(learned_from, encode), encode))


def changed(entries: list[Entry], entry_id: str, **changes: tuple[str, ...]) -> list[Entry]:
    return [entry.model_copy(update=changes) if entry.id == entry_id else entry for entry in entries]


def test_a_sound_matcher_has_no_failure(entries: list[Entry]) -> None:
    assert found_with(entries, entries) == []


def test_a_question_that_finds_another_entry_is_a_failure_that_says_which(entries: list[Entry]) -> None:
    asked = changed(entries, "flow.inquiry", questions=("電車にノートパソコンを置き忘れた",))
    [failure] = found_with(asked, entries)
    assert "「電車にノートパソコンを置き忘れた」(flow.inquiry)" in str(failure)
    assert "scenario.lost_device" in str(failure)


def test_a_silent_question_called_listed_is_a_false_assurance(entries: list[Entry]) -> None:
    asked = changed(entries, "silent.premium", questions=("電車にノートパソコンを置き忘れた",))
    [failure] = found_with(asked, entries)
    assert failure.false_assurance


def test_a_boundary_question_called_listed_is_a_false_assurance(entries: list[Entry]) -> None:
    asked = changed(entries, "cost.investigation", boundary=("電車にノートパソコンを置き忘れた",))
    [failure] = found_with(asked, entries)
    assert failure.false_assurance
    assert "断定しない" in str(failure)


def test_an_excluded_question_that_is_called_listed_by_the_entry_is_a_failure(entries: list[Entry]) -> None:
    asked = changed(entries, "scenario.lost_device", not_questions=("電車にノートパソコンを置き忘れた",))
    [failure] = found_with(asked, entries)
    assert "この項目にしない" in str(failure)


def test_an_excluded_question_that_another_entry_answers_is_right(entries: list[Entry]) -> None:
    asked = changed(entries, "cost.investigation", not_questions=("電車にノートパソコンを置き忘れた",))
    assert found_with(asked, entries) == []


def test_the_error_counts_what_it_does_not_name() -> None:
    many = [Failure(f"質問{i}", "flow.inquiry", "この項目が見つかる", "declined") for i in range(NAMED + 5)]
    error = RegressionError(many)
    assert len(error.failures) == NAMED + 5
    assert str(error).endswith("ほか5件")


@pytest.mark.parametrize("count", [1, NAMED])
def test_the_error_names_each_failure_when_they_are_few(count: int) -> None:
    few = [Failure(f"質問{i}", "flow.inquiry", "この項目が見つかる", "declined") for i in range(count)]
    assert all(f"「質問{i}」" in str(RegressionError(few)) for i in range(count))
