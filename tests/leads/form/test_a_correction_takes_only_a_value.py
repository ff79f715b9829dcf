"""Words about correcting are never written; a value that is said is taken, wherever the form stands."""

import pytest

from leads.domain.fields import SPECS, Field
from leads.domain.outcome import End
from tests.leads.form.talk import quote_until

pytestmark = pytest.mark.slow

ABOUT_CORRECTING = [
    ("会社名がちょっと違う", Field.COMPANY),
    ("会社名の字が違います", Field.COMPANY),
    ("会社名は後で変えます", Field.COMPANY),
    ("会社名が間違ってる", Field.COMPANY),
    ("会社名の後半を変えたいです", Field.COMPANY),
    ("会社名、前株でした", Field.COMPANY),
    ("社名を明日変更します", Field.COMPANY),
    ("社名を明日までに変更します", Field.COMPANY),
    ("会社名を正式なものに変更したい", Field.COMPANY),
    ("担当者名を別の人に変えたい", Field.CONTACT_NAME),
    ("会社名をカタカナに直したい", Field.COMPANY),
    ("名前をフルネームに変えたい", Field.CONTACT_NAME),
    ("会社名は契約書の通りに変更", Field.COMPANY),
    ("会社名もう一回いい?", Field.COMPANY),
    ("名前の漢字が違います", Field.CONTACT_NAME),
    ("名前の読み方がちょっと違うんですけど", Field.CONTACT_NAME),
    ("担当者名のスペルが間違っています", Field.CONTACT_NAME),
    ("業種をもう一度選びたい", Field.INDUSTRY),
    ("売上もう一回いい?", Field.ANNUAL_SALES),
    ("売上もう一回いいですか", Field.ANNUAL_SALES),
    ("売上の桁が違います", Field.ANNUAL_SALES),
    ("メールアドレスを変更できますか", Field.EMAIL),
    ("電話番号の最後が違ってました", Field.PHONE),
]
NEW_VALUES = [
    ("名前の漢字が違います、須々木です", Field.CONTACT_NAME, "須々木"),
    ("担当は佐藤になりました", Field.CONTACT_NAME, "佐藤"),
    ("さっきの名前は佐藤でした", Field.CONTACT_NAME, "佐藤"),
    ("名前は後藤でした", Field.CONTACT_NAME, "後藤"),
    ("名前はななに変更", Field.CONTACT_NAME, "なな"),
    ("業種は建設業でした", Field.INDUSTRY, "建設業"),
    ("業種は建設業の間違いです", Field.INDUSTRY, "建設業"),
    ("佐藤ではなく鈴木です", Field.CONTACT_NAME, "鈴木"),
    ("製造業じゃなくて建設業", Field.INDUSTRY, "建設業"),
    ("メールアドレスはb@example.jpが正しいです", Field.EMAIL, "b@example.jp"),
    ("違う、ken2@gmail.comだった", Field.EMAIL, "ken2@gmail.com"),
    ("b@example.jp", Field.EMAIL, "b@example.jp"),
    ("06-6543-2100です", Field.PHONE, "06-6543-2100"),
    ("希望時間は夕方で", Field.PREFERRED_TIME, "夕方"),
    ("3月決算です", Field.FISCAL_PERIOD, "3月決算"),
    ("社名は「(株)既定」で登録して", Field.COMPANY, "(株)既定"),
    ("会社名は後藤商店に変更", Field.COMPANY, "後藤商店"),
    ("社名が変わりまして、今は株式会社ニューです", Field.COMPANY, "株式会社ニュー"),
    ("認証をPマーク取得済みに", Field.CERTIFICATIONS, "プライバシーマーク"),
    ("事故、実は去年ありました", Field.PAST_INCIDENTS, "あり"),
]
SALES = [
    ("年商は10億でした", "1,000,000,000円"),
    ("年商は桁を間違えました。10億です", "1,000,000,000円"),
    ("売上を言い直します、2億3千万です", "230,000,000円"),
    ("売上、よく見たら1億2千万でした", "120,000,000円"),
]
NOTHING_TO_WRITE = [
    "会社名は大丈夫です",
    "会社名は変更しません",
    "会社名はこれでいいです",
    "会社名は前と同じです",
    "名前は合ってます",
    "会社名が古いです",
    "名前が逆です",
    "会社名は旧社名でした",
    "名前は旧姓でした",
    "会社名を新社名に変更したい",
    "会社名は登記上の名前に変更",
    "会社名は空欄で",
    "会社名は不要です",
    "担当は私でした",
    "担当者は別の者になりました",
    "全部合ってます",
    "まだ送らないでください",
    "業種が間違っていたら補償されないのですか",
    "メールの宛先を間違えたら補償されますか",
    "電話じゃなくて",
]


