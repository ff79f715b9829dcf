"""An entry answers only within its dates, without anyone publishing again."""

import datetime

import pytest
from django.utils import timezone

from knowledge import answering, live
from knowledge.domain.matching.verdict import Verdict
from knowledge.publishing import publish
from tests.knowledge.conftest import Save
from tests.knowledge.fakes import FakeEncoder
from tests.knowledge.samples import a_corpus

pytestmark = pytest.mark.django_db
QUESTION = "電車にノートパソコンを置き忘れた"


@pytest.fixture
def dated(save_drafts: Save, encoder: FakeEncoder, monkeypatch: pytest.MonkeyPatch) -> "Dated":
    return Dated(save_drafts, encoder, monkeypatch)


class Dated:
    def __init__(self, save: Save, encoder: FakeEncoder, monkeypatch: pytest.MonkeyPatch) -> None:
        self.save, self.encoder, self.monkeypatch = save, encoder, monkeypatch

    def publish(self, entry_id: str, first: str | None = None, last: str | None = None) -> None:
        dates = {
            name: day and datetime.date.fromisoformat(day)
            for name, day in [("valid_from", first), ("valid_until", last)]
        }
        self.save(*(e.model_copy(update=dates) if e.id == entry_id else e for e in a_corpus()))
        publish(self.encoder, note="期間つき", by="山田")

    def it_is(self, moment: str) -> None:
        now = datetime.datetime.fromisoformat(moment)
        self.monkeypatch.setattr(timezone, "now", lambda: now)


def test_an_entry_is_found_within_its_dates(dated: Dated) -> None:
    dated.publish("scenario.lost_device", "2026-04-01", "2026-04-30")
    dated.it_is("2026-04-15T12:00+09:00")
    assert live.current().rank(QUESTION)[0].entry_id == "scenario.lost_device"


@pytest.mark.parametrize("moment", ["2026-03-31T23:59+09:00", "2026-05-01T00:00+09:00"])
def test_an_entry_is_not_found_outside_its_dates(dated: Dated, moment: str) -> None:
    dated.publish("scenario.lost_device", "2026-04-01", "2026-04-30")
    dated.it_is(moment)
    assert "scenario.lost_device" not in [candidate.entry_id for candidate in live.current().rank(QUESTION)]


def test_the_day_begins_at_midnight_in_japan(dated: Dated) -> None:
    dated.publish("scenario.lost_device", first="2026-04-01")
    dated.it_is("2026-03-31T15:00+00:00")
    assert live.current().rank(QUESTION)[0].entry_id == "scenario.lost_device"


def test_an_entry_appears_on_its_day_in_a_process_that_is_already_running(dated: Dated) -> None:
    dated.publish("scenario.lost_device", first="2026-04-01")
    dated.it_is("2026-03-31T23:59+09:00")
    assert "scenario.lost_device" not in [entry.id for entry in answering.answer_question(QUESTION)[0].answer.entries]
    dated.it_is("2026-04-01T00:00+09:00")
    assert answering.answer_question(QUESTION)[0].answer.entries[0].id == "scenario.lost_device"


@pytest.mark.parametrize(
    ("ended", "question"),
    [("scenario.lost_device", QUESTION), ("silent.premium", "年間でいくらかかりますか")],
)
def test_a_question_of_an_entry_that_has_ended_is_not_listed_under_its_neighbour(
    dated: Dated, ended: str, question: str
) -> None:
    dated.publish(ended, last="2026-03-31")
    dated.it_is("2026-04-01T12:00+09:00")
    assert answering.answer_question(question)[0].answer.verdict is not Verdict.LISTED


def test_a_cost_that_has_ended_is_no_longer_named_among_what_is_paid_for(dated: Dated) -> None:
    dated.publish("cost.investigation", last="2026-03-31")
    dated.it_is("2026-04-01T12:00+09:00")
    answer = answering.answer_question(QUESTION)[0].answer
    assert [entry.id for entry in answer.pays_for] == ["liability.legal_damages"]


def test_a_condition_that_has_ended_is_no_longer_named(dated: Dated) -> None:
    dated.publish("condition.prior_approval", last="2026-03-31")
    dated.it_is("2026-04-01T12:00+09:00")
    assert answering.answer_question(QUESTION)[0].answer.conditions == ()


def test_a_button_to_an_entry_that_has_ended_does_not_list_it(dated: Dated) -> None:
    dated.publish("scenario.lost_device", last="2026-03-31")
    dated.it_is("2026-04-01T12:00+09:00")
    assert answering.show_entry("scenario.lost_device").answer.verdict is Verdict.NOT_LISTED


def test_when_nothing_is_valid_nothing_is_concluded(dated: Dated) -> None:
    dated.save(*(e.model_copy(update={"valid_until": datetime.date(2026, 3, 31)}) for e in a_corpus()))
    publish(dated.encoder, note="すべて終わり", by="山田")
    dated.it_is("2026-04-01T12:00+09:00")
    assert answering.answer_question(QUESTION)[0].answer.verdict is Verdict.UNDETERMINED
