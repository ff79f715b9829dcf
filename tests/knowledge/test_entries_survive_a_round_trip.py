from pathlib import Path

import pytest
from django.conf import settings

from knowledge.domain import files
from knowledge.domain.schema import Entry
from tests.knowledge.samples import an_entry

pytestmark = pytest.mark.slow

SHIPPED = sorted(settings.CORPUS.glob("*.yml"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_entry_written_and_read_again_is_the_same(path: Path, tmp_path: Path) -> None:
    [entry] = files.read(path)
    files.write([entry], tmp_path)
    assert files.read(tmp_path / path.name) == [entry]


TRICKY = [
    an_entry(
        questions=[
            "はい: いいえ",
            "- 箇条書き",
            "#番号",
            "「引用」",
            "'単'と\"双\"",
            "yes",
            "null",
            "2026-04-01",
            "0123",
        ]
    ),
    an_entry(questions=["一行目\n二行目", "タブ\tあり", "絵文字😱と㈱", "ｶﾅ", "a" * 300, "あ" * 1000]),
    an_entry(answer="PCを調べる費用です。 All costs " + "長い説明がつづきます。" * 50),
    an_entry(valid_from="2026-04-01", valid_until="2027-03-31"),
    an_entry(conditions=["condition.prior_approval"], pays_for=["cost.investigation"], aliases=["お詫び"]),
]


@pytest.mark.parametrize("entry", TRICKY)
def test_what_yaml_could_take_for_something_else_stays_what_it_was(entry: Entry, tmp_path: Path) -> None:
    files.write([entry], tmp_path)
    assert files.read(tmp_path / "cost.condolence.yml") == [entry]


def test_the_file_is_japanese_to_the_eye() -> None:
    assert "title: 見舞金・見舞い品購入費用\n" in files.to_yaml(an_entry())


def test_empty_optional_fields_are_left_out() -> None:
    assert "valid_from" not in files.to_yaml(an_entry())


def test_questions_stand_one_a_line() -> None:
    assert "  - 一つ目ですか\n  - 二つ目ですか\n" in files.to_yaml(an_entry(questions=["一つ目ですか", "二つ目ですか"]))
