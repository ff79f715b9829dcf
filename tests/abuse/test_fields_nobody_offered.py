"""Mass assignment: a form of staff takes the fields it shows; whatever else is posted with it changes nothing."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.utils import timezone

from knowledge.models import Draft, UnansweredQuestion
from leads.models import Lead
from tests.knowledge.asked import unanswered
from tests.knowledge.samples import an_entry
from tests.knowledge.staff.entry_pages import form_of as entry_form
from tests.knowledge.staff.entry_pages import page_of as entry_page
from tests.leads.staff.pages import form_of, page_of
from tests.leads.staff.samples import a_lead
from tests.people import logged_in, member

pytestmark = pytest.mark.django_db
UNASKED = {
    **{"id": "99", "pk": "99", "is_superuser": "on", "is_staff": "on", "is_active": "", "user_permissions": "1"},
    **{"groups": "1", "reference": "H-0", "kind": "callback", "grade": "C", "content": "{}", "company": "別の会社"},
    **{"transcript": "[]", "created_at": "2020-01-01", "created_at_0": "2020-01-01", "session": "0" * 32},
    **{"company_key": "x", "email_key": "x", "phone_key": "x", "history_user": "1", "_history_user": "1"},
    **{"entry_id": "cost.stolen", "version": "1", "updated_by": "kanri", "updated_at": "2020-01-01", "data": "{}"},
    **{"state": "delivered", "by": "kanri", "approved_by": "kanri", "published_by": "kanri", "number": "99"},
    **{
        "owner_id": "1",
        "lead": "1",
        "masked": "on",
        "done_by": "kanri",
        "count": "9999",
        "key": "x",
        "text": "別の質問",
    },
}


@pytest.fixture
def sato() -> User:
    return member("sato", "佐藤 一郎", "sales")


@pytest.fixture
def yamada() -> User:
    return member("yamada", "山田 花子", "content")


def rows(model: Any) -> list[dict[str, Any]]:
    return list(model.objects.order_by("pk").values())


def rights() -> list[Any]:
    told = ("username", "is_superuser", "is_staff", "is_active", "groups__name", "user_permissions__codename")
    return list(User.objects.order_by("pk").values_list(*told))


def test_on_a_lead_nothing_but_status_and_note(sato: User) -> None:
    lead, other = a_lead(), a_lead(reference="H-2")
    kept = {row["id"]: row for row in rows(Lead)}
    before = rights()
    logged_in(sato).post(page_of(lead), {**UNASKED, **form_of(lead, status="won", note="電話済み")})
    wanted = {lead.pk: {**kept[lead.pk], "status": "won"}, other.pk: kept[other.pk]}
    assert {row["id"]: row for row in rows(Lead)} == wanted
    assert lead.notes.get().by == sato
    assert lead.history.latest().history_user == sato
    assert rights() == before


def test_an_owner_of_no_sales_group_is_refused(sato: User, yamada: User) -> None:
    lead = a_lead()
    logged_in(sato).post(page_of(lead), form_of(lead, owner=str(yamada.pk)))
    assert Lead.objects.get().owner is None


def test_the_list_of_leads_changes_and_deletes_none(sato: User) -> None:
    lead = a_lead()
    before = rows(Lead)
    posted = {"action": "delete_selected", "_selected_action": [lead.pk], "post": "yes", "select_across": "1"}
    formset = {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "1", "form-0-id": lead.pk, "form-0-status": "won"}
    for sent in (posted, formset):
        logged_in(sato).post("/staff/leads/lead/", {**UNASKED, **sent, "_save": "1"})
    assert rows(Lead) == before


def test_on_an_entry_nothing_but_its_own_fields(yamada: User) -> None:
    entry = an_entry()
    draft = Draft.objects.create(entry_id=entry.id, data=entry.model_dump(mode="json"), updated_by="ito")
    title = "別の題"
    posted = {**UNASKED, **entry_form(draft, title=title), "_save": "保存"}
    assert logged_in(yamada).post(entry_page(draft), posted).status_code == 302
    saved = Draft.objects.get()
    assert (saved.pk, saved.entry_id, saved.title, saved.updated_by) == (draft.pk, entry.id, title, "yamada")
    assert saved.updated_at.date() == timezone.now().date()
    assert set(saved.data) == set(draft.data)


def test_on_a_question_nothing_but_that_it_is_done_and_by_whom(yamada: User) -> None:
    question = unanswered("身代金は払われますか")
    (before,) = rows(UnansweredQuestion)
    posted = {**UNASKED, "as": "ignore", "question": question.pk}
    logged_in(yamada).post("/staff/knowledge/unansweredquestion/take/", posted)
    (after,) = rows(UnansweredQuestion)
    changed = {name for name in after if after[name] != before[name]}
    assert changed <= {"done_at", "done_by", "done_as", "done"}
    assert after["done_at"] is not None
    assert "kanri" not in str(after)


@pytest.mark.parametrize("address", ["/staff/password_change/", "/staff/login/", "/staff/logout/", "/staff/"])
def test_no_page_of_an_account_gives_rights(yamada: User, address: str) -> None:
    yamada.set_password("とても長い合言葉-2026")
    yamada.save()
    before = rights()
    new = "別の長い合言葉-2026"
    passwords = {"old_password": "とても長い合言葉-2026", "new_password1": new, "new_password2": new}
    login = {"username": "yamada", "password": "とても長い合言葉-2026"}
    logged_in(yamada).post(address, {**UNASKED, **passwords, **login})
    assert rights() == before


@pytest.mark.parametrize("group", ["sales", "content", "approver", "auditor", "privacy"])
def test_no_group_gives_rights_to_anybody(group: str) -> None:
    user = member("dare", "誰 某", group)
    before = rights()
    browser: Client = logged_in(user)
    given = {"is_superuser": "on", "is_staff": "on", "groups": [g.pk for g in Group.objects.all()], "username": "dare"}
    for page in (f"user/{user.pk}/change/", "user/add/", "user/", "group/1/change/", f"user/{user.pk}/password/"):
        assert browser.post(f"/staff/auth/{page}", given).status_code == 403
    assert rights() == before
    assert not user.get_all_permissions() & {"auth.change_user", "auth.add_user", "auth.change_group", "auth.add_group"}
