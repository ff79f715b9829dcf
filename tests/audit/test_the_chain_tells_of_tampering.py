"""Who gets past the triggers leaves a chain that no longer fits."""

import io
from collections.abc import Callable

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from audit import chain, guards
from audit.models import Record
from audit.recording import record
from audit.vocabulary import Did, Kind

pytestmark = pytest.mark.django_db
Tamper = Callable[[str], None]


@pytest.fixture(autouse=True)
def five() -> list[Record]:
    return [record(Did.SAW, Kind.LEAD, f"H-2611-000{n}", by="コマンド", count=n) for n in range(1, 6)]


@pytest.fixture
def tamper() -> Tamper:
    """Somebody with all rights on the database: the triggers are taken down and put up again."""

    def run(statement: str) -> None:
        with guards.lifted(), connection.cursor() as cursor:
            cursor.execute(statement)

    return run


def faults() -> list[str]:
    return list(chain.faults(Record.objects.order_by("number")))


def verified(*arguments: str) -> str:
    out = io.StringIO()
    call_command("verify_audit", *arguments, stdout=out)
    return out.getvalue()


def test_a_whole_chain_has_no_fault() -> None:
    assert faults() == []


@pytest.mark.parametrize(
    "change",
    [
        "user_name = 'suzuki'",
        "did = 'listed'",
        "kind = 'entry'",
        "ids = 'H-2611-0009'",
        "facts = '{}'",
        "at = '2026-01-01 00:00:00'",
        "user_id = 7",
        "place = 'abc'",
    ],
)
def test_a_changed_row_is_named(tamper: Tamper, change: str) -> None:
    tamper(f"UPDATE audit_record SET {change} WHERE number = 3")
    assert faults() == ["record 3 is not as it was written"]


def test_a_row_taken_out_is_named(tamper: Tamper) -> None:
    tamper("DELETE FROM audit_record WHERE number = 3")
    assert faults() == ["records 3 to 3 are missing"]


def test_a_row_written_anew_with_its_digest_does_not_fit_the_next(tamper: Tamper) -> None:
    forged = Record.objects.get(number=3)
    forged.user_name = "suzuki"
    tamper(f"UPDATE audit_record SET user_name = 'suzuki', digest = '{chain.digest_of(forged)}' WHERE number = 3")
    assert faults() == ["record 4 does not follow record 3"]


def test_the_first_rows_cannot_go_unnoticed(tamper: Tamper) -> None:
    tamper("DELETE FROM audit_record WHERE number < 3")
    assert faults() == ["records up to 2 are missing, and no record tells of their erasure"]


def test_the_last_row_cut_off_shows_against_a_number_and_digest_kept_elsewhere(tamper: Tamper) -> None:
    last = verified().rsplit(" ", 1)[-1].strip()
    assert last.startswith("5:")
    assert "異常はありません" in verified("--anchor", last)
    tamper("DELETE FROM audit_record WHERE number = 5")
    assert "異常はありません" in verified()
    with pytest.raises(CommandError, match="record 5 is missing"):
        verified("--anchor", last)


def test_the_command_fails_with_every_fault(tamper: Tamper) -> None:
    tamper("UPDATE audit_record SET ids = '' WHERE number IN (2, 4)")
    with pytest.raises(CommandError) as told:
        verified()
    assert "record 2 is not" in str(told.value)
    assert "record 4 is not" in str(told.value)
