"""The comparisons know every kind of entry that the corpus may hold."""

import pytest

from bench.peer import rasa_side
from knowledge.domain.matching.verdict import OFF_PAGE
from knowledge.domain.schema import PAGE_KINDS, Kind


@pytest.mark.parametrize("kind", sorted(set(Kind) - PAGE_KINDS))
def test_the_peer_answers_what_is_off_the_page_by_its_group(kind: Kind) -> None:
    answer = rasa_side._answer({"intent": kind.value, "ranking": []}, {})
    assert answer["verdict"] == OFF_PAGE[kind]


@pytest.mark.parametrize("kind", Kind)
def test_an_example_of_each_kind_has_a_label(kind: Kind) -> None:
    from bench.matchers import gold

    assert gold(f"{kind.value}.x", kind, True)
