"""Numbers of other countries, a zero in kanji, letters that grow in lower case, a denial beside another."""

import pytest

from leads.domain.amounts import Amount, read_amount
from leads.domain.fiscal_period import read_fiscal_period
from leads.domain.past_incidents import read_past_incidents
from leads.domain.phone_number import read_phone


@pytest.mark.parametrize("text", ["+999 1234 5678", "+0 1234 5678", "+1 111-111-1111", "+1 555 555 5555"])
def test_a_number_that_no_country_has_is_none(text: str) -> None:
    assert read_phone(text) is None


@pytest.mark.parametrize("text", ["零億円", "零万", "零円"])
def test_a_zero_in_kanji_is_no_sales(text: str) -> None:
    assert read_amount(text) == Amount(0, text)


def test_a_letter_that_becomes_two_in_lower_case_names_no_period() -> None:
    assert read_fiscal_period("İ 2026年3月期") is None


@pytest.mark.parametrize("text", ["事故はありません。公表していません", "事故はないです、記録が残っていません"])
def test_a_denial_of_something_else_beside_it_is_not_taken_for_none(text: str) -> None:
    assert read_past_incidents(text) is None
