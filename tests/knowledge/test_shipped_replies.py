"""What the entries under knowledge/entries must keep to, whoever edits them."""

import re
import unicodedata

import pytest

from knowledge.domain.schema import COVERAGE_KINDS, PAGE_KINDS, Entry, Kind
from tests.knowledge.shipped import IDS, shipped

pytestmark = pytest.mark.slow

NUMBER = "[0-9〇一二三四五六七八九十百千万億数]"
AMOUNT = re.compile(rf"{NUMBER}[\s,.]*(円|万円|億円|%|パーセント|割(?!引)|ドル)")
PROMISE = re.compile(r"必ず|確実に|全額|100\s*%|間違いなく|絶対に|保証します|お支払いします|支払われます")
CONCLUDES_AGAINST = re.compile(
    r"補償されません|対象外です|お支払いしません|支払われません|対象になりません|対象となりません"
)
EVERY = pytest.mark.parametrize("entry_id", IDS)


def spoken(entry: Entry) -> str:
    """Every word of the entry that a visitor may read."""
    return unicodedata.normalize("NFKC", " ".join([entry.title, entry.answer, entry.boundary_note]))


@EVERY
def test_an_entry_carries_enough_questions(entry_id: str) -> None:
    entry = shipped()[entry_id]
    assert len(entry.questions) >= (60 if entry.kind in {Kind.SCENARIO, Kind.FEATURE} else 30)


@EVERY
def test_an_entry_of_the_page_says_where_it_ends(entry_id: str) -> None:
    entry = shipped()[entry_id]
    assert entry.kind not in PAGE_KINDS or entry.boundary


@EVERY
def test_a_coverage_entry_names_its_source(entry_id: str) -> None:
    entry = shipped()[entry_id]
    assert entry.kind not in COVERAGE_KINDS or entry.source.strip()


@EVERY
def test_no_reply_promises_payment(entry_id: str) -> None:
    assert not PROMISE.search(spoken(shipped()[entry_id]))


@EVERY
def test_no_reply_says_that_a_case_is_not_covered(entry_id: str) -> None:
    assert not CONCLUDES_AGAINST.search(spoken(shipped()[entry_id]))


@EVERY
def test_no_reply_gives_an_amount_of_money_or_a_percentage(entry_id: str) -> None:
    assert not AMOUNT.search(spoken(shipped()[entry_id]))


@EVERY
def test_no_reply_of_the_bot_claims_to_be_a_person(entry_id: str) -> None:
    assert not re.search(r"私は人間です|人間の担当者です|私は担当者", spoken(shipped()[entry_id]))
