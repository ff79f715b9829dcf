from knowledge.domain.known import as_written, known_questions
from knowledge.domain.matcher import Candidate
from knowledge.domain.verdict import Verdict, decide
from tests.knowledge.samples import an_entry

ENTRY = an_entry(questions=["菓子折りの代金は出ますか"], boundary=["商品券を配ってもいいですか"])
KNOWN = known_questions([ENTRY])
SURE_OF_IT = [Candidate(ENTRY.id, 0.95, 0.94), Candidate("cost.other", 0.05, 0.05)]
SURE_OF_ANOTHER = [Candidate("cost.other", 0.95, 0.94), Candidate(ENTRY.id, 0.05, 0.0)]
KINDS = {ENTRY.id: ENTRY.kind, "cost.other": ENTRY.kind}


def test_a_boundary_question_is_never_listed_however_sure_the_model_is() -> None:
    decision = decide(as_written("商品券を配ってもいいですか?", SURE_OF_IT, KNOWN), KINDS)
    assert (decision.verdict, decision.entry_ids[0]) == (Verdict.UNDETERMINED, ENTRY.id)


def test_a_question_finds_its_entry_even_when_the_model_prefers_another() -> None:
    decision = decide(as_written("菓子折りの代金は出ますか", SURE_OF_ANOTHER, KNOWN), KINDS)
    assert (decision.verdict, decision.entry_ids[0]) == (Verdict.LISTED, ENTRY.id)


def test_width_and_punctuation_make_no_other_question() -> None:
    assert as_written("商品券を配ってもいいですか!!", SURE_OF_IT, KNOWN)[0].settled < 0.1


def test_any_other_text_is_left_to_the_model() -> None:
    assert as_written("請求書の代金は出ますか", SURE_OF_IT, KNOWN) == SURE_OF_IT
