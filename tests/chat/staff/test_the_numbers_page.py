import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from knowledge.models import Draft
from leads.models import FormProgress
from tests.chat.staff.conftest import Asked
from tests.leads.staff.samples import a_lead

pytestmark = pytest.mark.django_db

NOTHING_YET = "まだ数字がありません"


@pytest.fixture
def busy(asked: Asked, in_vain: Callable[..., None]) -> None:
    """An installation of which there is something to tell."""
    Draft.objects.create(entry_id="scenario.contractor_leak", data={"kind": "scenario", "title": "委託先の漏えい"})
    asked(1234, "listed", "scenario.contractor_leak", conversations=300, helpful=8, unhelpful=2)
    in_vain("<b>身代金</b>は出ますか", 4)
    FormProgress.objects.create(day=timezone.localdate(), kind="quote", reached="industry", end="cancelled")
    a_lead(created_at=timezone.now(), grade="B", status="won")


def page(client: Client) -> str:
    return client.get("/staff/numbers/").content.decode()


def words(html: str) -> str:
    """What a reader or a screen reader meets of it, one space between."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def section(html: str, heading: str) -> str:
    """The words of the section under this heading."""
    (found,) = [part for part in html.split("<section") if f">{heading}</h2>" in part]
    return words(found.split("</section>")[0])


def test_a_new_installation_says_that_there_is_nothing_yet(content: Client) -> None:
    shown = page(content)
    assert NOTHING_YET in shown
    assert "<table" not in shown


def test_a_period_without_anything_says_so_at_each_place(content: Client, asked: Asked) -> None:
    asked(1, ago=80)
    shown = page(content)
    assert NOTHING_YET not in shown
    assert "この期間に回答に使われた項目はありません。" in shown
    assert "この期間に始まったフォームはありません。" in shown
    assert "この期間に、答えられないまま残っている質問はありません。" in shown


def test_every_figure_is_there_in_words(content: Client, busy: None) -> None:
    shown = page(content)
    assert "質問 1,234 件 会話 300 件 役に立った 8 件 役に立たなかった 2 件" in words(shown)
    assert "掲載あり 1,234 100.0%" in section(shown, "判定の内訳")
    assert "委託先の漏えい 1,234 0" in section(shown, "よく使われた項目")
    assert "見積り 開始 1件のうち、送信 0件(0.0%)、中止 1件、途中 0件" in section(shown, "フォームの進み具合")
    assert "同意 1 0 0 会社名 1 0 0 業種 1 1 0 年間売上高 0 0 0" in section(shown, "フォームの進み具合")
    assert "ランクB 1 1 0 0" in section(shown, "見込み客のランク")
    assert "成約 1" in section(shown, "見込み客の状況")


def test_the_columns_of_the_days_have_a_table_of_their_figures(content: Client, busy: None) -> None:
    shown = section(page(content), "日ごとの質問")
    today = timezone.localdate()
    assert "日ごとの数を表で見る" in shown
    assert re.search(rf"日 質問 {today.month}/{today.day}\(.\) 1,234 ", shown)


def test_an_entry_leads_to_its_page(content: Client, busy: None) -> None:
    draft = Draft.objects.get()
    assert f'<a href="/staff/knowledge/draft/{draft.pk}/change/">委託先の漏えい</a>' in page(content)


def test_what_visitors_wrote_is_shown_as_written(content: Client, busy: None) -> None:
    shown = page(content)
    assert "&lt;b&gt;身代金&lt;/b&gt;は出ますか" in shown
    assert "<b>身代金" not in shown


def test_nothing_personal_of_a_lead_is_on_it(content: Client, busy: None) -> None:
    shown = page(content)
    assert not re.search("山田製作所|佐藤|03-0000-1234|H-2611", shown)


def test_it_keeps_to_the_content_security_policy(content: Client, busy: None) -> None:
    shown = page(content)
    assert not re.search(r"\sstyle=|<style|\son\w+=|<script(?![^>]*\ssrc=)", shown)


def test_it_reads_no_conversation(content: Client, busy: None) -> None:
    """So it is as quick however much has been said."""
    with CaptureQueriesContext(connection) as queries:
        page(content)
    assert not [query for query in queries.captured_queries if "chat_turn" in query["sql"]]
    assert len(queries) <= 20
