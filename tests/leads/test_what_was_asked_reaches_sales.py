"""What the visitor asked, and how it was answered, stands in the e-mail and in the export of the lead."""

from leads.domain.lead import Lead
from leads.domain.plain_text import as_text
from leads.domain.rows import HEADINGS, row
from tests.leads.staff.samples import AT, QUESTION, content

TITLES = {"scenario.contractor_leak": "委託先からの情報漏えい"}
VAGUE = {"text": "大丈夫ですか", "verdict": "none", "entries": [], "at": AT.isoformat()}


def lead(**changes: object) -> Lead:
    return Lead.model_validate(content(**changes))


def exported(lead: Lead, heading: str) -> object:
    return dict(zip(HEADINGS, row(lead, TITLES, None), strict=True))[heading]


def test_the_e_mail_tells_when_it_was_asked_and_how_it_was_answered() -> None:
    assert "2026-11-20 10:05 「委託先から漏えいした場合は対象ですか」 → 掲載あり" in as_text(lead()).splitlines()


def test_the_e_mail_says_when_nothing_was_asked() -> None:
    assert "■ ご質問とお答え\n(ありません)\n" in as_text(lead(questions=[]))


def test_what_was_not_answered_stands_apart() -> None:
    assert "■ お答えできていないご質問\n・身代金は対象ですか\n" in as_text(lead())
    assert "■ お答えできていないご質問" not in as_text(lead(unanswered=[]))


def test_the_export_names_the_entries_that_answered_by_their_title() -> None:
    gone = QUESTION | {"text": "誤送信は対象ですか", "entries": ["scenario.gone"]}
    assert exported(lead(questions=[QUESTION, gone, VAGUE]), "ご質問とお答え") == (
        "委託先から漏えいした場合は対象ですか → 掲載あり(委託先からの情報漏えい)\n"
        "誤送信は対象ですか → 掲載あり(scenario.gone)\n"
        "大丈夫ですか → 回答なし"
    )


def test_sales_that_were_only_said_are_told_as_they_were_said() -> None:
    text = as_text(lead(annual_sales_yen=None, annual_sales_as_said="1億円以上5億円未満"))
    assert "年間売上高: 1億円以上5億円未満" in text.splitlines()
