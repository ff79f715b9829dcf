"""A release of so many questions that there is no time for all of them is tried on some, and the report says so."""

import pytest

from knowledge.domain import trial_sample
from knowledge.domain.comparison import Trial, compare
from knowledge.domain.trial import questions_of
from knowledge.domain.trial_sample import sampled
from tests.knowledge.samples import a_corpus

ASKED = questions_of(a_corpus())
CHANGED = a_corpus()[-1].id


def test_what_there_is_time_for_is_asked_whole() -> None:
    assert sampled(ASKED, classes=10, changed=()) is ASKED


@pytest.fixture
def little_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial_sample, "WORK", 100)


def test_of_more_so_many_are_drawn_in_their_order_the_same_each_time(little_time: None) -> None:
    some = sampled(ASKED, classes=10, changed=())
    assert len(some) == 10 < len(ASKED)
    assert [one for one in ASKED if one in some] == some
    assert sampled(ASKED, classes=10, changed=()) == some


def test_the_questions_of_what_changed_come_first(little_time: None) -> None:
    theirs = [one for one in ASKED if one[0].id == CHANGED]
    some = sampled(ASKED, classes=100 // (len(theirs) + 1), changed={CHANGED})
    assert all(one in some for one in theirs)
    assert len(some) > len(theirs)


def test_the_report_tells_how_many_there_are() -> None:
    report = compare(0, {}, Trial({}, (), (), held=1_000_000), lambda _: (), lambda _: ())
    assert (report.counts["held"], report.counts["asked"]) == (1_000_000, 0)
