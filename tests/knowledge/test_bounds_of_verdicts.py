"""Where exactly one verdict ends and the next begins, and which entries are shown on either side."""

import pytest

from knowledge.domain.matching.boundary_words import bounded
from knowledge.domain.matching.matcher import Candidate
from knowledge.domain.matching.verdict import Decision, Verdict, Weighed, conclude, decide, weigh
from knowledge.domain.schema import Kind

LOST, MISSENT, LEAK, LATE = (f"scenario.{name}" for name in ("lost", "missent", "leak", "late"))
INQUIRY, QUOTE, RANSOM, VAGUE = "flow.inquiry", "flow.quote", "silent.ransom", "vague.which_case"
KINDS = {entry_id: Kind(entry_id.partition(".")[0]) for entry_id in (LOST, MISSENT, LEAK, LATE)}
KINDS |= {INQUIRY: Kind.FLOW, QUOTE: Kind.FLOW, RANSOM: Kind.SILENT, VAGUE: Kind.VAGUE}
KINDS |= {"outside.fire": Kind.OUTSIDE, "small_talk.thanks": Kind.SMALL_TALK, "cost.investigation": Kind.COST}


def page(*scores: float, first: str = LOST) -> tuple[Candidate, ...]:
    ids = (first, *(entry_id for entry_id in (MISSENT, LEAK, LATE) if entry_id != first))
    return tuple(Candidate(entry_id, score, score) for entry_id, score in zip(ids, scores, strict=False))


def concluded(
    *scores: float, on_page: float = 1.0, settled: float = 1.0, own: float = 1.0, first: str = LOST
) -> Decision:
    return conclude(Weighed(page(*scores, first=first), None, None, on_page, settled, own), KINDS)


def ranked(**scores: float) -> list[Candidate]:
    return [Candidate(name.replace("__", "."), score, score) for name, score in scores.items()]


@pytest.mark.parametrize(
    ("on_page", "settled", "own", "verdict"),
    [
        (1.0, 0.50, 1.0, Verdict.LISTED),
        (1.0, 0.4999, 1.0, Verdict.UNDETERMINED),
        (1.0, 1.0, 0.25, Verdict.LISTED),
        (1.0, 1.0, 0.2499, Verdict.UNDETERMINED),
        (0.70, 1.0, 1.0, Verdict.LISTED),
        (0.6999, 1.0, 1.0, Verdict.CLARIFY),
        (0.50, 1.0, 1.0, Verdict.CLARIFY),
        (0.4999, 1.0, 1.0, Verdict.UNDETERMINED),
    ],
)
def test_each_share_has_its_least(on_page: float, settled: float, own: float, verdict: Verdict) -> None:
    assert concluded(0.8, 0.1, on_page=on_page, settled=settled, own=own).verdict is verdict


@pytest.mark.parametrize(
    ("best", "settled", "verdict"),
    [
        (0.701, 0.59, Verdict.LISTED),
        (0.700, 0.59, Verdict.CLARIFY),
        (0.700, 0.60, Verdict.LISTED),
        (0.600, 0.5999, Verdict.CLARIFY),
    ],
)
def test_more_must_be_settled_while_no_entry_holds_most_of_the_page(
    best: float, settled: float, verdict: Verdict
) -> None:
    assert concluded(best, 0.2, settled=settled).verdict is verdict


def test_most_of_the_page_is_meant_not_most_of_everything() -> None:
    assert concluded(0.60, 0.1, on_page=0.80, settled=0.55).verdict is Verdict.LISTED
    assert concluded(0.55, 0.1, on_page=0.80, settled=0.55).verdict is Verdict.CLARIFY


def test_no_entry_of_the_page_holds_most_of_it() -> None:
    assert Weighed((), None, None, 0.0, 0.0, 0.0).surely_settled == 0.60


def test_what_would_be_asked_back_about_is_undetermined_with_a_single_entry_near() -> None:
    unsure = concluded(0.69, 0.01, on_page=0.69)
    assert (unsure.verdict, unsure.entry_ids) == (Verdict.UNDETERMINED, (LOST,))


def test_two_entries_near_are_a_choice() -> None:
    unsure = concluded(0.60, 0.02, on_page=0.69)
    assert (unsure.verdict, unsure.entry_ids) == (Verdict.CLARIFY, (LOST, MISSENT))


@pytest.mark.parametrize(
    ("best", "second", "verdict"),
    [
        (0.29, 0.28, Verdict.CLARIFY),
        (0.30, 0.29, Verdict.LISTED),
        (0.25, 0.1875, Verdict.CLARIFY),
        (0.25, 0.1874, Verdict.LISTED),
        (0.025, 0.0199, Verdict.LISTED),
        (0.025, 0.02, Verdict.CLARIFY),
    ],
)
def test_two_entries_are_asked_back_about_when_neither_stands_out(best: float, second: float, verdict: Verdict) -> None:
    assert concluded(best, second).verdict is verdict


