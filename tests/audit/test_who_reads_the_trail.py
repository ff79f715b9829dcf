"""The auditors and nobody else, and their reading is on record."""

import csv
import io

import pytest
from django.contrib.auth.models import User
from django.test import Client
from openpyxl import load_workbook

from audit.models import Record
from audit.recording import record
from audit.vocabulary import Did, Kind
from tests.audit.trail import trail
from tests.leads.staff.pages import page_of
from tests.leads.staff.samples import a_lead
from tests.people import logged_in, member

pytestmark = pytest.mark.django_db
TRAIL = "/staff/audit/record/"
PAGES = (TRAIL, f"{TRAIL}export/csv/", f"{TRAIL}export/xlsx/")


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("group", ["sales", "content", "approver"])
def test_other_staff_are_refused(group: str, address: str) -> None:
    assert logged_in(member("mori", "森 剛", group)).get(address).status_code == 403


@pytest.mark.parametrize("address", PAGES)
def test_so_is_who_may_do_all_else(admin_client: Client, address: str) -> None:
    assert admin_client.get(address).status_code == 403
    assert TRAIL not in admin_client.get("/staff/").content.decode()


@pytest.mark.parametrize("address", PAGES)
def test_so_is_who_is_not_logged_in(client: Client, address: str) -> None:
    assert client.get(address).headers["Location"].startswith("/staff/login/")


def test_an_auditor_reads_what_was_done_in_japanese(auditor: Client, sales: Client) -> None:
    sales.get(page_of(a_lead()))
    page = auditor.get(TRAIL).content.decode()
    for said in ("閲覧した", "見込み客 H-2611-0001", ": sato", "ログインした", "Excel", "監査記録"):
        assert said in page
    assert TRAIL in auditor.get("/staff/").content.decode()


@pytest.mark.parametrize("address", [f"{TRAIL}add/", f"{TRAIL}1/change/", f"{TRAIL}1/delete/", f"{TRAIL}1/history/"])
def test_there_is_no_page_that_adds_changes_or_deletes(auditor: Client, address: str) -> None:
    record(Did.SAW, Kind.LEAD, "H-1")
    assert auditor.get(address).status_code == 404
    assert auditor.post(address, {"post": "yes"}).status_code == 404


def test_an_auditor_sees_no_lead(auditor: Client) -> None:
    assert auditor.get(page_of(a_lead())).status_code == 403


@pytest.mark.parametrize(
    ("narrowed", "found"),
    [
        ({"did__exact": "saw"}, ["H-1"]),
        ({"kind__exact": "entry"}, ["flow.parking"]),
        ({"q": "H-2"}, ["H-2"]),
        ({"user_name": "yamada"}, ["flow.parking"]),
        ({"q": "yamada"}, ["flow.parking"]),
        ({"at__year": "1999"}, []),
    ],
)
def test_the_list_is_narrowed_by_who_what_when_and_which(
    auditor: Client, narrowed: dict[str, str], found: list[str]
) -> None:
    record(Did.SAW, Kind.LEAD, "H-1", by="sato")
    record(Did.EXPORTED, Kind.LEAD, "H-2", by="sato")
    record(Did.CHANGED, Kind.ENTRY, "flow.parking", by="yamada")
    listed = auditor.get(TRAIL, narrowed).context_data["cl"].result_list  # type: ignore[attr-defined]
    assert [row.ids for row in listed if row.kind != Kind.USER] == found


def test_an_export_of_many_leads_is_found_by_each_of_them(auditor: Client) -> None:
    record(Did.EXPORTED, Kind.LEAD, *(f"H-{n}" for n in range(100, 200)), count=100)
    page = auditor.get(TRAIL, {"q": "H-177"}).content.decode()
    assert "H-100 H-101 H-102 ほか97件" in page


def test_reading_the_trail_is_recorded(auditor: Client) -> None:
    auditor.get(TRAIL, {"did__exact": "saw", "q": "H-1"})
    auditor.get(f"{TRAIL}export/csv/")
    assert [(who, did, kind) for who, did, kind, _, _ in trail(Did.SEARCHED, Did.EXPORTED)] == [
        ("nakamura", Did.SEARCHED, Kind.AUDIT),
        ("nakamura", Did.EXPORTED, Kind.AUDIT),
    ]


def rows_of(auditor: Client, form: str) -> list[list[str]]:
    content = auditor.get(f"{TRAIL}export/{form}/").content
    if form == "csv":
        return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    rows = load_workbook(io.BytesIO(content)).worksheets[0].iter_rows(values_only=True)
    return [[str(cell or "") for cell in row] for row in rows]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_file_holds_every_row_and_no_formula(auditor: Client, form: str) -> None:
    evil = User.objects.create_user("@SUM(A1)", is_staff=True)
    record(Did.SAW, Kind.LEAD, "H-1", user=evil)
    headings, *rows = rows_of(auditor, form)
    assert headings == ["番号", "日時", "利用者", "操作", "対象", "内容", "接続元", "連鎖値"]
    assert len(rows) == Record.objects.exclude(did=Did.EXPORTED).count()
    assert any("@SUM(A1)" in cell for row in rows for cell in row)
    assert not [cell for row in rows for cell in row if cell[:1] in "=+-@" and cell]
