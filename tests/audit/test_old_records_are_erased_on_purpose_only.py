"""What is older than the years that an operator names goes; that it went is on record, and the chain is still whole."""

import datetime
import io

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from audit import chain
from audit.ageing import forget_older
from audit.models import Record
from audit.recording import record
from audit.vocabulary import Did, Kind
from tests.audit.trail import trail

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 11, 29, tzinfo=datetime.UTC)


def written(year: int, monkeypatch: pytest.MonkeyPatch) -> Record:
    monkeypatch.setattr("audit.recording.timezone.now", lambda: NOW.replace(year=year))
    return record(Did.SAW, Kind.LEAD, f"H-{year}")


@pytest.fixture(autouse=True)
def ten_years(monkeypatch: pytest.MonkeyPatch) -> None:
    for year in range(2017, 2027):
        written(year, monkeypatch)


def test_only_what_is_older_goes_and_its_erasure_is_recorded() -> None:
    last = Record.objects.get(ids="H-2020")
    assert forget_older(6, by="コマンド", now=NOW + datetime.timedelta(days=1)) == 4
    assert [ids for _, _, kind, ids, _ in trail() if kind is Kind.LEAD] == [f"H-{y}" for y in range(2021, 2027)]
    told = {"count": 4, "up_to": last.number, "digest": last.digest}
    assert trail(Did.ERASED) == [("コマンド", Did.ERASED, Kind.AUDIT, "", told)]


def test_the_chain_begins_anew_where_it_was_cut_with_no_fault() -> None:
    for years in (8, 5):
        forget_older(years, by="コマンド", now=NOW)
    assert list(chain.faults(Record.objects.order_by("number"))) == []


def test_the_triggers_stand_again_afterwards() -> None:
    forget_older(5, by="コマンド", now=NOW)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM audit_record")
    assert Record.objects.count() == 6 + 1


def test_nothing_that_old_is_no_record() -> None:
    assert forget_older(30, by="コマンド", now=NOW) == 0
    assert trail(Did.ERASED) == []


def test_a_year_is_always_kept() -> None:
    with pytest.raises(CommandError, match="at least 1 year"):
        call_command("forget_audit", "--older-than-years", "0")
    assert len(trail()) == 10


def test_the_command_says_how_many() -> None:
    out = io.StringIO()
    call_command("forget_audit", "--older-than-years", "40", stdout=out)
    assert out.getvalue() == "0件を消去しました。\n"
