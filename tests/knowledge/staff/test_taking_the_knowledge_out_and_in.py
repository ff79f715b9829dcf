import csv
import io
import zipfile
from datetime import timedelta
from typing import Any
from urllib.parse import unquote

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.utils import timezone

from knowledge import uploads
from knowledge.domain.schema import Entry
from knowledge.models import Draft, Upload
from tests.knowledge.conftest import Save
from tests.knowledge.exchange.books import book_of, edited, saved
from tests.knowledge.samples import a_corpus, an_entry
from tests.knowledge.staff.exchange_pages import START, book_from, exported, handed_in, shown
from tests.people import Login

pytestmark = pytest.mark.django_db
NEW = an_entry(id="cost.advertising", title="広告宣伝活動費用", questions=["広告の代金"])


@pytest.fixture(autouse=True)
def corpus(save_drafts: Save) -> list[Entry]:
    save_drafts(*a_corpus())
    return a_corpus()


def contents() -> list[Any]:
    return list(Draft.objects.values_list("entry_id", "data", "version"))


def edit(book: Any) -> None:
    book["項目"]["C2"] = "外での紛失"
    book["質問"]["C2"] = "新幹線に端末を忘れた"


def test_the_page_offers_every_kind_with_its_number_of_entries(content: Client) -> None:
    page = shown(content.get(START))
    assert "全体(9件)" in page
    assert "事故の例(2件)" in page
    assert "サービス(0件)" in page


@pytest.mark.parametrize("form", ["xlsx", "csv", "csv-cp932", "yaml"])
def test_a_file_is_named_in_japanese(content: Client, form: str) -> None:
    headers = content.get(f"{START}export/{form}/", {"scope": "scenario"}).headers
    name = unquote(headers["Content-Disposition"])
    assert f"知識ベース_事故の例_{timezone.localtime():%Y%m%d}" in name
    assert "no-store" in headers["Cache-Control"]


def test_one_kind_is_exported_alone(content: Client) -> None:
    kinds = {row[1].value for row in book_from(content, scope="scenario")["項目"].iter_rows(min_row=2)}
    assert kinds == {"事故の例"}


def test_yaml_is_exported_as_an_archive(content: Client) -> None:
    with zipfile.ZipFile(io.BytesIO(exported(content, "yaml"))) as archive:
        assert "flow.inquiry.yml" in archive.namelist()


def test_an_unknown_form_or_kind_is_not_found(content: Client) -> None:
    assert content.get(f"{START}export/pdf/").status_code == 404
    assert content.get(f"{START}export/xlsx/", {"scope": "nai"}).status_code == 404


def test_drafts_that_cannot_be_exported_are_named(content: Client) -> None:
    Draft.objects.create(entry_id="flow.broken", data={"id": "flow.broken", "kind": "flow"})
    page = shown(content.get(f"{START}export/xlsx/"), 409)
    assert "書き出せませんでした。" in page
    assert "flow.broken: title: 必須の項目がありません" in page


def test_a_list_of_which_excel_would_drop_the_end_is_named(content: Client, save_drafts: Save) -> None:
    save_drafts(an_entry(aliases=[f"{number}{'長い呼び方' * 190}" for number in range(40)]))
    for form in ("xlsx", "csv", "csv-cp932"):
        page = shown(content.get(f"{START}export/{form}/", {"anyway": "1"}), 409)
        assert "cost.condolence: 別の呼び方: 多すぎて Excel のセルに入りません。" in page
    assert exported(content, "yaml")


def test_what_cp932_cannot_hold_is_told_before_the_file_is_written(content: Client, save_drafts: Save) -> None:
    save_drafts(an_entry(title="お詫び🍣"))
    page = shown(content.get(f"{START}export/csv-cp932/", {"scope": "cost"}))
    assert "1個のセルに、Shift_JIS の CSV には書けない文字があります。" in page
    assert "E2 cost.condolence 🍣" in page
    text = exported(content, "csv-cp932", scope="cost", anyway="1").decode("cp932")
    assert "お詫び〔U+1F363〕" in text


@pytest.mark.parametrize(
    ("form", "name"), [("xlsx", "a.xlsx"), ("csv", "a.csv"), ("csv-cp932", "a.csv"), ("yaml", "a.zip")]
)
def test_what_was_exported_changes_nothing_when_it_is_imported(content: Client, form: str, name: str) -> None:
    page = shown(content.get(handed_in(content, exported(content, form), name)))
    assert "下書きと同じ内容です。取り込むものはありません。" in page


