import re
from collections.abc import Callable

import pytest

SOUND = """\
id: cost.condolence
kind: cost
title: 見舞金・見舞い品購入費用
answer: 被害を受けた方へお渡しする品の代金です。
source: 保険金のお支払いについて
questions:
- お詫びの品の代金は出ますか
"""
Faults = Callable[..., list[str]]
ENGLISH_SENTENCE = re.compile(r"[A-Za-z]+ [a-z]+ [a-z]+")

BROKEN = {
    "a field is missing": SOUND.replace("title: 見舞金・見舞い品購入費用\n", ""),
    "a field is unknown": SOUND + "qestions: []\n",
    "a name is a number": SOUND + "1: 一\n",
    "the kind is unknown": SOUND.replace("kind: cost", "kind: costs"),
    "the id has another form": SOUND.replace("id: cost.condolence", "id: 見舞金"),
    "the id is too long": SOUND.replace("id: cost.condolence", "id: cost." + "x" * 90),
    "the title is a number": SOUND.replace("見舞金・見舞い品購入費用", "2026"),
    "the title is empty": SOUND.replace("見舞金・見舞い品購入費用", '""'),
    "the answer is empty": SOUND.replace("被害を受けた方へお渡しする品の代金です。", '""'),
    "the answer is too long": SOUND.replace("被害を", "被" * 601),
    "the note is too long": SOUND + f"boundary_note: {'盗' * 301}\n",
    "a question is too long": SOUND.replace("お詫びの", "品" * 1001),
    "there are no questions": SOUND.replace("\n- お詫びの品の代金は出ますか", " []"),
    "questions is not a list": SOUND.replace("\n- お詫びの品の代金は出ますか", " お詫びの品"),
    "a question is a mapping": SOUND.replace("品の代金は", "品: の代金は"),
    "a question is empty": SOUND + "-\n",
    "a date is no date": SOUND + "valid_from: 令和8年4月1日\n",
    "a date has a time": SOUND + "valid_from: 2026-04-01 10:00:00\n",
    "a date has no hyphens": SOUND + "valid_from: 20260401\n",
    "a date does not exist": SOUND + "valid_from: 2026-02-30\n",
    "the answer promises": SOUND.replace("品の代金", "品の代金の全額"),
    "the period ends before it starts": SOUND + "valid_from: 2026-04-02\nvalid_until: 2026-04-01\n",
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN.keys())
def test_a_fault_is_said_in_japanese(faults_of: Faults, content: str) -> None:
    faults = faults_of(cost__condolence=content)
    assert faults
    for fault in faults:
        assert re.search("[ぁ-んァ-ン]", fault), fault
        assert not ENGLISH_SENTENCE.search(fault), fault


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN.keys())
def test_one_mistake_is_one_fault(faults_of: Faults, content: str) -> None:
    assert len(faults_of(cost__condolence=content)) == 1


def test_a_sound_entry_has_no_fault(faults_of: Faults) -> None:
    assert faults_of(cost__condolence=SOUND) == []


def test_an_unknown_field_is_named_so_that_its_spelling_can_be_checked(faults_of: Faults) -> None:
    [fault] = faults_of(cost__condolence=BROKEN["a field is unknown"])
    assert "qestions" in fault
    assert "綴り" in fault


def test_the_kinds_to_choose_from_are_listed(faults_of: Faults) -> None:
    [fault] = faults_of(cost__condolence=BROKEN["the kind is unknown"])
    assert "scenario" in fault
    assert "silent" in fault


def test_the_longest_allowed_length_is_given(faults_of: Faults) -> None:
    [fault] = faults_of(cost__condolence=BROKEN["the answer is too long"])
    assert "600文字" in fault


def test_an_empty_title_is_called_empty(faults_of: Faults) -> None:
    assert any("空にはできません" in fault for fault in faults_of(cost__condolence=BROKEN["the title is empty"]))


@pytest.mark.parametrize("name", ["a date is no date", "a date has a time", "a date has no hyphens"])
def test_a_wrong_date_is_answered_with_the_form_to_write(faults_of: Faults, name: str) -> None:
    [fault] = faults_of(cost__condolence=BROKEN[name])
    assert "2026-04-01" in fault
