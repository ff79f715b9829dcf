"""A telephone number is read in the many ways people write one; a fax, a date or an amount is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.domain.phone_number import Phone, phone_key, read_phone

TOKYO = "03-1234-5678"
NUMBERS = {
    "〇三ー一二三四ー五六七八": TOKYO,
    "〇三-一二三四-五六七八": TOKYO,
    "81 3 1234 5678": TOKYO,
    "国番号81の3-1234-5678": TOKYO,
    "携帯は〇九〇-一二三四-五六七八": "090-1234-5678",
    "03-1234-5678": TOKYO,
    "０３－１２３４－５６７８": TOKYO,
    "０３ー１２３４ー５６７８": TOKYO,
    "03ー1234ー5678": TOKYO,
    "03−1234−5678": TOKYO,
    "03―1234―5678": TOKYO,
    "03‐1234‐5678": TOKYO,
    "03–1234–5678": TOKYO,
    "03 - 1234 - 5678": TOKYO,
    "0312345678": TOKYO,
    "０３１２３４５６７８": TOKYO,
    "03 1234 5678": TOKYO,
    "03　1234　5678": TOKYO,
    "03(1234)5678": TOKYO,
    "（03）1234-5678": TOKYO,
    "(03)1234-5678": TOKYO,
    "03.1234.5678": TOKYO,
    "03の1234の5678": TOKYO,
    "03の1234の5678です": TOKYO,
    "+81 3 1234 5678": TOKYO,
    "+81-3-1234-5678": TOKYO,
    "+81312345678": TOKYO,
    "＋８１３１２３４５６７８": TOKYO,
    "+81(0)3-1234-5678": TOKYO,
    "+81 (0) 3 1234 5678": TOKYO,
    "+81 03-1234-5678": TOKYO,
    "0081-3-1234-5678": TOKYO,
    "0081312345678": TOKYO,
    "81-3-1234-5678": TOKYO,
    "電話は03-1234-5678です": TOKYO,
    "TEL:03-1234-5678": TOKYO,
    "TEL03-1234-5678": TOKYO,
    "☎03-1234-5678": TOKYO,
    "03-1234-5678(代)": TOKYO,
    "03-1234-5678でお願いします。": TOKYO,
    "03-1234-5678、佐藤まで": TOKYO,
    "sato@example.co.jp / 03-1234-5678": TOKYO,
    "TEL 03-1234-5678 FAX 03-1234-5679": TOKYO,
    "FAX 03-1234-5679 TEL 03-1234-5678": TOKYO,
    "TEL/FAX 03-1234-5678": TOKYO,
    "FAXではなく電話は03-1234-5678": TOKYO,
    "03-1234-5678 または 090-1234-5678": TOKYO,
    "〒100-0001 03-1234-5678": TOKYO,
    "創業1990年、03-1234-5678です": TOKYO,
    "090-1234-5678": "090-1234-5678",
    "09012345678": "090-1234-5678",
    "携帯０９０１２３４５６７８": "090-1234-5678",
    "+81 90-1234-5678": "090-1234-5678",
    "080 1234 5678": "080-1234-5678",
    "070-1234-5678": "070-1234-5678",
    "050-1234-5678": "050-1234-5678",
    "060-1234-5678": "060-1234-5678",
    "0120-123-456": "0120-123-456",
    "0120123456": "0120-123-456",
    "0800-123-4567": "0800-123-4567",
    "0570-012-345": "0570-012-345",
    "06-6123-4567": "06-6123-4567",
    "011-123-4567": "011-123-4567",
    "0267-12-3456": "0267-12-3456",
    "04992-2-1234": "04992-2-1234",
    "03-0000-1234": "03-0000-1234",
    "03-1234-5678(9:00〜17:00)": TOKYO,
    "0398765432ではなく0312345678です": TOKYO,
    "03-1234-5678/090-1234-5678": TOKYO,
    "090 12345678": "090-1234-5678",
    "+1 650-253-0000": "+1 650-253-0000",
}
EXTENSIONS = {
    "03-1234-5678、内線305": "305",
    "03-1234-5678 ex.12": "12",
    "03-1234-5678 内線12": "12",
    "03-1234-5678(内線12)": "12",
    "03-1234-5678（内線：１２）": "12",
    "03-1234-5678、内線は123です": "123",
    "03-1234-5678 内線番号 4567": "4567",
    "03-1234-5678 ext.12": "12",
    "03-1234-5678 Ext 12": "12",
    "03-1234-5678 x12": "12",
    "03-1234-5678#12": "12",
    "03-1234-5678/内線 12": "12",
    "内線12 03-1234-5678": "12",
}
NO_NUMBERS = [
    "",
    "電話",
    "電話はありません",
    "110",
    "1234-5678",
    "3-1234-5678",
    "03-1234-567",
    "03-1234-56789",
    "090-1234-567",
    "090-1234-56789",
    "9012345678",
    "090123456789012",
    "000-0000-0000",
    "0000000000",
    "1234567890123",
    "T1234567890123",
    "4111 1111 1111 1111",
    "350,000,000円",
    "0312345678円",
    "3億5千万円",
    "¥0312345678",
    "2026年3月31日",
    "2026-03-31",
    "2026/03/31 10:00",
    "20260331",
    "2025/4〜2026/3",
    "〒100-0001",
    "100-0001",
    "東京都千代田区1-2-3",
    "FAX 03-1234-5678",
    "FAX：０３－１２３４－５６７８",
    "ファックスは03-1234-5678です",
    "03-1234-5678(FAX)",
    "0312345678@docomo.ne.jp",
    "https://example.co.jp/0312345678",
    "192.168.0.1",
    "03-12ab-5678",
    "+81-3-1234",
    "+1 234",
    "内線12",
    "電話番号はなぜ必要ですか？",
]


@pytest.mark.parametrize(("text", "shown"), NUMBERS.items())
def test_a_number_is_found_in_what_was_typed(text: str, shown: str) -> None:
    found = read_phone(text)
    assert found is not None
    assert found.shown == shown


@pytest.mark.parametrize(("text", "extension"), EXTENSIONS.items())
def test_an_extension_is_kept_apart(text: str, extension: str) -> None:
    assert read_phone(text) == Phone("+81312345678", TOKYO, extension)


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_what_is_no_telephone_number_is_not_taken_for_one(text: str) -> None:
    assert read_phone(text) is None


@pytest.mark.parametrize(
    "other", ["０３（１２３４）５６７８", "0312345678", "+81-3-1234-5678", "電話は03-1234-5678 内線12"]
)
def test_a_number_has_one_key_in_every_spelling(other: str) -> None:
    assert phone_key(other) == phone_key("03-1234-5678") == "+81312345678"


def test_what_is_no_number_has_no_key() -> None:
    assert phone_key("3億円") == ""


def test_what_is_shown_reads_as_the_same_number() -> None:
    shown = [found.shown for text in NUMBERS if (found := read_phone(text))]
    assert [phone_key(text) for text in shown] == [phone_key(text) for text in NUMBERS]


@given(st.text(max_size=200) | st.text(alphabet="0123456789-+() 　ー内線FAX円", max_size=40))
def test_any_text_can_be_read(text: str) -> None:
    read_phone(text)
    assert len(phone_key(text)) <= 20


@given(st.from_regex(r"0[789]0[1-9][0-9]{7}|0[346][1-9][0-9]{7}", fullmatch=True))
def test_every_number_of_the_right_length_is_read(digits: str) -> None:
    assert phone_key(digits) == "+81" + digits[1:]
