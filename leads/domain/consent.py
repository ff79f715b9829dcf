"""The words to which visitors consent. Every version stays, so that what a lead agreed to can be read years later.

Never edit a version that was used: add one and make it CURRENT (a test holds each version's fingerprint)."""

from collections.abc import Mapping
from dataclasses import dataclass

from leads.domain.lead import Kind


@dataclass(frozen=True)
class Version:
    """`collected` names {agency}, {purpose}, {items} and {days}; `reserved` is told with a quote alone."""

    collected: str
    purpose: Mapping[Kind, str]
    items: Mapping[Kind, str]
    reserved: str
    question: str

    def words(self, kind: Kind, agency: str, days: str) -> str:
        """All that is said where consent is asked, a sentence a line."""
        collected = self.collected.format(agency=agency, purpose=self.purpose[kind], items=self.items[kind], days=days)
        return "\n".join([collected, *([self.reserved] if kind is Kind.QUOTE else []), self.question])


VERSIONS = {
    "2026-11": Version(
        collected=(
            "{agency}が、{purpose}のために、{items}をお預かりします。"
            "入力の途中でおやめになった内容は{days}日以内に消去し、お送りいただいた内容はご対応に必要な間だけお預かりします。"
            "個人情報の取り扱いは、当サイトのプライバシーポリシーによります。"
        ),
        purpose={
            Kind.QUOTE: "お見積りの準備とご連絡",
            Kind.CALLBACK: "担当者からのご連絡",
            Kind.URGENT: "担当者からの緊急のご連絡",
        },
        items={
            Kind.QUOTE: "会社名、業種、売上高、過去の事故、認証の有無、お名前とご連絡先、この会話の内容",
            Kind.CALLBACK: "会社名、お名前とご連絡先、この会話の内容",
            Kind.URGENT: "お名前とご連絡先、この会話の内容",
        },
        reserved=(
            "ここでうかがう内容は準備のためのもので、正式な告知ではありません。"
            "告知は、後日の告知事項申告書へのご署名で行われます。"
        ),
        question="上の内容に同意いただける場合は「同意します」とお返事ください。",
    ),
}
CURRENT = "2026-11"
_LESS_TO_MORE = (Kind.URGENT, Kind.CALLBACK, Kind.QUOTE)
"""By what is collected; each holds what the one before it holds."""


def current(kind: Kind, agency: str, days: int) -> str:
    return VERSIONS[CURRENT].words(kind, agency, str(days))


def covers(agreed: Kind, kind: Kind) -> bool:
    """Whether who agreed to the one has agreed to what the other collects."""
    return _LESS_TO_MORE.index(kind) <= _LESS_TO_MORE.index(agreed)


def template(version: str, kind: Kind) -> str | None:
    """A version's words with the agency and the days left open; None for a version that never was."""
    known = VERSIONS.get(version)
    return known.words(kind, "(代理店名)", "(日数)") if known else None
