"""Each verdict, reached by candidates made for it."""

from knowledge.domain.matching.matcher import Candidate
from knowledge.domain.matching.verdict import OFF_PAGE, Verdict, decide
from knowledge.domain.schema import PAGE_KINDS, Kind

KINDS = {
    "scenario.lost_device": Kind.SCENARIO,
    "scenario.missent_mail": Kind.SCENARIO,
    "feature.external_attack": Kind.FEATURE,
    "cost.investigation": Kind.COST,
    "cost.advertising": Kind.COST,
    "flow.inquiry": Kind.FLOW,
    "silent.premium": Kind.SILENT,
    "silent.ransom": Kind.SILENT,
    "outside.fire_insurance": Kind.OUTSIDE,
    "small_talk.thanks": Kind.SMALL_TALK,
}


def candidates(**scores: float | tuple[float, float]) -> list[Candidate]:
    """name=score (all of it settled) or name=(score, settled), most probable first."""
    made = []
    for name, given in scores.items():
        score, settled = given if isinstance(given, tuple) else (given, given)
        made.append(Candidate(name.replace("__", "."), score, settled if KINDS[name.replace("__", ".")] else 0.0))
    return made


def test_every_kind_that_does_not_stand_on_the_page_has_a_verdict() -> None:
    assert set(OFF_PAGE) == set(Kind) - PAGE_KINDS


def test_a_case_that_an_entry_settles_is_listed() -> None:
    decision = decide(candidates(scenario__lost_device=0.9, cost__investigation=0.1), KINDS)
    assert decision.verdict is Verdict.LISTED
    assert decision.entry_ids[0] == "scenario.lost_device"


def test_a_case_near_an_entry_that_does_not_settle_it_is_undetermined() -> None:
    decision = decide(candidates(scenario__lost_device=(0.9, 0.1), silent__premium=0.1), KINDS)
    assert decision.verdict is Verdict.UNDETERMINED
    assert decision.entry_ids == ("scenario.lost_device",)


def test_cases_about_as_likely_are_asked_back_about() -> None:
    scores = candidates(
        scenario__lost_device=0.28, scenario__missent_mail=0.27, cost__investigation=0.25, silent__premium=0.2
    )
    decision = decide(scores, KINDS)
    assert decision.verdict is Verdict.CLARIFY
    assert decision.entry_ids == ("scenario.lost_device", "scenario.missent_mail", "cost.investigation")


def test_what_the_page_is_silent_on_is_not_listed_with_its_topic() -> None:
    decision = decide(candidates(silent__premium=0.8, scenario__lost_device=0.2), KINDS)
    assert decision.verdict is Verdict.NOT_LISTED
    assert decision.topic == "silent.premium"


def test_silent_topics_count_together_against_the_page() -> None:
    scores = candidates(scenario__lost_device=0.4, silent__ransom=0.35, silent__premium=0.25)
    decision = decide(scores, KINDS)
    assert decision.verdict is Verdict.NOT_LISTED
    assert decision.topic == "silent.ransom"


def test_a_question_about_the_procedure_is_information() -> None:
    decision = decide(candidates(flow__inquiry=0.9, scenario__lost_device=0.1), KINDS)
    assert decision.verdict is Verdict.INFO
    assert decision.entry_ids[0] == "flow.inquiry"


def test_another_business_is_declined_and_shows_no_entry() -> None:
    decision = decide(candidates(outside__fire_insurance=0.7, scenario__lost_device=0.3), KINDS)
    assert decision.verdict is Verdict.DECLINED
    assert decision.entry_ids == ()
    assert decision.topic == "outside.fire_insurance"


def test_small_talk_has_no_verdict() -> None:
    decision = decide(candidates(small_talk__thanks=0.9, flow__inquiry=0.1), KINDS)
    assert decision.verdict is Verdict.NONE
    assert decision.topic == "small_talk.thanks"


def test_no_candidate_at_all_concludes_nothing() -> None:
    decision = decide([], KINDS)
    assert decision.verdict is Verdict.UNDETERMINED
    assert decision.entry_ids == ()


def test_at_most_three_entries_are_shown() -> None:
    scores = candidates(
        scenario__lost_device=0.4,
        cost__investigation=0.2,
        scenario__missent_mail=0.2,
        cost__advertising=0.1,
        feature__external_attack=0.1,
    )
    assert len(decide(scores, KINDS).entry_ids) == 3


def test_what_is_hardly_probable_is_not_shown() -> None:
    decision = decide(candidates(scenario__lost_device=0.99, cost__investigation=0.01), KINDS)
    assert decision.entry_ids == ("scenario.lost_device",)


def test_only_entries_of_the_page_are_shown_as_near() -> None:
    decision = decide(candidates(silent__premium=0.5, silent__ransom=0.3, cost__investigation=0.2), KINDS)
    assert decision.entry_ids == ("cost.investigation",)
