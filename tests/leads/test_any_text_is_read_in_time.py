"""Every reader of what visitors type, on any text and on text made to be slow: a value or none, soon, and no error."""

import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from knowledge.domain.masking.text import mask
from knowledge.domain.text import LONGEST, clean, fold, key
from leads.domain.amounts import likely_amount, read_amount, read_band, read_unit
from leads.domain.bare import bare, is_sentence, refuses, says_nothing
from leads.domain.certifications import read_certifications
from leads.domain.clauses import clauses, parted
from leads.domain.commands import read_command
from leads.domain.company import company_and_person, company_key, read_company, surely_company
from leads.domain.correcting_words import about_correcting, new_value, split_clauses, without_opening
from leads.domain.corrections import find_corrections, find_removal, instead_of, statements
from leads.domain.dialling import shown_phone, tel_link
from leads.domain.email_address import email_key, read_email
from leads.domain.extraction import beside
from leads.domain.fields import Field
from leads.domain.fiscal_period import read_fiscal_period
from leads.domain.industries import read_industry
from leads.domain.past_incidents import read_past_incidents
from leads.domain.person_name import named_as_contact, read_name, surely_name
from leads.domain.phone_number import phone_key, read_phone
from leads.domain.preferred_time import read_preferred_time
from leads.domain.question import is_question
from leads.domain.urgency import names_an_accident, sounds_urgent, wants_no_quote, wants_to_talk_first
from leads.domain.yes_no import beside_consent, read_consent, read_yes_no

pytestmark = pytest.mark.slow

SECONDS = 1.0
"""Of this process' own time, on a machine that does something else as well; most take a few milliseconds."""
FIELDS = tuple(Field)
READERS: dict[str, Callable[[str], object]] = {
    reader.__name__: reader
    for reader in (
        *(read_amount, likely_amount, read_band, read_unit, read_fiscal_period, read_preferred_time),
        *(read_company, surely_company, company_and_person, company_key, read_name, surely_name, named_as_contact),
        *(read_email, email_key, read_phone, phone_key, shown_phone, tel_link, read_industry, read_certifications),
        *(read_past_incidents, read_yes_no, read_consent, beside_consent, read_command, is_question),
        *(sounds_urgent, names_an_accident, wants_no_quote, wants_to_talk_first, bare, refuses, says_nothing),
        *(is_sentence, clauses, parted, split_clauses, without_opening, about_correcting, new_value, statements),
        *(instead_of, beside, mask, clean, fold, key),
    )
}
READERS["find_corrections"] = lambda text: find_corrections(text, FIELDS)
READERS["find_removal"] = lambda text: find_removal(text, FIELDS)
PIECES = (
    *("株式会社", "(株)", "㈱", "の", "は", "が", "を", "で", "です", "ます", "ません", "ない", "なし", "ではなくて"),
    *("0", "０", "〇", "一", "十", "百", "千", "万", "億", "兆", "円", "%", ".", ",", "、", "。", "-", "ー", "〜", "/"),
    *("a", "A", "@", "a@", "a.", ".co.jp", "＠", "http://", "+81", "(", ")", "「", "」", "内線", "FAX", "03-", "090"),
    *(
        "年",
        "月",
        "日",
        "期",
        "令和",
        "R8",
        "午前",
        "平日",
        "以降",
        "担当",
        "総務部",
        "佐藤",
        "様",
        "さん",
        "私",
        "弊社",
    ),
    *("屋号", "個人事業主", "売上", "年商", "約", "くらい", "数", "以上", "ISMS", "ISO", "27001", "事故", "漏えい"),
    *(
        " ",
        "　",
        "\n",
        "\u200b",
        "\u0301",
        "゛",
        "👩‍💻",
        "𠮷",
        "ｶﾞ",
        "<",
        ">",
        "&",
        "'",
        '"',
        "\\",
        "{",
        "}",
        "[",
        "はい",
    ),
)
hostile = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map(lambda p: ("".join(p) * LONGEST)[:LONGEST])
mixed = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=60).map(lambda p: "".join(p)[:LONGEST])
texts = hostile | mixed | st.text(max_size=LONGEST)


@pytest.mark.parametrize("name", READERS)
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(texts)
@example("")
@example("\ud800" * 10)
@example("あ" * LONGEST)
@example("1" * LONGEST)
@example("で" * LONGEST)
@example(" " * (LONGEST - 1) + "x")
def test_it_is_read_soon_and_without_an_error(name: str, text: str) -> None:
    began = time.process_time()
    READERS[name](text)
    assert time.process_time() - began < SECONDS
