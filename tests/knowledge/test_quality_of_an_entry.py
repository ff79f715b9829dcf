"""How well an entry is found by words it has not learnt, and what staff are advised to do about it."""

import pytest

from knowledge import quality
from knowledge.domain.findability import Found, found
from knowledge.domain.matching.lesson import learn
from knowledge.domain.trial import left_out_outcomes
from knowledge.models import Draft
from knowledge.preparing import prepare_drafts
from tests.knowledge.conftest import Save
from tests.knowledge.fakes import FakeEncoder
from tests.knowledge.samples import an_entry

LOST = [f"{where}に{what}を忘れた" for where in ("電車", "タクシー", "居酒屋") for what in ("PC", "書類", "鞄")]
PREMIUM = [
    f"{what}はいくら{end}" for what in ("保険料", "月額", "年額", "料金") for end in ("ですか", "", "になりますか")
]


def measured(**questions: list[str]) -> dict[str, Found]:
    """How entries with these questions are found; name__of for the id name.of."""
    entries = [an_entry(id=name.replace("__", "."), questions=texts) for name, texts in questions.items()]
    encode = FakeEncoder().encode
    lesson = learn(entries, encode)
    return found(left_out_outcomes({entry.id: entry for entry in entries}, lesson, encode), lesson.rows)


def test_entries_of_different_words_find_their_questions_when_left_out() -> None:
    both = measured(scenario__lost=LOST, silent__premium=PREMIUM)
    assert both["scenario.lost"].share == both["silent.premium"].share == 1.0
    assert not both["scenario.lost"].stolen


def test_a_question_that_sounds_like_another_entry_is_named_with_the_thief() -> None:
    both = measured(scenario__lost=[*LOST, "保険料はおいくらですか"], silent__premium=PREMIUM)
    [stolen] = both["scenario.lost"].stolen
    assert (stolen.entry_id, stolen.count, stolen.question) == ("silent.premium", 1, "保険料はおいくらですか")


def test_nearly_the_same_question_in_two_entries_is_a_twin() -> None:
    long = "去年の売上が三億円の会社ですと保険料は一年でおよそいくらになりますでしょうか"
    both = measured(scenario__lost=[*LOST, f"{long}。"], silent__premium=[*PREMIUM, long])
    twin = both["scenario.lost"].twins[0]
    assert (twin.question, twin.entry_id, twin.other) == (f"{long}。", "silent.premium", long)


def test_an_entry_with_one_question_is_not_found_without_it() -> None:
    assert measured(scenario__lost=LOST, silent__premium=PREMIUM[:1])["silent.premium"].share == 0.0


@pytest.mark.django_db
def test_staff_read_it_in_sentences(save_drafts: Save, encoder: FakeEncoder) -> None:
    save_drafts(
        an_entry(id="scenario.lost", title="紛失", questions=[*LOST, "保険料はおいくらですか"]),
        an_entry(id="silent.premium", title="保険料", source="", questions=PREMIUM),
    )
    quality.keep(prepare_drafts(encoder))
    said = "\n".join(quality.advice(Draft.objects.get(entry_id="scenario.lost")))
    assert "10件の質問のうち9件は" in said
    assert "「保険料はおいくらですか」など1件は「保険料」になります" in said
    assert "20件以上書くと" in said
    assert "境界の質問が0件です" in said


@pytest.mark.django_db
def test_what_was_saved_since_is_said_to_be_measured_before(save_drafts: Save, encoder: FakeEncoder) -> None:
    save_drafts(an_entry(), an_entry(id="silent.premium", source="", questions=PREMIUM))
    quality.keep(prepare_drafts(encoder))
    save_drafts(an_entry(title="見舞金"))
    assert "保存する前の内容" in quality.advice(Draft.objects.get(entry_id="cost.condolence"))[0]


@pytest.mark.django_db
def test_a_draft_never_measured_says_so(save_drafts: Save) -> None:
    save_drafts(an_entry())
    assert "まだ調べていません" in quality.advice(Draft.objects.get())[0]
