"""Web dies in the midst of turns and forms, hangs, or its database does not take what is said."""

import pytest

from bench.breaking import halted, hangs, killed, locked, no_room, told_by_readyz
from deploy.started import Stack
from tests.faults.conftest import Crowd
from tests.faults.waiting import until_answered, until_apologised

UNWRITABLE = "nothing can be written to the database at HOSHO_DATABASE_URL"


def test_killed_again_and_again(whole: Stack, crowd: Crowd) -> None:
    with crowd() as visitors:
        for _ in range(2):
            until_answered(visitors)
            with killed(whole, "web"):
                pass
            whole.wait_until_ready()
        until_answered(visitors, more=3)


def test_halted_it_goes_on_where_it_was(whole: Stack, crowd: Crowd) -> None:
    with crowd() as visitors:
        until_answered(visitors)
        with halted(whole, "web"):
            assert hangs(f"{whole.url}/healthz")
        until_answered(visitors, more=2)


@pytest.mark.parametrize("full", [True, False], ids=["its disk is full", "its database is locked"])
def test_what_cannot_be_kept_is_told_in_time_and_taken_later(whole: Stack, crowd: Crowd, full: bool) -> None:
    database = whole.environment.var / "hosho.db"
    with crowd() as visitors:
        until_answered(visitors)
        with no_room(whole, "web") if full else locked(database):
            until_apologised(visitors)
            told_by_readyz(whole, UNWRITABLE)
        told_by_readyz(whole, '"ready": true')
        until_answered(visitors, more=2)
