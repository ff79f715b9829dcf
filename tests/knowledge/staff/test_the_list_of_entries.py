from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import DjangoAssertNumQueries

from knowledge import editing
from knowledge.models import Draft, Release
from tests.knowledge.conftest import Save
from tests.knowledge.samples import an_entry
from tests.knowledge.staff.entry_pages import ENTRIES, draft_of, listed, shown

pytestmark = pytest.mark.django_db
MANY = [f"質問その{n}です" for n in range(30)]


def measured(entry_id: str, share: float) -> None:
    Draft.objects.filter(entry_id=entry_id).update(found_share=share)


def test_a_row_says_what_kind_it_is_and_how_it_stands(content: Client, release: Release, yamada: User) -> None:
    draft = draft_of("scenario.lost_device")
    editing.save(draft.entry_id, 1, {**draft.data, "title": "PCや書類の紛失"}, "yamada")
    measured(draft.entry_id, 0.923)
    page = shown(content, ENTRIES, q="PCや書類の紛失")
    for words in ("事故の例", "変更あり", "92 %", "山田 花子", "公開中", "新規"):
        assert words in page


def test_what_is_found_worst_stands_first_then_what_has_few_questions(content: Client, save_drafts: Save) -> None:
    save_drafts(
        an_entry(id="cost.good", title="よく見つかる"),
        an_entry(id="cost.bad", title="見つからない", questions=["a", "b"]),
        an_entry(id="cost.many", title="質問が多い", questions=MANY),
        an_entry(id="cost.few", title="質問が少ない", questions=["c"]),
    )
    measured("cost.good", 0.95)
    measured("cost.bad", 0.4)
    assert listed(content) == ["見つからない", "よく見つかる", "質問が少ない", "質問が多い"]


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ({"kind": "cost"}, ["原因・被害範囲調査費用", "見舞金"]),
        ({"state": "new"}, ["見舞金"]),
        ({"state": "changed"}, ["お電話でのお問い合わせ"]),
        ({"state": "live", "kind": "liability"}, ["法律上の損害賠償金"]),
        ({"state": "out"}, ["見舞金"]),
        ({"found": "weak", "kind": "liability"}, ["法律上の損害賠償金"]),
        ({"q": "ノートパソコン　電車"}, ["外出先でPCや書類を紛失"]),
        ({"q": "ﾉｰﾄﾊﾟｿｺﾝ"}, ["外出先でPCや書類を紛失"]),
        ({"q": "pc"}, ["外出先でPCや書類を紛失"]),
        ({"q": "SCENARIO.lost"}, ["外出先でPCや書類を紛失"]),
        ({"q": "ノートパソコン 火災"}, []),
        ({"q": "100%"}, []),
    ],
)
def test_the_list_is_narrowed_down(
    content: Client, release: Release, save_drafts: Save, query: dict[str, str], titles: list[str]
) -> None:
    ended = timezone.localdate() - timedelta(days=1)
    save_drafts(an_entry(title="見舞金", valid_until=ended.isoformat()))
    inquiry = draft_of("flow.inquiry")
    editing.save("flow.inquiry", 1, {**inquiry.data, "title": "お電話でのお問い合わせ"}, "yamada")
    assert listed(content, **query) == titles


def test_an_entry_out_of_its_period_says_so(content: Client, save_drafts: Save) -> None:
    today = timezone.localdate()
    yesterday, tomorrow = today - timedelta(days=1), today + timedelta(days=1)
    save_drafts(
        an_entry(id="cost.ended", valid_until=yesterday.isoformat(), questions=["a"]),
        an_entry(id="cost.later", valid_from=tomorrow.isoformat(), questions=["b"]),
        an_entry(id="cost.now", valid_from=today.isoformat(), valid_until=today.isoformat(), questions=["c"]),
    )
    page = shown(content, ENTRIES)
    assert f"期間外({yesterday}に終了)" in page
    assert f"期間外({tomorrow}から)" in page
    assert page.count("期間外(") == 2


def test_an_unknown_filter_changes_nothing(content: Client, release: Release) -> None:
    assert len(listed(content, state="x", found="y", kind="cost")) == 1


def test_the_list_reads_no_content_and_asks_nothing_for_each_row(
    content: Client, save_drafts: Save, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    save_drafts(*(an_entry(id=f"cost.n{n}", questions=[f"質問{n}"]) for n in range(30)))
    with django_assert_num_queries(13) as captured:
        shown(content, ENTRIES)
    reading = [query["sql"] for query in captured.captured_queries if "knowledge_draft" in query["sql"]]
    assert not any(f'"knowledge_draft"."{name}"' in sql for sql in reading for name in ("data", "search_text"))