def test_the_difference_is_shown_and_nothing_is_changed_yet(content: Client) -> None:
    before = contents()
    page = shown(content.get(handed_in(content, edited(edit, [*a_corpus(), NEW]))))
    assert "追加 1件 変更 1件 そのまま 8件 ファイルにない項目 0件" in page
    assert "追加 広告宣伝活動費用 cost.advertising" in page
    assert "いま 外出先でPCや書類を紛失 取り込み後 外での紛失" in page
    assert "質問 － 電車にノートパソコンを置き忘れた" in page
    assert "質問 ＋ 新幹線に端末を忘れた" in page
    assert contents() == before


def test_what_was_confirmed_is_imported_and_the_file_forgotten(content: Client, yamada: User) -> None:
    address = handed_in(content, edited(edit, [*a_corpus(), NEW]))
    page = shown(content.post(f"{address}apply/", follow=True))
    assert "取り込みました(追加1件、変更1件、削除0件)。" in page
    assert Draft.objects.get(entry_id="cost.advertising").updated_by == yamada.username
    assert Draft.objects.get(entry_id="scenario.lost_device").version == 2
    assert not Upload.objects.exists()
    assert content.post(f"{address}apply/").status_code == 404


def test_the_history_of_each_entry_tells_of_the_import(content: Client) -> None:
    without_thanks = [entry for entry in a_corpus() if entry.id != "small_talk.thanks"]
    address = handed_in(content, edited(edit, [*without_thanks, NEW]))
    content.post(f"{address}apply/", {"remove": "on"})
    said = dict(LogEntry.objects.values_list("object_repr", "change_message"))
    assert said == {
        "cost.advertising 広告宣伝活動費用": "「知識.xlsx」から取り込みました。",
        "scenario.lost_device 外での紛失": "「知識.xlsx」の取り込みで変更しました。",
        "small_talk.thanks お礼": "「知識.xlsx」の取り込みで削除しました。",
    }


def test_entries_that_are_not_in_the_file_are_deleted_only_when_the_editor_says_so(content: Client) -> None:
    data = book_of([entry for entry in a_corpus() if entry.id != "small_talk.thanks"])
    address = handed_in(content, data)
    assert "ファイルにない1件を下書きから削除する" in shown(content.get(address))
    content.post(f"{address}apply/")
    assert Draft.objects.filter(entry_id="small_talk.thanks").exists()
    content.post(f"{handed_in(content, data)}apply/", {"remove": "on"})
    assert not Draft.objects.filter(entry_id="small_talk.thanks").exists()


def test_entries_that_others_use_cannot_be_deleted_that_way(content: Client) -> None:
    before = contents()
    address = handed_in(content, book_of([entry for entry in a_corpus() if entry.id != "cost.investigation"]))
    page = shown(content.get(address))
    assert "削除できません。ほかの項目が使っています。" in page
    assert "「項目」!H2: 支払われる費用: 「原因・被害範囲調査費用」(cost.investigation)を使っています" in page
    assert 'name="remove"' not in content.get(address).content.decode()
    content.post(f"{address}apply/", {"remove": "on"})
    assert contents() == before


def test_who_may_not_delete_entries_may_not_do_it_by_a_file(yamada: User, login: Login) -> None:
    yamada.groups.clear()
    codes = ("view_draft", "add_draft", "change_draft")
    yamada.user_permissions.add(*Permission.objects.filter(codename__in=codes))
    client = login(yamada)
    address = handed_in(client, book_of(a_corpus()[:-1]))
    assert "削除する" not in shown(client.get(address))
    assert client.post(f"{address}apply/", {"remove": "on"}).status_code == 403
    assert Draft.objects.filter(entry_id="small_talk.thanks").exists()


def test_every_fault_is_shown_with_its_place_and_nothing_can_be_imported(content: Client) -> None:
    before = contents()

    def spoil(book: Any) -> None:
        edit(book)
        book["項目"]["E3"] = "=D3"
        book["質問"].merge_cells("A5:A6")

    address = handed_in(content, edited(spoil))
    page = shown(content.get(address))
    assert "何も変わっていません。ファイルを直して、もう一度選んでください。" in page
    assert "「項目」!E3 答え: 数式です。計算した結果を、値として貼り付けてください" in page
    assert "「質問」!A5:A6 セルが結合されています。" in page
    content.post(f"{address}apply/")
    assert contents() == before


