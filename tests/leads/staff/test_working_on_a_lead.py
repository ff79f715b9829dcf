import pytest
from django.contrib.auth.models import User
from django.test import Client

from leads.models import Lead, Status
from tests.leads.staff.pages import form_of, page_of, shown
from tests.leads.staff.samples import a_lead
from tests.people import Login

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead() -> Lead:
    return a_lead()


def test_status_and_owner_are_changed(sales: Client, lead: Lead, sato: User) -> None:
    saved = sales.post(page_of(lead), form_of(lead, status="in_progress", owner=str(sato.pk)), follow=True)
    assert "保存しました。" in saved.content.decode()
    lead.refresh_from_db()
    assert (lead.status, lead.owner) == (Status.IN_PROGRESS, sato)


def test_a_note_is_added_with_who_wrote_it(sales: Client, lead: Lead, sato: User) -> None:
    sales.post(page_of(lead), form_of(lead, note="折り返し待ち。<b>14時</b>以降"))
    page = shown(sales, page_of(lead))
    assert "折り返し待ち。&lt;b&gt;14時&lt;/b&gt;以降" in page
    assert lead.notes.get().by == sato


def test_an_empty_note_is_none(sales: Client, lead: Lead) -> None:
    sales.post(page_of(lead), form_of(lead, note=" 　\n"))
    assert lead.notes.count() == 0


def test_what_the_visitor_said_cannot_be_changed(sales: Client, lead: Lead) -> None:
    said = {
        "company": "別の会社",
        "content": "{}",
        "grade": "C",
        "kind": "callback",
        "reference": "X",
        "phone_key": "1",
    }
    before = Lead.objects.values().get()
    sales.post(page_of(lead), form_of(lead, status="won", **said))
    assert Lead.objects.values().get() == {**before, "status": "won"}


def test_a_status_that_does_not_exist_is_refused(sales: Client, lead: Lead) -> None:
    page = sales.post(page_of(lead), form_of(lead, status="paid")).content.decode()
    assert "入力内容をご確認ください。" in page
    assert Lead.objects.get().status == Status.NEW


def test_content_staff_cannot_become_owners(sales: Client, lead: Lead, editor: User) -> None:
    sales.post(page_of(lead), form_of(lead, owner=str(editor.pk)))
    assert Lead.objects.get().owner is None


def test_an_owner_who_has_left_the_group_stays_until_changed(sales: Client, suzuki: User) -> None:
    lead = a_lead(owner=suzuki)
    suzuki.groups.clear()
    sales.post(page_of(lead), form_of(lead, status="quoted"))
    lead.refresh_from_db()
    assert (lead.status, lead.owner) == (Status.QUOTED, suzuki)


def test_a_page_left_open_does_not_undo_what_a_colleague_changed(
    sales: Client, lead: Lead, suzuki: User, login: Login
) -> None:
    opened_before = form_of(lead)
    login(suzuki).post(page_of(lead), form_of(lead, status="won", owner=str(suzuki.pk)))
    sales.post(page_of(lead), {**opened_before, "note": "不在でした"})
    lead.refresh_from_db()
    assert (lead.status, lead.owner) == (Status.WON, suzuki)
    assert lead.notes.get().text == "不在でした"


def test_the_history_says_in_japanese_who_changed_what(sales: Client, lead: Lead, sato: User) -> None:
    sales.post(page_of(lead), form_of(lead, status="in_progress", owner=str(sato.pk)))
    page = shown(sales, page_of(lead))
    assert "状況: 未対応 → 対応中<br>担当者: 未定 → 佐藤 一郎" in page
    assert '<p class="quiet">佐藤 一郎 <time>' in page


def test_the_newest_change_stands_first(sales: Client, lead: Lead) -> None:
    sales.post(page_of(lead), form_of(lead, status="in_progress"))
    lead.refresh_from_db()
    sales.post(page_of(lead), form_of(lead, status="quoted"))
    page = shown(sales, page_of(lead))
    assert page.index("対応中 → 見積済") < page.index("未対応 → 対応中")


def test_saving_without_a_change_leaves_no_trace(sales: Client, lead: Lead) -> None:
    sales.post(page_of(lead), form_of(lead))
    assert lead.history.count() == 1


def test_a_change_by_an_account_that_is_gone_is_still_told(
    sales: Client, lead: Lead, suzuki: User, login: Login
) -> None:
    login(suzuki).post(page_of(lead), form_of(lead, owner=str(suzuki.pk)))
    suzuki.delete()
    assert "担当者: 未定 → (削除された利用者)" in shown(sales, page_of(lead))


def test_the_history_holds_nothing_the_visitor_said(lead: Lead) -> None:
    assert "山田" not in str(lead.history.values().get())
    assert "佐藤" not in str(lead.history.values().get())
