import pytest
from django.test import Client

from tests.leads.staff.pages import listed
from tests.leads.staff.samples import CONTACT, a_lead

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def leads() -> None:
    a_lead(reference="H-2611-0001")
    contact = {"name": "田中", "email": "tanaka@midori.example.co.jp", "phone": "090-0000-5678"}
    a_lead(
        reference="H-2611-0002",
        company="(株)みどり通販",
        contact=contact,
        industry="卸売業,小売業",
        annual_sales_as_said="10億",
        incident_details="USBメモリを紛失しました",
        questions=[],
        unanswered=["保険料の目安は?"],
        certifications=[],
    )


@pytest.mark.parametrize(
    "term",
    [
        "H-2611-0001",
        "h-2611-0001",
        "Ｈ－２６１１－０００１",
        "山田製作所",
        "㈱山田製作所",
        "株式会社 山田製作所",
        "（株）山田製作所",
        "佐藤",
        "sato@example.co.jp",
        "ＳＡＴＯ＠ｅｘａｍｐｌｅ．ｃｏ．ｊｐ",
        "0300001234",
        "03-0000-1234",
        "０３（００００）１２３４",
        "+81 3 0000 1234",
        "0000-1234",
        "委託先から漏えい",
        "身代金",
        "誤送信 顧客リスト",
    ],
)
def test_a_lead_is_found_in_whatever_spelling(sales: Client, term: str) -> None:
    assert listed(sales, q=term) == ["H-2611-0001"]


@pytest.mark.parametrize(
    "term", ["みどり通販", "㈱みどり通販", "usbﾒﾓﾘ", "ＵＳＢメモリ", "tanaka@midori", "保険料の目安"]
)
def test_the_other_lead_is_found_too(sales: Client, term: str) -> None:
    assert listed(sales, q=term) == ["H-2611-0002"]


@pytest.mark.parametrize("term", ["東京商事", "nobody@example.com", "03-9999-9999", "listed", "%", "'; --"])
def test_what_nobody_said_finds_nobody(sales: Client, term: str) -> None:
    assert listed(sales, q=term) == []


def test_the_form_of_a_company_alone_finds_only_who_wrote_it_so(sales: Client) -> None:
    assert listed(sales, q="株式会社") == ["H-2611-0001"]


def test_a_search_stays_within_the_filters(sales: Client) -> None:
    a_lead(reference="H-2611-0003", grade="C", contact=CONTACT)
    assert listed(sales, q="山田製作所", grade__exact="C") == ["H-2611-0003"]


def test_only_spaces_find_everything(sales: Client) -> None:
    assert len(listed(sales, q="　 ")) == 2
