"""A message that names a leak but not what happened is asked back about, whatever entry it sounds like."""

from knowledge.domain.answer import compose
from knowledge.domain.matching.matcher import Candidate
from knowledge.domain.matching.verdict import Decision, Verdict, decide
from knowledge.domain.schema import Entry, Kind
from tests.knowledge.samples import a_corpus, an_entry

KINDS = {"vague.which_case": Kind.VAGUE, "scenario.lost_device": Kind.SCENARIO, "cost.investigation": Kind.COST}


def vague(*see_also: str) -> dict[str, Entry]:
    """The small corpus with an entry for vague messages."""
    made = an_entry(id="vague.which_case", source="", answer="どのような事故ですか。", see_also=see_also)
    return {entry.id: entry for entry in [*a_corpus(), made]}


def test_a_vague_message_is_asked_back_about_with_cases_only() -> None:
    scores = {"vague.which_case": 0.6, "cost.investigation": 0.3, "scenario.lost_device": 0.1}
    decision = decide([Candidate(entry_id, score, score) for entry_id, score in scores.items()], KINDS)
    assert (decision.verdict, decision.entry_ids) == (Verdict.CLARIFY, ("scenario.lost_device",))


def test_only_the_cases_that_staff_named_are_offered() -> None:
    near = ("scenario.lost_device", "scenario.missent_mail")
    answer = compose(Decision(Verdict.CLARIFY, near, "vague.which_case"), vague("scenario.missent_mail"))
    assert [entry.id for entry in answer.entries] == ["scenario.missent_mail"]
    assert answer.summary == "どのような事故ですか。"
