"""A score alone never says `listed`: the docstring of matching.verdict, held against made-up candidates."""

import random

import pytest

from knowledge.domain.matching.matcher import Candidate
from knowledge.domain.matching.verdict import Decision, Verdict, decide
from knowledge.domain.schema import Kind

KINDS = {f"scenario.case_{i}": Kind.SCENARIO for i in range(6)} | {"silent.ransom": Kind.SILENT}


def decided(*candidates: tuple[str, float, float]) -> Decision:
    return decide([Candidate(*candidate) for candidate in candidates], KINDS)


@pytest.mark.parametrize("score", [0.6, 0.9, 0.99, 1.0])
@pytest.mark.parametrize("share", [0.0, 0.1, 0.2, 0.3])
def test_a_high_score_with_little_settled_is_never_listed(score: float, share: float) -> None:
    assert decided(("scenario.case_0", score, score * share)).verdict is Verdict.UNDETERMINED


def test_the_best_entry_is_not_listed_on_what_other_entries_settle() -> None:
    decision = decided(("scenario.case_0", 0.40, 0.0), ("scenario.case_1", 0.30, 0.30), ("scenario.case_2", 0.30, 0.30))
    assert (decision.verdict, decision.entry_ids[0]) != (Verdict.LISTED, "scenario.case_0")


def test_whatever_is_listed_is_settled_by_the_entry_shown_first() -> None:
    chance = random.Random(20260401)
    listed = 0
    for _ in range(3000):
        weights = sorted((chance.random() ** 4 for _ in range(6)), reverse=True)
        candidates = {
            f"scenario.case_{i}": Candidate(f"scenario.case_{i}", w / sum(weights), w / sum(weights) * chance.random())
            for i, w in enumerate(weights)
        }
        decision = decide(list(candidates.values()), KINDS)
        if decision.verdict is Verdict.LISTED:
            listed += 1
            first = candidates[decision.entry_ids[0]]
            assert first.settled >= 0.25 * first.score, candidates
    assert listed > 100


def test_asking_back_always_offers_a_choice() -> None:
    kinds = {f"scenario.case_{i}": Kind.SCENARIO for i in range(80)}
    decision = decide([Candidate(entry_id, 1 / 80, 1 / 80) for entry_id in kinds], kinds)
    assert decision.verdict is not Verdict.CLARIFY or len(decision.entry_ids) >= 2
