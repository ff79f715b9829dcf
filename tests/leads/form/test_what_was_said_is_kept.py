"""A readable answer counts whatever else is said beside it, and whatever the dialogue engine takes it for."""

import pytest

from leads.domain.fields import Field
from tests.leads.form.talk import quote_until

pytestmark = pytest.mark.slow

COMPANY, NAME, PHONE = Field.COMPANY, Field.CONTACT_NAME, Field.PHONE
PAST, CERTIFICATIONS, PERIOD = Field.PAST_INCIDENTS, Field.CERTIFICATIONS, Field.FISCAL_PERIOD

SURE_COMPANIES = {
    "株式会社ABC": "株式会社ABC",
    "ABC株式会社": "ABC株式会社",
    "株式会社ABCです": "株式会社ABC",
    "税理士法人みらい": "税理士法人みらい",
    "会社名は税理士法人みらいです": "税理士法人みらい",
    "学校法人青空学園": "学校法人青空学園",
    "宗教法人青空寺": "宗教法人青空寺",
    "医療法人社団みどり会": "医療法人社団みどり会",
    "株式会社新しい": "株式会社新しい",
    "株式会社保険サービス": "株式会社保険サービス",
    "株式会社リスクマネジメント": "株式会社リスクマネジメント",
    "株式会社サイバーリンク": "株式会社サイバーリンク",
    "個人事業主です": "個人事業主",
    "屋号はサイバー工房です": "サイバー工房",
    "会社名ですか？山田製作所です": "山田製作所",
}
SEVERAL = [
    (COMPANY, "佐藤です。会社は山田製作所です", {COMPANY: "山田製作所", NAME: "佐藤"}),
    (COMPANY, "夫の会社なので、山田製作所です", {COMPANY: "山田製作所"}),
    (COMPANY, "山田商店、去年メールを誤送信してしまって心配で", {COMPANY: "山田商店"}),
    (COMPANY, "山田建設、社員20人、売上は2億円くらいで事故はありません", {COMPANY: "山田建設", PAST: "なし"}),
    (
        COMPANY,
        "山田製作所です。製造業で従業員30名、年商は約3億円です。",
        {COMPANY: "山田製作所", Field.INDUSTRY: "製造業"},
    ),
    (COMPANY, "株式会社オメガの林 09012345678", {COMPANY: "株式会社オメガ", NAME: "林", PHONE: "090-1234-5678"}),
    (COMPANY, "株式会社オメガ 林", {COMPANY: "株式会社オメガ", NAME: "林"}),
    (COMPANY, "㈱山田製作所 佐藤", {COMPANY: "㈱山田製作所", NAME: "佐藤"}),
    (
        COMPANY,
        "株式会社山田、製造業、年商5億、3月決算です",
        {COMPANY: "株式会社山田", Field.INDUSTRY: "製造業", PERIOD: "3月決算"},
    ),
    (
        COMPANY,
        "会社名：㈱テスト 業種：IT 売上：3億円 担当：田中",
        {COMPANY: "㈱テスト", Field.INDUSTRY: "情報通信業", NAME: "田中"},
    ),
    (COMPANY, "個人でYouTuberやってます、屋号はケンチャンネルです", {COMPANY: "ケンチャンネル"}),
    (COMPANY, "㈱さくら食品、食品の製造です", {COMPANY: "㈱さくら食品", Field.INDUSTRY: "製造業"}),
    (
        COMPANY,
        "株式会社みなと、事務機の販売をしています",
        {COMPANY: "株式会社みなと", Field.INDUSTRY: "卸売業，小売業"},
    ),
    (COMPANY, "山田、製造業です", {COMPANY: "山田", NAME: None}),
    (PAST, "ない。電話ください 03-1234-5678", {PAST: "なし", PHONE: "03-1234-5678"}),
    (Field.ANNUAL_SALES, "2025年3月期で3億2千万円", {PERIOD: "2025年3月期"}),
    (Field.ANNUAL_SALES, "3億。2025年12月期です", {PERIOD: "2025年12月期"}),
    (Field.ANNUAL_SALES, "3億、事故なし、認証なし", {PAST: "なし", CERTIFICATIONS: "なし"}),
    (PERIOD, "3月決算です。事故は5年間ありません", {PERIOD: "3月決算", PAST: "なし"}),
    (PAST, "いいえ、ありません。ISMSもないです", {PAST: "なし", CERTIFICATIONS: "なし"}),
    (CERTIFICATIONS, "ISMSのみ、担当は小川です", {CERTIFICATIONS: "ISMS(ISO/IEC 27001)", NAME: "小川"}),
    (NAME, "窓口は総務の林ですが、決裁は社長の森です", {NAME: "林"}),
    (
        NAME,
        "佐藤、sato@a.jp、090-1111-2222、平日午前",
        {NAME: "佐藤", Field.EMAIL: "sato@a.jp", PHONE: "090-1111-2222", Field.PREFERRED_TIME: "平日午前"},
    ),
    (
        NAME,
        "佐藤 03-1234-5678 午前中希望",
        {NAME: "佐藤", PHONE: "03-1234-5678", Field.PREFERRED_TIME: "午前中希望"},
    ),
    (
        Field.EMAIL,
        "ogawa@example.co.jpと090-8888-7777",
        {Field.EMAIL: "ogawa@example.co.jp", PHONE: "090-8888-7777"},
    ),
    (
        PHONE,
        "09012345678です、夕方以降でお願いします",
        {PHONE: "090-1234-5678", Field.PREFERRED_TIME: "夕方以降"},
    ),
    (PHONE, "03-1234-5678、内線305", {PHONE: "03-1234-5678 内線305"}),
    (
        CERTIFICATIONS,
        "プライバシーマークは取得済みで、ISMSは準備中",
        {CERTIFICATIONS: "プライバシーマーク、取得準備中"},
    ),
    (PAST, "事故はありません、ただ去年一度感染しました", {PAST: "あり"}),
    (PAST, "10年前にウイルス感染しましたが、5年以内はありません", {PAST: "なし"}),
    (PAST, "事故はないです。電話対応で情報漏れが一件ありました", {PAST: "あり"}),
]
NO_VALUE = [
    (COMPANY, "東京都千代田区、小売業です"),
    (COMPANY, "社員10名、売上3億です"),
    (COMPANY, "担当は佐藤です"),
    (COMPANY, "会社名は言いたくないんですが"),
    (COMPANY, "全部やめたい"),
    (COMPANY, "うちは農家です"),
    (COMPANY, "バカ"),
    (COMPANY, "あああああ"),
    (NAME, "まだ決まっていません、あとで"),
    (NAME, "michael.smith あっと example.com"),
    (PERIOD, "13月期"),
    (PERIOD, "2050年3月期"),
    (PAST, "6年前に一度ありました"),
    (PAST, "ないわけではない"),
    (Field.INCIDENT_DETAILS, "そのまま"),
    (Field.INCIDENT_DETAILS, "2回"),
]
ASKING_TOO = [
    (COMPANY, "山田製作所。ところで委託先の漏えいは補償されますか？", "山田製作所"),
    (Field.INDUSTRY, "製造業です。ちなみに身代金は出ますか？", "製造業"),
    (CERTIFICATIONS, "ISMS取得済み。割引はありますか？", "ISMS(ISO/IEC 27001)"),
]


