"""GiNZA reads a text for the companies and people in it; a text that names nobody is read once."""

import pytest

from knowledge.domain import entities
from knowledge.domain.entities import NOBODY, Names, names_in
from knowledge.domain.lately import Lately


class Reader:
    """Counts what GiNZA is given."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.read: list[str] = []
        read = entities.entities_in

        def counted(text: str) -> list[entities.Entity]:
            self.read.append(text)
            return read(text)

        monkeypatch.setattr(entities, "entities_in", counted)
        monkeypatch.setattr(entities, "_naming_nobody", Lately[bytes](2))


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    return Reader(monkeypatch)


def test_what_is_warm_has_the_model() -> None:
    entities._ginza.cache_clear()
    entities.warm_up()
    assert entities._ginza.cache_info().currsize == 1


def test_a_company_and_a_person_are_found_each_time(reader: Reader) -> None:
    text = "株式会社山田製作所の佐藤花子です"
    assert names_in(text) == names_in(text) == Names("株式会社山田製作所", "佐藤花子")
    assert reader.read == [text, text]


def test_what_a_button_says_is_read_once(reader: Reader) -> None:
    assert [names_in("同意します") for _ in range(3)] == [NOBODY] * 3
    assert reader.read == ["同意します"]


def test_texts_not_said_lately_are_read_again(reader: Reader) -> None:
    for text in ("はい", "いいえ", "はい", "送信", "いいえ"):
        names_in(text)
    assert reader.read == ["はい", "いいえ", "送信", "いいえ"]


def test_any_text_is_read() -> None:
    assert names_in("") == names_in("\ud800") == names_in("\ud800") == NOBODY
