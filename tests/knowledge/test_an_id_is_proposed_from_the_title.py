import re

import pytest

from knowledge.domain.naming import proposed_name
from knowledge.domain.schema import ID_PATTERN


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("委託先の漏えい", "itaku_saki_rouei"),
        ("ＳＮＳアカウント", "sns_akaunto"),
        ("ショッピングサイト", "syoppingu_saito"),
        ("ISMS/ISO27001", "isms_iso_27001"),
        ("フィッシング", "hissingu"),
        ("!!!", "entry"),
        ("", "entry"),
    ],
)
def test_a_title_is_spelled_in_latin_letters(title: str, name: str) -> None:
    assert proposed_name(title) == name


def test_a_name_that_is_taken_gets_a_number() -> None:
    assert proposed_name("ＳＮＳ", {"sns", "sns_2"}) == "sns_3"


@pytest.mark.parametrize(
    "title", ["😱", "\0", "ー", "ャ", "ッ", "あ" * 2000, "_", "ヴァイオリン・ヶ所", "Ⅷ①", "한국어"]
)
def test_any_title_gets_a_name_that_an_id_may_have(title: str) -> None:
    assert re.match(ID_PATTERN, f"scenario.{proposed_name(title)}")
