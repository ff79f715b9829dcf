"""Each answer of the form is carried by the lead, and stands in the e-mail, in the export and on the page of sales."""

from functools import cache

import pytest

from leads.domain.contents import Conversation, lead_of
from leads.domain.fields import SPECS, Field
from leads.domain.form import Form
from leads.domain.lead import Kind, Lead
from leads.domain.plain_text import as_text
from leads.domain.rows import HEADINGS, row
from leads.domain.told import ANSWERED, CONTACT, told
from leads.staff.page import answers
from tests.leads.form.talk import AT, QUOTE, Talk

AN_ACCIDENT = ("ある", "2年前に顧客リストをメールで間違って送信した")
BOTH_SALES = {"年間売上高(円)": 350_000_000, "年間売上高(お客さまの表現)": "3億5千万円"}


@cache
def quote() -> tuple[Form, Lead]:
    """A form in which every field was asked and answered, and its lead."""
    talk = Talk(Kind.QUOTE, *(said for text in QUOTE for said in (AN_ACCIDENT if text == "ない" else (text,))))
    assert talk.asks is Field.REVIEW
    return talk.form, lead_of(talk.form, Conversation(), "H-1", AT, "a-session")


def shown(field: Field) -> str:
    """How an answer was shown back to the visitor; the sales as they were said."""
    form, _ = quote()
    answer = form.answers[field]
    return str(answer.value["said"] if field is Field.ANNUAL_SALES else answer.shown)


@pytest.mark.parametrize("field", ANSWERED)
def test_an_answer_is_told_as_it_was_shown_back(field: Field) -> None:
    _, lead = quote()
    assert told(lead)[field] == shown(field)


@pytest.mark.parametrize("field", ANSWERED)
def test_an_answer_stands_in_the_e_mail(field: Field) -> None:
    _, lead = quote()
    [line] = [line for line in as_text(lead).splitlines() if line.startswith(f"{SPECS[field].label}: ")]
    assert shown(field) in line


def test_an_answer_has_a_column_of_the_export() -> None:
    _, lead = quote()
    exported = dict(zip(HEADINGS, row(lead, {}, None), strict=True))
    expected = {SPECS[field].label: shown(field) for field in ANSWERED if field is not Field.ANNUAL_SALES} | BOTH_SALES
    assert {heading: exported[heading] for heading in expected} == expected


def test_the_page_names_what_was_asked_beside_how_to_reach_the_visitor() -> None:
    _, lead = quote()
    on_page = answers(lead)
    assert list(on_page) == [SPECS[field].label for field in ANSWERED if field not in CONTACT]
    assert all(shown(field) in (on_page[SPECS[field].label] or "") for field in ANSWERED if field not in CONTACT)