@pytest.mark.parametrize(("text", "field"), ABOUT_CORRECTING)
def test_words_about_correcting_ask_the_field_anew_and_keep_its_value(text: str, field: Field) -> None:
    talk = quote_until(Field.REVIEW)
    before = dict(talk.form.answers)
    talk.say(text)
    assert talk.asks is field
    assert talk.form.answers == before


@pytest.mark.parametrize(("text", "field", "shown"), NEW_VALUES)
def test_a_new_value_is_taken_at_the_review(text: str, field: Field, shown: str) -> None:
    talk = quote_until(Field.REVIEW)
    assert f"{SPECS[field].label}を「{shown}」に訂正しました" in talk.say(text)
    assert talk.shown(field) == shown
    assert talk.outcome is not None
    assert talk.outcome.end is None


@pytest.mark.parametrize("asked", [Field.CERTIFICATIONS, Field.REVIEW])
@pytest.mark.parametrize(("text", "yen"), SALES)
def test_new_sales_are_echoed(text: str, yen: str, asked: Field) -> None:
    assert yen in quote_until(asked).say(text)


@pytest.mark.parametrize("text", NOTHING_TO_WRITE)
def test_what_holds_no_value_writes_none(text: str) -> None:
    talk = quote_until(Field.REVIEW)
    before = dict(talk.form.answers)
    talk.say(text)
    assert talk.form.answers == before


def test_two_corrections_in_one_message_are_both_taken() -> None:
    talk = quote_until(Field.REVIEW)
    talk.say("電話は090-1111-2222に変更。それから会社名は株式会社変更です")
    assert (talk.shown(Field.PHONE), talk.shown(Field.COMPANY)) == ("090-1111-2222", "株式会社変更")
    assert "500,000,000円" in talk.say("売上5億、業種は建設業に直して")
    assert talk.shown(Field.INDUSTRY) == "建設業"


def test_a_certification_said_as_well_joins_the_one_known() -> None:
    talk = quote_until(Field.REVIEW)
    talk.say("認証の所、Pマークも追加して")
    assert talk.shown(Field.CERTIFICATIONS) == "ISMS(ISO/IEC 27001)、プライバシーマーク"


@pytest.mark.parametrize("text", ["違います、10億です", "いや、10億でした", "1億じゃなくて10億です"])
def test_a_no_with_another_amount_echoes_that_one(text: str) -> None:
    talk = quote_until(Field.ANNUAL_SALES)
    talk.say("1億円")
    assert "1,000,000,000円" in talk.say(text)


def test_a_yes_with_a_correction_of_something_else_counts_as_both() -> None:
    talk = quote_until(Field.ANNUAL_SALES)
    talk.say("1億円", "はい。あと会社名は山田商事に変えて")
    assert talk.form.value(Field.ANNUAL_SALES)["yen"] == 100_000_000
    assert talk.shown(Field.COMPANY) == "山田商事"
    assert talk.asks is Field.FISCAL_PERIOD


@pytest.mark.parametrize("text", ["はい、でも5億です", "はい、売上は5億でした"])
def test_a_yes_with_another_amount_confirms_nothing(text: str) -> None:
    talk = quote_until(Field.ANNUAL_SALES)
    assert "500,000,000円" in talk.say("1億円", text)
    assert Field.ANNUAL_SALES not in talk.form.answers


