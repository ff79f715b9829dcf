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


READ = [START, *(f"{START}export/{form}/" for form in ("xlsx", "csv", "csv-cp932", "yaml"))]


def imports(upload: Upload) -> list[str]:
    page = f"{START}{upload.pk}/"
    return [f"{START}upload/", page, f"{page}faults/", f"{page}again/", f"{page}apply/", f"{page}drop/"]


def statuses(client: Client, addresses: list[str]) -> set[int]:
    return {client.get(a).status_code for a in addresses} | {client.post(a).status_code for a in addresses}


def test_a_stranger_is_sent_to_the_login(client: Client, upload: Upload) -> None:
    for address in [*READ, *imports(upload)]:
        for response in (client.get(address), client.post(address)):
            assert response.headers["Location"].startswith("/staff/login/")


def test_a_salesperson_sees_and_does_nothing_here(sales: Client, upload: Upload) -> None:
    assert statuses(sales, [*READ, *imports(upload)]) == {403}
    assert Upload.objects.exists()


def test_content_staff_take_out_and_in(content: Client, upload: Upload) -> None:
    assert {content.get(address).status_code for address in READ} == {200}
    _, page, faults, *posts = imports(upload)
    assert {content.get(address).status_code for address in (page, faults)} == {200}
    assert {content.get(address).status_code for address in posts} == {405}


def test_an_approver_takes_out_and_nothing_in(approver: Client, upload: Upload) -> None:
    assert {approver.get(address).status_code for address in READ} == {200}
    assert "取り込む範囲" not in approver.get(START).content.decode()
    assert statuses(approver, imports(upload)) == {403}


@pytest.mark.parametrize("missing", ["add_draft", "change_draft"])
def test_who_may_only_add_or_only_change_imports_nothing(
    yamada: User, login: Login, upload: Upload, missing: str
) -> None:
    yamada.groups.clear()
    codes = {"view_draft", "add_draft", "change_draft"} - {missing}
    yamada.user_permissions.add(*Permission.objects.filter(codename__in=codes))
    assert statuses(login(yamada), imports(upload)) == {403}
