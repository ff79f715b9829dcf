import pytest
from django.test import Client

from leads.models import Lead
from tests.leads.staff.pages import page_of, shown
from tests.leads.staff.samples import a_lead

pytestmark = pytest.mark.django_db
ELSEWHERE = {"name": "田中", "email": "tanaka@example.com", "phone": "06-0000-9999"}


@pytest.fixture
def lead() -> Lead:
    return a_lead()


@pytest.mark.parametrize(
    ("changes", "same"),
    [
        ({"company": "㈱山田製作所", "contact": ELSEWHERE}, "会社が同じ"),
        ({"company": "別の会社", "contact": {**ELSEWHERE, "email": "SATO@example.co.jp"}}, "メールが同じ"),
        ({"company": None, "contact": {**ELSEWHERE, "phone": "０３００００１２３４"}}, "電話が同じ"),
        ({}, "会社・メール・電話が同じ"),
    ],
)
def test_another_lead_is_linked_with_what_is_the_same(
    sales: Client, lead: Lead, changes: dict[str, object], same: str
) -> None:
    other = a_lead(reference="H-2611-0002", **changes)
    page = shown(sales, page_of(lead))
    assert "同じ会社・連絡先の受付" in page
    assert f'<a href="{page_of(other)}">H-2611-0002</a>' in page
    assert same in page


def test_strangers_are_not_linked(sales: Client, lead: Lead) -> None:
    a_lead(reference="H-2611-0002", company="みどり通販", contact=ELSEWHERE)
    assert "同じ会社・連絡先の受付" not in shown(sales, page_of(lead))


def test_leads_without_a_company_are_not_all_the_same(sales: Client) -> None:
    one = a_lead(company=None, contact={"name": "佐藤", "phone": "03-0000-1111"})
    a_lead(reference="H-2611-0002", company=None, contact={"name": "田中", "phone": "03-0000-2222"})
    assert "同じ会社・連絡先の受付" not in shown(sales, page_of(one))
