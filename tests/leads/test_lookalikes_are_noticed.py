import pytest

from leads.domain.lookalikes import lookalikes


@pytest.mark.parametrize(
    ("text", "mixed"),
    [
        ("sаto@example.co.jp", ["sаto"]),  # Cyrillic а
        ("Ｇοogle合同会社", ["Ｇοogle合同会社"]),  # Greek ο
        ("РayPаl Japan", ["РayPаl"]),
        ("аpple.example", ["аpple"]),
    ],
)
def test_a_word_of_mixed_scripts_is_named(text: str, mixed: list[str]) -> None:
    assert lookalikes(text) == mixed


@pytest.mark.parametrize(
    "text",
    [
        *(
            "株式会社山田製作所",
            "ＡＢＣ商事",
            "Café東京",
            "ｶﾌﾞｼｷｶﾞｲｼｬ",
            "Ω製作所",
            "ООО Ромашка",
            "sato@example.co.jp",
            "",
        ),
        *("β-カロテン", "Müller", "千葉Β"),
    ],
)
def test_an_ordinary_name_is_not(text: str) -> None:
    assert lookalikes(text) == []


def test_each_word_is_named_once_and_what_is_missing_is_passed_over() -> None:
    assert lookalikes("sаto", None, "sаto аb") == ["sаto", "аb"]