def test_a_correction_of_another_field_leaves_the_echo_waiting() -> None:
    talk = quote_until(Field.ANNUAL_SALES)
    assert "100,000,000円" in talk.say("1億円", "会社名は山田商事に変更して")
    talk.say("はい")
    assert talk.form.value(Field.ANNUAL_SALES)["yen"] == 100_000_000


def test_an_accident_told_with_a_field_s_name_corrects_nothing() -> None:
    talk = quote_until(Field.PAST_INCIDENTS)
    talk.say("ある", "社名変更前の2021年、サーバー売上管理システムが止まった")
    assert talk.shown(Field.COMPANY) == "株式会社山田製作所"
    assert "売上管理システム" in (talk.shown(Field.INCIDENT_DETAILS) or "")


def test_a_question_beside_a_correction_is_answered_too() -> None:
    talk = quote_until(Field.REVIEW)
    talk.say("会社名は山田商事に変えてください。あと身代金は出ますか？")
    assert talk.shown(Field.COMPANY) == "山田商事"
    assert talk.outcome is not None
    assert talk.outcome.digression


@pytest.mark.parametrize("text", ["ありがとう、これで送って", "はい、送信します"])
def test_thanks_before_sending_send(text: str) -> None:
    talk = quote_until(Field.REVIEW)
    talk.say(text)
    assert talk.outcome is not None
    assert talk.outcome.end is End.SENT


def test_who_pressed_by_mistake_is_asked_whether_to_stop() -> None:
    assert "やめますか" in quote_until(Field.COMPANY).say("間違えて押しました")


def test_no_company_but_a_sole_trader_is_an_answer() -> None:
    talk = quote_until(Field.COMPANY)
    talk.say("会社じゃなくて個人です")
    assert talk.shown(Field.COMPANY) == "個人事業主"


@pytest.mark.parametrize(
    ("field", "text", "shown"),
    [
        (Field.COMPANY, "株式会社間違い探し", "株式会社間違い探し"),
        (Field.COMPANY, "株式会社リセット", "株式会社リセット"),
        (Field.CONTACT_NAME, "やっぱり佐藤です", "佐藤"),
        (Field.INDUSTRY, "製造業じゃなくて卸", "卸売業，小売業"),
    ],
)
def test_what_only_sounds_like_a_correction_answers_what_is_asked(field: Field, text: str, shown: str) -> None:
    talk = quote_until(field)
    talk.say(text)
    assert talk.shown(field) == shown


def test_a_wish_for_a_time_corrects_no_telephone() -> None:
    talk = quote_until(Field.PREFERRED_TIME)
    talk.say("やっぱり電話は夕方がいいです")
    assert "夕方" in (talk.shown(Field.PREFERRED_TIME) or "")
    assert talk.asks is Field.REVIEW


@pytest.mark.parametrize(
    ("field", "text", "shown"),
    [
        (Field.COMPANY, "山田商事に変更", "山田商事"),
        (Field.CONTACT_NAME, "違います、鈴木です", "鈴木"),
        (Field.INDUSTRY, "建設業に変えてください", "建設業"),
    ],
)
def test_a_field_asked_anew_takes_a_value_said_as_a_correction(field: Field, text: str, shown: str) -> None:
    talk = quote_until(Field.REVIEW)
    talk.say(f"{SPECS[field].label}を直す", text)
    assert talk.shown(field) == shown
    assert talk.asks is Field.REVIEW


def test_sales_said_as_a_correction_are_echoed_where_they_are_asked() -> None:
    assert "500,000,000円" in quote_until(Field.ANNUAL_SALES).say("5億に変更")


def test_a_denial_at_the_next_field_is_not_taken_for_its_answer() -> None:
    talk = quote_until(Field.INDUSTRY)
    talk.say("違います、山田商事です")
    assert Field.INDUSTRY not in talk.form.answers
