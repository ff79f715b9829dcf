"""Which field a sentence corrects, and with what."""

import pytest

from leads.domain.corrections import Correction, find_corrections
from leads.domain.fields import Field

KNOWN = [field for field in Field if field is not Field.CONSENT]
CORRECTIONS = [
    ("売上は5億に訂正", Field.ANNUAL_SALES, "5億"),
    ("売上高を3億5千万円に変更してください", Field.ANNUAL_SALES, "3億5千万円"),
    ("年商は5億じゃなくて3億です", Field.ANNUAL_SALES, "3億"),
    ("やっぱり売上は10億です", Field.ANNUAL_SALES, "10億"),
    ("さっきの電話番号違います", Field.PHONE, ""),
    ("電話番号を03-1234-5678に変更", Field.PHONE, "03-1234-5678"),
    ("会社名は山田商事ではなく山田製作所です", Field.COMPANY, "山田製作所"),
    ("会社名を直す", Field.COMPANY, ""),
    ("名前が違います。正しくは鈴木です", Field.CONTACT_NAME, "鈴木"),
    ("メールはtaro@example.co.jpに直してください", Field.EMAIL, "taro@example.co.jp"),
    ("業種が間違っています、建設業です", Field.INDUSTRY, "建設業"),
    ("認証を直す", Field.CERTIFICATIONS, ""),
    ("売上高の対象年度を直す", Field.FISCAL_PERIOD, ""),
    ("過去5年の事故を直す", Field.PAST_INCIDENTS, ""),
    ("事故の内容を直す", Field.INCIDENT_DETAILS, ""),
    ("希望時間を変更したい", Field.PREFERRED_TIME, ""),
    ("さっきの間違えました", None, ""),
    ("訂正したいです", None, ""),
    ("違います", None, ""),
]
NO_CORRECTIONS = [
    "株式会社山田製作所",
    "3億円です",
    "ありません",
    "電話は03-1234-5678です",
    "平日の午前",
    "ISMSを持っています",
]


@pytest.mark.parametrize(("text", "field", "value"), CORRECTIONS)
def test_a_correction_names_its_field_and_value(text: str, field: Field | None, value: str) -> None:
    assert find_corrections(text, KNOWN) == [Correction(field, value)]


@pytest.mark.parametrize("text", NO_CORRECTIONS)
def test_an_answer_corrects_nothing(text: str) -> None:
    assert not any(correction.sure for correction in find_corrections(text, KNOWN))


def test_a_mistake_that_is_told_is_no_correction() -> None:
    assert find_corrections("2年前に顧客リストをメールで間違えて送信しました", KNOWN, telling=True) == []


def test_what_is_not_known_yet_cannot_be_corrected_by_name() -> None:
    assert find_corrections("電話番号が違います", [Field.COMPANY]) == [Correction(None)]
