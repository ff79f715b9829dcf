import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from knowledge.models import Upload
from tests.knowledge.conftest import Save
from tests.knowledge.samples import a_corpus
from tests.knowledge.staff.exchange_pages import START
from tests.people import Login

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def corpus(save_drafts: Save) -> None:
    save_drafts(*a_corpus())


@pytest.fixture
def upload(yamada: User) -> Upload:
    plan = {"name": "知識.xlsx", "scope": ""}
    return Upload.objects.create(owner=yamada, name="知識.xlsx", content=b"x", plan=plan)


def imports(upload: Upload) -> list[str]:
    page = f"{START}{upload.pk}/"
    return [f"{START}upload/", page, f"{page}faults/", f"{page}again/", f"{page}apply/", f"{page}drop/"]


def statuses(client: Client, addresses: list[str]) -> set[int]:
    return {client.get(a).status_code for a in addresses} | {client.post(a).status_code for a in addresses}


def test_an_approver_is_offered_no_import(approver: Client) -> None:
    assert "取り込む範囲" not in approver.get(START).content.decode()


@pytest.mark.parametrize("missing", ["add_draft", "change_draft"])
def test_who_may_only_add_or_only_change_imports_nothing(
    yamada: User, login: Login, upload: Upload, missing: str
) -> None:
    yamada.groups.clear()
    codes = {"view_draft", "add_draft", "change_draft"} - {missing}
    yamada.user_permissions.add(*Permission.objects.filter(codename__in=codes))
    assert statuses(login(yamada), imports(upload)) == {403}
