"""Each fault stands at the line that has to be changed."""

from collections.abc import Callable

import pytest

Faults = Callable[..., list[str]]

ENTRY = """\
id: cost.condolence
kind: cost
title: 見舞金・見舞い品購入費用
answer: >-
  被害を受けた方へお渡しする品の代金です。
source: 保険金のお支払いについて
questions:
- お詫びの品の代金は出ますか
- 菓子折りを買うお金
conditions:
- condition.prior_approval
valid_from: 2026-04-01
"""
CONDITION = """\
id: condition.prior_approval
kind: condition
title: 承認
answer: 前もって承認を得ることが条件です。
source: 概要
questions:
- 事前に承認が要りますか
"""

CHANGES = {
    "wrong kind": ("kind: cost", "kind: const", 2),
    "number for a title": ("見舞金・見舞い品購入費用", "100", 3),
    "promise in the answer": ("品の代金です", "品の代金の全額です", 4),
    "number for a question": ("菓子折りを買うお金", "2026", 9),
    "dangling condition": ("- condition.prior_approval", "- condition.aproval", 11),
    "not a date": ("2026-04-01", "来月", 12),
    "end before start": ("valid_from: 2026-04-01", "valid_from: 2026-04-01\nvalid_until: 2026-03-31", 13),
    "unknown field": ("valid_from: 2026-04-01", "starts: 2026-04-01", 12),
    "broken YAML": ("source: 保険金", "source: [保険金", 7),
    "tabulator": ("- 菓子折り", "\t- 菓子折り", 9),
    "question of another entry": ("菓子折りを買うお金", "事前に承認が要りますか？", 9),
    "question twice": ("菓子折りを買うお金", "お詫びの品の代金は、出ますか？", 9),
}


@pytest.mark.parametrize(("old", "new", "line"), CHANGES.values(), ids=CHANGES.keys())
def test_a_fault_names_its_file_and_line(faults_of: Faults, old: str, new: str, line: int) -> None:
    [fault] = faults_of(cost__condolence=ENTRY.replace(old, new), condition__prior_approval=CONDITION)
    assert fault.startswith(f"cost.condolence.yml:{line}: ")


def test_an_id_of_another_kind_is_named_at_the_id(faults_of: Faults) -> None:
    [fault] = faults_of(
        cost__condolence=ENTRY.replace("id: cost.", "# 見舞金\nid: flow."), condition__prior_approval=CONDITION
    )
    assert fault.startswith("cost.condolence.yml:2: ")


def test_a_missing_field_is_named_at_the_top_of_its_file(faults_of: Faults) -> None:
    [fault] = faults_of(condition__prior_approval=CONDITION.replace("title: 承認\n", ""))
    assert fault.startswith("condition.prior_approval.yml:1: title")