def test_a_procedure_beside_a_case_is_no_choice() -> None:
    beside = (Candidate(LOST, 0.28, 0.28), Candidate(INQUIRY, 0.28, 0.28))
    assert conclude(Weighed(beside, None, None, 1.0, 1.0, 1.0), KINDS).verdict is Verdict.LISTED


def test_a_case_that_stands_alone_is_listed_however_improbable() -> None:
    assert concluded(0.28).verdict is Verdict.LISTED


def test_information_is_not_asked_back_about_however_many_are_near() -> None:
    information = (Candidate(INQUIRY, 0.28, 0.28), Candidate(QUOTE, 0.27, 0.27))
    decision = conclude(Weighed(information, None, None, 1.0, 1.0, 1.0), KINDS)
    assert (decision.verdict, decision.entry_ids) == (Verdict.INFO, (INQUIRY, QUOTE))


@pytest.mark.parametrize(
    ("settled", "shown"),
    [(1.0, (LOST, MISSENT)), (0.1, (LOST, MISSENT, LEAK))],
)
def test_more_is_named_where_nothing_is_concluded(settled: float, shown: tuple[str, ...]) -> None:
    assert concluded(0.90, 0.02, 0.005, 0.0049, settled=settled).entry_ids == shown
    assert concluded(0.90, 0.02, 0.0049, settled=settled).entry_ids == (LOST, MISSENT)


def test_the_best_entry_is_shown_however_improbable() -> None:
    assert concluded(0.001, 0.0005).entry_ids == (LOST,)


def test_what_the_page_is_silent_on_is_shown_with_what_is_faintly_near() -> None:
    decision = conclude(Weighed(page(0.1, 0.006), Kind.SILENT, RANSOM, 0.1, 1.0, 1.0), KINDS)
    assert decision == Decision(Verdict.NOT_LISTED, (LOST, MISSENT), RANSOM)


@pytest.mark.parametrize(
    ("kind", "topic", "verdict"),
    [(Kind.OUTSIDE, "outside.fire", Verdict.DECLINED), (Kind.SMALL_TALK, "small_talk.thanks", Verdict.NONE)],
)
def test_what_is_not_about_the_page_shows_nothing_of_it(kind: Kind, topic: str, verdict: Verdict) -> None:
    assert conclude(Weighed(page(0.3, 0.1), kind, topic, 0.4, 1.0, 1.0), KINDS) == Decision(verdict, (), topic)


def test_a_vague_message_offers_every_case_and_nothing_else() -> None:
    near = (Candidate("cost.investigation", 0.2, 0.2), *page(0.1, 0.05, 0.04, 0.001))
    decision = conclude(Weighed(near, Kind.VAGUE, VAGUE, 0.391, 1.0, 1.0), KINDS)
    assert decision == Decision(Verdict.CLARIFY, (LOST, MISSENT, LEAK, LATE), VAGUE)


def test_a_vague_message_without_a_case_to_offer_is_undetermined() -> None:
    near = (Candidate("cost.investigation", 0.2, 0.2),)
    decision = conclude(Weighed(near, Kind.VAGUE, VAGUE, 0.2, 1.0, 1.0), KINDS)
    assert decision == Decision(Verdict.UNDETERMINED, (), VAGUE)


def test_what_is_weighed_are_shares_of_the_page() -> None:
    candidates = [Candidate(LOST, 0.5, 0.25), Candidate(RANSOM, 0.25, 0.25), Candidate(MISSENT, 0.25, 0.125)]
    weighed = weigh(candidates, KINDS)
    assert weighed == Weighed((candidates[0], candidates[2]), None, None, 0.75, 0.5, 0.5)


def test_without_anything_of_the_page_nothing_is_settled() -> None:
    assert weigh([Candidate(RANSOM, 1.0, 1.0)], KINDS) == Weighed((), Kind.SILENT, RANSOM, 0.0, 0.0, 0.0)
    assert weigh([Candidate(LOST, 0.0, 0.0)], KINDS).own == 0.0


def test_of_equal_shares_the_one_found_first_decides() -> None:
    assert decide(ranked(scenario__lost=0.5, silent__ransom=0.5), KINDS).verdict is not Verdict.NOT_LISTED
    assert decide(ranked(silent__ransom=0.5, scenario__lost=0.5), KINDS).verdict is Verdict.NOT_LISTED


def test_every_group_outside_the_page_counts_for_itself() -> None:
    scores = ranked(scenario__lost=0.4, silent__ransom=0.3, outside__fire=0.2, small_talk__thanks=0.1)
    assert weigh(scores, KINDS).group is None


def test_a_decision_shows_nothing_unless_told() -> None:
    assert (Decision(Verdict.NONE).entry_ids, Decision(Verdict.NONE).topic) == ((), None)


def test_a_decision_without_an_entry_is_bounded_by_none() -> None:
    assert bounded(Decision(Verdict.LISTED), "盗まれました", {}) == Decision(Verdict.LISTED)


def test_the_names_of_the_verdicts_are_those_of_the_public_interface() -> None:
    names = ["listed", "undetermined", "clarify", "not_listed", "info", "declined", "none"]
    assert [verdict.value for verdict in Verdict] == names
