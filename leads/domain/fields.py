"""The fields of the form: their order, which of them a kind of lead asks, and what they are called."""

import re
from dataclasses import dataclass
from enum import StrEnum

from leads.domain import consent
from leads.domain.lead import Kind


class Field(StrEnum):
    CONSENT = "consent"
    COMPANY = "company"
    INDUSTRY = "industry"
    ANNUAL_SALES = "annual_sales"
    FISCAL_PERIOD = "fiscal_period"
    PAST_INCIDENTS = "past_incidents"
    INCIDENT_DETAILS = "incident_details"
    CERTIFICATIONS = "certifications"
    CONTACT_NAME = "contact_name"
    EMAIL = "email"
    PHONE = "phone"
    PREFERRED_TIME = "preferred_time"
    REVIEW = "review"


ASKED = {
    Kind.QUOTE: tuple(Field),
    Kind.CALLBACK: (
        Field.CONSENT,
        Field.COMPANY,
        Field.CONTACT_NAME,
        Field.EMAIL,
        Field.PHONE,
        Field.REVIEW,
    ),
    Kind.URGENT: (Field.CONSENT, Field.CONTACT_NAME, Field.PHONE, Field.EMAIL),
}
"""In order. An urgent lead is sent as soon as somebody can be reached: without a review."""


@dataclass(frozen=True)
class Spec:
    """`label` names the field to people; `mention` is how they name it back; `reason` says why it is asked."""

    label: str
    question: str
    reason: str
    mention: str
    buttons: tuple[str, ...] = ()
    optional: bool = False
    again: str = ""

    def mentioned(self, text: str) -> re.Match[str] | None:
        return re.search(self.mention, text) if self.mention else None