@pytest.mark.parametrize(("text", "name"), SURE_COMPANIES.items())
def test_a_company_is_no_question_whatever_the_engine_says(text: str, name: str) -> None:
    talk = quote_until(COMPANY)
    talk.say(text, asks_something=True)
    assert talk.shown(COMPANY) == name
    assert talk.outcome is not None
    assert not talk.outcome.digression


@pytest.mark.parametrize("text", ["サイバー攻撃への備え", "情報漏えい"])
def test_what_only_the_engine_takes_for_a_question_is_one_where_no_company_is_named(text: str) -> None:
    talk = quote_until(COMPANY)
    talk.say(text, asks_something=True)
    assert talk.shown(COMPANY) is None
    assert talk.outcome is not None
    assert talk.outcome.digression


@pytest.mark.parametrize(
    ("asked", "text"), [(NAME, "佐藤花子"), (PERIOD, "2026年3月期"), (Field.PREFERRED_TIME, "平日の午前")]
)
def test_a_readable_answer_wins_over_the_engine(asked: Field, text: str) -> None:
    talk = quote_until(asked)
    talk.say(text, asks_something=True)
    assert talk.shown(asked) == text


@pytest.mark.parametrize(("asked", "text", "answers"), SEVERAL)
def test_each_answer_of_a_message_is_kept(asked: Field, text: str, answers: dict[Field, str | None]) -> None:
    talk = quote_until(asked)
    talk.say(text)
    assert {field: talk.shown(field) for field in answers} == answers


