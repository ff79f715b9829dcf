"""Real addresses are never refused, broken ones never taken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.domain.email_address import Email, email_key, read_email

REGULAR = {
    "sato@example.co.jp": "sato@example.co.jp",
    " sato@example.co.jp ": "sato@example.co.jp",
    "ｓａｔｏ＠ｅｘａｍｐｌｅ．ｃｏ．ｊｐ": "sato@example.co.jp",
    "sato＠example.co.jp": "sato@example.co.jp",
    "メールはsato@example.co.jpです": "sato@example.co.jp",
    "メールアドレスは sato@example.co.jp です。": "sato@example.co.jp",
    "sato@example.co.jpでお願いします": "sato@example.co.jp",
    "sato@example.co.jp、佐藤です": "sato@example.co.jp",
    "連絡先：sato@example.co.jp": "sato@example.co.jp",
    "E-mail: sato@example.co.jp": "sato@example.co.jp",
    "email sato@example.co.jp": "sato@example.co.jp",
    "mailto:sato@example.co.jp": "sato@example.co.jp",
    "<sato@example.co.jp>": "sato@example.co.jp",
    "佐藤花子 <sato@example.co.jp>": "sato@example.co.jp",
    "（sato@example.co.jp）": "sato@example.co.jp",
    "「sato@example.co.jp」です": "sato@example.co.jp",
    "sato@example.co.jp。": "sato@example.co.jp",
    "sato@example.co.jp.": "sato@example.co.jp",
    "sato@example.co.jp\n03-1234-5678": "sato@example.co.jp",
    "sato@example.co.jp TEL 03-1234-5678": "sato@example.co.jp",
    "Sato.Hanako@Example.CO.JP": "Sato.Hanako@example.co.jp",
    "sato.hanako@example.co.jp": "sato.hanako@example.co.jp",
    "sato_hanako@example.co.jp": "sato_hanako@example.co.jp",
    "sato-hanako@example.co.jp": "sato-hanako@example.co.jp",
    "sato+hoken@example.com": "sato+hoken@example.com",
    "info@my-company.jp": "info@my-company.jp",
    "info@mail.dept.example.co.jp": "info@mail.dept.example.co.jp",
    "1234@example.ne.jp": "1234@example.ne.jp",
    "09012345678@docomo.ne.jp": "09012345678@docomo.ne.jp",
    "info@example.tokyo": "info@example.tokyo",
    "info@example.photography": "info@example.photography",
    "info@example.dev": "info@example.dev",
    "hanako@gmail.com": "hanako@gmail.com",
    "hanako@ezweb.ne.jp": "hanako@ezweb.ne.jp",
    "info@日本語.jp": "info@日本語.jp",
    "sato@example.co.jp か suzuki@example.co.jp": "sato@example.co.jp",
    "Email is sato@example.co.jp": "sato@example.co.jp",
    "電話は不要です。メール sato@example.co.jp まで": "sato@example.co.jp",
    "'sato@example.co.jp'": "sato@example.co.jp",
    "suzuki@example.co.jpではなくsato@example.co.jpです": "sato@example.co.jp",
    "担当佐藤sato@example.co.jp": "sato@example.co.jp",
}
UNUSUAL = {
    "ken @ gmail.com": "ken@gmail.com",
    "ken@gmail,com": "ken@gmail.com",
    "a..b@docomo.ne.jp": "a..b@docomo.ne.jp",
    "abc.@docomo.ne.jp": "abc.@docomo.ne.jp",
    "a...b.@ezweb.ne.jp": "a...b.@ezweb.ne.jp",
    "ａ．．ｂ＠ｄｏｃｏｍｏ．ｎｅ．ｊｐ": "a..b@docomo.ne.jp",
    "メールは hana..ko@docomo.ne.jp です": "hana..ko@docomo.ne.jp",
    ".abc@docomo.ne.jp": ".abc@docomo.ne.jp",
    "sato@gmail.con": "sato@gmail.con",
}
BROKEN = [
    "",
    "佐藤です",
    "@",
    "sato",
    "sato@",
    "@example.co.jp",
    "sato@example",
    "sato@localhost",
    "sato@@example.co.jp",
    "sato@taro@example.co.jp",
    "sato@example@co.jp",
    "sato@example.co.jp@",
    "sato @example.co.jp",
    "sato@ example.co.jp",
    "sato taro@example.co.jp",
    "sato@example .co.jp",
    "sato@example. co.jp",
    "sato@example.co jp",
    "sato@example,co.jp",
    "sato@example.co,jp",
    "sato@example.co、jp",
    "sato,taro@example.co.jp",
    "sato@example..co.jp",
    "sato@example.co..jp",
    "sato@-example.co.jp",
    "sato@example-.co.jp",
    "sato@example.c",
    "sato@example.123",
    "sato@192.168.0.1",
    "sato.example.co.jp",
    "sato＠",
    "サトウ＠example.co.jp",
    "satoアットexample.co.jp",
    "sato[at]example.co.jp",
    "03-1234-5678",
    "メールは使っていません",
    "メールアドレスはなぜ必要ですか？",
    "x" * 250 + "@example.co.jp",
    "sato@" + "x" * 64 + ".jp",
]


@pytest.mark.parametrize(("text", "address"), REGULAR.items())
def test_an_address_is_found_in_what_was_typed(text: str, address: str) -> None:
    assert read_email(text) == Email(address)


@pytest.mark.parametrize(("text", "address"), UNUSUAL.items())
def test_an_address_against_the_standard_is_taken_and_marked(text: str, address: str) -> None:
    assert read_email(text) == Email(address, unusual=True)


@pytest.mark.parametrize("text", BROKEN)
def test_a_broken_address_is_not_taken(text: str) -> None:
    assert read_email(text) is None


@pytest.mark.parametrize("other", ["SATO@Example.co.jp", "ｓａｔｏ＠example.co.jp", "メールはsato@example.co.jpです"])
def test_an_address_has_one_key_in_every_spelling(other: str) -> None:
    assert email_key(other) == email_key("sato@example.co.jp") == "sato@example.co.jp"


def test_what_is_no_address_has_no_key() -> None:
    assert email_key("佐藤") == ""


@given(st.text(max_size=200) | st.text(alphabet="ab.@-_ ,＠。あ1", max_size=40))
def test_any_text_can_be_read(text: str) -> None:
    email = read_email(text)
    assert email is None or email.address.count("@") == 1
    assert len(email_key(text)) <= 254