SPECS = {
    Field.CONSENT: Spec(
        label="同意",
        question=consent.VERSIONS[consent.CURRENT].question,
        reason="お名前やご連絡先をうかがう前に、利用目的をお伝えしてご同意をいただくためです。",
        mention="",
        buttons=("同意します", "同意しません"),
        again="「同意します」または「同意しません」でお返事ください。",
    ),
    Field.COMPANY: Spec(
        label="会社名",
        question="会社名をお知らせください。",
        reason="担当者がどちらの会社様かを確かめ、お見積りの準備をするためです。",
        mention="会社名|社名|会社の名前|法人名|屋号",
        again="会社名だけを、「株式会社○○」のようにお書きください。個人事業の方は屋号やお名前で結構です。",
    ),
    Field.INDUSTRY: Spec(
        label="業種",
        question="業種をお知らせください。「建設業」「病院」「通販」のような書き方で結構です。",
        reason="業種は、お見積りの際に引受保険会社が確認する項目の一つと考えられるためです。",
        mention="業種|業界",
        buttons=("製造業", "建設業", "情報通信業", "卸売業・小売業", "医療・福祉", "その他のサービス業"),
        again="業種を読み取れませんでした。近いものをお選びいただくか、「運送業」のようにお書きください。",
    ),
    Field.ANNUAL_SALES: Spec(
        label="年間売上高",
        question="直近の年間売上高をお知らせください。「3億5千万円」のように、おおよそで結構です。",
        reason="売上高などは、お見積りの前に確認する告知の項目だからです。正式な告知は、後日の告知事項申告書で行います。",
        mention="売上|売り上げ|年商|うりあげ",
        again="金額を読み取れませんでした。「8,000万円」のように、単位をつけてお書きください。",
    ),
    Field.FISCAL_PERIOD: Spec(
        label="売上高の対象年度",
        question="いまの売上高は、いつの決算のものですか。「2026年3月期」のようにお書きください。省略もできます。",
        reason="どの年度の売上高かが分かると、担当者からの確認が少なくて済むためです。",
        mention="(?:売上高?の)?(?:対象年度|決算|年度|会計期間)",
        buttons=("スキップ",),
        optional=True,
        again="「2026年3月期」「3月決算」のようにお書きいただくか、「スキップ」とお返事ください。",
    ),
    Field.PAST_INCIDENTS: Spec(
        label="過去5年の事故",
        question="過去5年の間に、情報漏えいなどの事故や、そのおそれはありましたか。",
        reason="過去の事故歴は、お見積りの前に確認する告知の項目だからです。ここでのお返事は準備のためのもので、告知そのものではありません。",
        mention="過去[5五]年(?:間)?の事故|過去の事故|事故歴|事故の有無|事故",
        buttons=("ない", "ある", "わからない"),
        again="「ない」「ある」「わからない」のいずれかでお返事ください。",
    ),
    Field.INCIDENT_DETAILS: Spec(
        label="事故の内容",
        question="いつ頃、どのようなことがあったか、分かる範囲でお書きください。",
        reason="時期と内容が分かると、担当者が引受保険会社への確認を準備できるためです。",
        mention="事故の内容|事故の詳細|事故の時期|事故内容",
        again="「2年前に顧客リストをメールで誤送信した。対応は終わっている」のようにお書きください。",
    ),
    Field.CERTIFICATIONS: Spec(
        label="認証",
        question="ISMS(ISO/IEC 27001)やプライバシーマークなどの認証はお持ちですか。",
        reason="認証の有無は、お見積りの参考になるためです。割引をお約束するものではありません。",
        mention="認証|ISMS|アイエスエムエス|ISO|Pマーク|プライバシーマーク",
        buttons=("ISMS(ISO/IEC 27001)", "プライバシーマーク", "取得準備中", "ない"),
        again="「ISMS」「プライバシーマーク」「取得準備中」「ない」のようにお返事ください。複数でも結構です。",
    ),
    Field.CONTACT_NAME: Spec(
        label="ご担当者",
        question="ご担当の方のお名前をお知らせください。",
        reason="ご連絡の際に、どなたをお呼びすればよいかを知るためです。",
        mention="お?名前|氏名|担当者名|ご?担当者?の(?:名|方)|担当者?(?=[をがは、:：])|窓口(?=[をがは:：])",
        again="お名前だけを、「佐藤」「佐藤花子」のようにお書きください。",
    ),
    Field.EMAIL: Spec(
        label="メールアドレス",
        question="ご連絡先のメールアドレスをお知らせください。お電話だけをご希望でしたら「スキップ」とお返事ください。",
        reason="担当者からご連絡するためです。メールかお電話のどちらか一つで結構です。",
        mention="メール|アドレス|mail|Mail|MAIL",
        buttons=("スキップ",),
        again="メールアドレスを読み取れませんでした。「taro@example.co.jp」のようにお書きください。",
    ),
    Field.PHONE: Spec(
        label="電話番号",
        question="お電話番号をお知らせください。",
        reason="担当者からご連絡するためです。メールかお電話のどちらか一つで結構です。",
        mention="電話|でんわ|TEL|Tel|tel|携帯|連絡先の番号",
        again="電話番号を読み取れませんでした。「03-1234-5678」のように、市外局番からお書きください。",
    ),
    Field.PREFERRED_TIME: Spec(
        label="ご連絡の希望時間",
        question="ご連絡のご希望の時間帯がございましたら、お知らせください。省略もできます。",
        reason="ご都合のよい時間にご連絡するためです。",
        mention="連絡の希望時間|時間帯|希望時間|希望の時間|連絡時間|連絡の時間",
        buttons=("平日の午前", "平日の午後", "いつでもよい", "スキップ"),
        optional=True,
        again="「平日の午前」「14時以降」のようにお書きいただくか、「スキップ」とお返事ください。",
    ),
    Field.REVIEW: Spec(
        label="内容の確認",
        question="よろしければ「送信」を、直すところがあればその項目を押してください。",
        reason="お送りいただく前に、内容をお確かめいただくためです。",
        mention="",
        again="よろしければ「送信」と、直すところがあれば「会社名を直す」のようにお返事ください。",
    ),
}