@pytest.mark.parametrize(
    ("asked", "text", "yen"),
    [
        (COMPANY, "山田建設、社員20人、売上は2億3千万円くらいで事故はありません", "230,000,000円"),
        (COMPANY, "株式会社山田製作所、製造業、3億、3月決算", "300,000,000円"),
        (Field.INDUSTRY, "製造業で年商5億です", "500,000,000円"),
        (Field.ANNUAL_SALES, "3億。2025年12月期です", "300,000,000円"),
        (Field.ANNUAL_SALES, "3億、事故なし、認証なし", "300,000,000円"),
        (Field.ANNUAL_SALES, "3億円です。ところで保険料はいくらですか？", "300,000,000円"),
        (Field.ANNUAL_SALES, "さんおくえん", "300,000,000円"),
        (Field.ANNUAL_SALES, "ごせんまんえんくらいです", "50,000,000円"),
        (Field.ANNUAL_SALES, "2億3千", "230,000,000円"),
        (Field.ANNUAL_SALES, "2億3千ぐらいかな", "230,000,000円"),
        (Field.ANNUAL_SALES, "まあ5千万くらいかな、赤字だけど", "50,000,000円"),
    ],
)
def test_sales_said_beside_something_else_are_echoed(asked: Field, text: str, yen: str) -> None:
    talk = quote_until(asked)
    assert yen in talk.say(text)
    assert talk.form.echo is not None


@pytest.mark.parametrize(("asked", "text"), NO_VALUE)
def test_what_is_no_answer_becomes_no_value(asked: Field, text: str) -> None:
    talk = quote_until(PAST if asked is Field.INCIDENT_DETAILS else asked)
    if asked is Field.INCIDENT_DETAILS:
        talk.say("ある")
    talk.say(text)
    assert talk.shown(asked) is None


@pytest.mark.parametrize(("asked", "text", "shown"), ASKING_TOO)
def test_an_answer_counts_and_the_question_behind_it_is_answered(asked: Field, text: str, shown: str) -> None:
    talk = quote_until(asked)
    talk.say(text)
    assert talk.shown(asked) == shown
    assert talk.outcome is not None
    assert talk.outcome.digression


@pytest.mark.parametrize("text", ["やっぱりない", "やはりありません", "よく考えたら、なかったです"])
def test_an_accident_may_be_taken_back(text: str) -> None:
    talk = quote_until(PAST)
    talk.say("ある", text)
    assert talk.shown(PAST) == "なし"
    assert talk.asks is CERTIFICATIONS


def test_no_harm_is_part_of_an_accident() -> None:
    talk = quote_until(PAST)
    talk.say("ある", "去年ウイルスに感染したが被害はありませんでした")
    assert talk.shown(PAST) == "あり"
    assert "感染" in (talk.shown(Field.INCIDENT_DETAILS) or "")


@pytest.mark.parametrize("text", ["月商500万", "100万ドル", "売上は秘密", "言えません"])
def test_who_gave_no_amount_of_yen_a_year_may_press_a_band(text: str) -> None:
    talk = quote_until(Field.ANNUAL_SALES)
    talk.say(text)
    assert "1億円未満" in talk.buttons


@pytest.mark.parametrize("text", ["ken@gmail.comです。電話はなしで", "ken@gmail.com、電話はいりません"])
def test_the_other_way_may_be_refused_at_once(text: str) -> None:
    talk = quote_until(Field.EMAIL)
    talk.say(text)
    assert talk.shown(Field.EMAIL) == "ken@gmail.com"
    assert PHONE in talk.form.skipped


@pytest.mark.parametrize("text", ["メールはやってない", "メールはありません", "教えない"])
def test_who_has_no_address_is_asked_the_number(text: str) -> None:
    talk = quote_until(Field.EMAIL)
    talk.say(text)
    assert talk.asks is PHONE
