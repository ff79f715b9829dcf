import pytest
from django.test import Client

from knowledge.models import Draft
from tests.leads.staff.pages import page_of, shown
from tests.leads.staff.samples import AT, CONTACT, a_lead

pytestmark = pytest.mark.django_db
TRANSCRIPT = [
    {"id": "1", "from": "visitor", "text": "委託先から漏えいした場合は対象ですか", "buttons": [], "at": AT.isoformat()},
    {"id": "2", "from": "bot", "text": "補償例として掲載があります。", "buttons": [], "at": AT.isoformat()},
]


def test_it_says_how_to_reach_the_visitor_and_when(sales: Client) -> None:
    page = shown(sales, page_of(a_lead()))
    assert '<a href="tel:+81-3-0000-1234">03-0000-1234</a>' in page
    assert '<a href="mailto:sato@example.co.jp">sato@example.co.jp</a>' in page
    assert "佐藤 花子 様" in page
    assert "平日の午前" in page


def test_a_number_kept_in_the_international_form_is_shown_as_people_read_it(sales: Client) -> None:
    page = shown(sales, page_of(a_lead(contact={"name": "佐藤", "phone": "+81300001234"})))
    assert '<a href="tel:+81-3-0000-1234">03-0000-1234</a>' in page
    assert "指定なし" in page


def test_a_number_that_cannot_be_dialled_is_shown_as_it_is(sales: Client) -> None:
    page = shown(sales, page_of(a_lead(contact={"name": "佐藤", "phone": "代表番号へ"})))
    assert "<dd>代表番号へ</dd>" in page
    assert "tel:" not in page


def test_it_says_why_the_lead_is_ranked_so(sales: Client) -> None:
    page = shown(sales, page_of(a_lead()))
    assert "ランク A" in page
    assert "売上高をお答えいただいています" in page


def test_the_sales_are_shown_in_yen_and_as_said(sales: Client) -> None:
    page = shown(sales, page_of(a_lead()))
    assert "350,000,000円" in page
    assert "3億5,000万円" in page
    assert "「3億5千万円くらい」" in page


def test_sales_known_only_as_a_band_are_shown_as_said(sales: Client) -> None:
    page = shown(sales, page_of(a_lead(annual_sales_yen=None, annual_sales_as_said="1億円以上5億円未満")))
    assert "<dd>1億円以上5億円未満</dd>" in page


@pytest.mark.parametrize(
    "words", ["製造業", "2026年3月期", "過去5年の事故", "2年前に顧客リストを誤送信", "ISMS(ISO/IEC 27001)", "2026-11"]
)
def test_every_answer_is_there(sales: Client, words: str) -> None:
    assert words in shown(sales, page_of(a_lead()))


def test_what_was_not_answered_is_named(sales: Client) -> None:
    page = shown(sales, page_of(a_lead(fiscal_period=None, industry=None)))
    assert "お答えのない項目: 業種、売上高の対象年度" in page


def test_a_wish_to_be_called_lacks_no_answers(sales: Client) -> None:
    only_contact = {"industry": None, "annual_sales_yen": None, "annual_sales_as_said": None, "fiscal_period": None}
    page = shown(
        sales,
        page_of(a_lead(kind="callback", past_incidents=None, incident_details=None, certifications=[], **only_contact)),
    )
    assert "お答えのない項目" not in page
    assert "認証" not in page.replace("二段階認証", "")


def test_a_question_is_shown_with_the_verdict_and_the_entry_in_words(sales: Client) -> None:
    Draft.objects.create(entry_id="scenario.contractor_leak", data={"title": "委託先からの情報漏えい"})
    page = shown(sales, page_of(a_lead()))
    assert "委託先から漏えいした場合は対象ですか" in page
    assert "掲載あり(委託先からの情報漏えい)" in page


def test_questions_without_an_answer_are_named_apart(sales: Client) -> None:
    page = shown(sales, page_of(a_lead()))
    assert page.index("お答えできていないご質問") < page.index("身代金は対象ですか")


def test_the_conversation_is_there_with_its_times(sales: Client) -> None:
    page = shown(sales, page_of(a_lead(transcript=TRANSCRIPT)))
    assert "補償例として掲載があります。" in page
    assert "お客さま <time>11月20日 10:05</time>" in page
    assert "ボット <time>11月20日 10:05</time>" in page


def test_the_consent_is_there_with_its_time_and_version(sales: Client) -> None:
    assert "同意: 2026年11月20日 10:05(同意文 2026-11 版)" in shown(sales, page_of(a_lead()))


def test_an_urgent_lead_says_so_in_words(sales: Client) -> None:
    assert "【緊急】" in shown(sales, page_of(a_lead(kind="urgent")))


def test_markup_in_what_was_said_is_shown_as_text(sales: Client) -> None:
    evil = "<script>alert(1)</script>"
    lead = a_lead(
        company=evil,
        industry=evil,
        annual_sales_as_said=evil,
        incident_details=f"\"'>{evil}",
        certifications=[evil],
        reasons=[evil],
        contact={"name": evil, "email": f'x"{evil}@example.co.jp', "phone": evil, "preferred_time": evil},
        questions=[{"text": evil, "verdict": evil, "entries": [evil], "at": AT}],
        unanswered=[evil],
        transcript=[{"from": "visitor", "text": evil, "at": evil}],
    )
    for address in (page_of(lead), "/staff/leads/lead/"):
        page = shown(sales, address)
        assert evil not in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_letters_that_only_look_alike_are_pointed_out(sales: Client) -> None:
    warning = "見た目の似た別の文字が混ざっています"
    assert warning not in shown(sales, page_of(a_lead()))
    pretender = a_lead(reference="H-2", contact={**CONTACT, "email": "s\u0430to@example.co.jp"})
    assert f"{warning}: s\u0430to。" in shown(sales, page_of(pretender))


@pytest.mark.parametrize("contact", [{**CONTACT, "email": None}, {**CONTACT, "phone": None}])
def test_one_way_to_reach_the_visitor_is_enough(sales: Client, contact: dict[str, str]) -> None:
    page = shown(sales, page_of(a_lead(contact=contact)))
    assert ("tel:" in page) == (contact["phone"] is not None)
    assert ("mailto:" in page) == (contact["email"] is not None)