def test_thousands_of_faults_are_shown_in_part_and_saved_in_full(content: Client) -> None:
    def spoil(book: Any) -> None:
        for number in range(700):
            book["質問"].append(["flow.inquiry", "=れい", f"質問{number}"])

    address = handed_in(content, edited(spoil), "知識 直し中.xlsx")
    page = shown(content.get(address))
    assert "700件の誤りがあります。" in page
    assert "はじめの500件です。" in page
    response = content.get(f"{address}faults/")
    assert "誤りの一覧_知識 直し中.xlsx.csv" in unquote(response.headers["Content-Disposition"])
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert rows[0] == ["場所", "直すところ"]
    assert len(rows) == 701


def test_a_draft_that_somebody_saved_in_between_stops_the_import_and_is_named(content: Client) -> None:
    address = handed_in(content, edited(edit))
    draft = Draft.objects.get(entry_id="scenario.lost_device")
    draft.data["title"] = "紛失(伊藤)"
    draft.save()
    before = contents()
    page = shown(content.post(f"{address}apply/", follow=True))
    assert "取り込みませんでした。確かめたあとに、「紛失(伊藤)」が変更されました。もう一度確かめてください。" in page
    assert contents() == before
    page = shown(content.post(f"{address}again/", follow=True))
    assert "いま 紛失(伊藤) 取り込み後 外での紛失" in page
    content.post(f"{address}apply/")
    assert Draft.objects.get(entry_id="scenario.lost_device").title == "外での紛失"


def test_a_file_may_be_dropped(content: Client) -> None:
    address = handed_in(content, edited(edit))
    assert "何も変わっていません。" in shown(content.post(f"{address}drop/", follow=True))
    assert not Upload.objects.exists()


def test_files_that_wait_are_offered_again_for_a_day(content: Client, yamada: User) -> None:
    address = handed_in(content, edited(edit))
    assert address in content.get(START).content.decode()
    Upload.objects.update(made_at=timezone.now() - uploads.KEPT - timedelta(minutes=1))
    assert address not in content.get(START).content.decode()
    assert not Upload.objects.exists()


def test_the_file_of_another_is_not_found(content: Client, ito: User, login: Login) -> None:
    address = handed_in(content, edited(edit))
    other = login(ito)
    assert other.get(address).status_code == 404
    assert other.get(f"{address}faults/").status_code == 404
    assert [other.post(f"{address}{what}/").status_code for what in ("apply", "again", "drop")] == [404] * 3
    assert address not in other.get(START).content.decode()


def test_no_file_is_told(content: Client) -> None:
    assert "取り込むファイルを選んでください。" in shown(content.post(f"{START}upload/", follow=True))


def test_a_large_difference_is_shown_page_by_page(content: Client) -> None:
    new = [an_entry(id=f"cost.n{number:03}", questions=[f"{number}番の費用"]) for number in range(60)]
    address = handed_in(content, book_of([*a_corpus(), *new]))
    assert "cost.n000" in shown(content.get(address))
    assert "cost.n059" not in shown(content.get(address))
    assert "cost.n059" in shown(content.get(address, {"p": "2"}))


def test_what_a_file_says_is_never_markup(content: Client) -> None:
    def spoil(book: Any) -> None:
        book["項目"]["C2"] = "<script>alert(1)</script>"

    page = content.get(handed_in(content, edited(spoil), "<b>.xlsx")).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
    assert "<b>.xlsx" not in page


def test_the_whole_shipped_way_with_excel(content: Client) -> None:
    """Export, edit in Excel, import, export again: the edit is there, and nothing else has changed."""
    book = book_from(content)
    book["質問"].append(["flow.inquiry", "質問", "窓口はどこですか"])
    content.post(f"{handed_in(content, saved(book))}apply/")
    after = [tuple(cell.value for cell in row) for row in book_from(content)["質問"].iter_rows(min_row=2)]
    before = [(e.id, "質問", q) for e in a_corpus() for q in e.questions]
    assert {row for row in after if row[1] == "質問"} == {*before, ("flow.inquiry", "質問", "窓口はどこですか")}
