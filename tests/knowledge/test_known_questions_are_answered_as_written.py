import numpy as np

from knowledge.domain.matching.known import as_written, known_questions
from knowledge.domain.matching.matcher import Grouping
from knowledge.domain.matching.verdict import Decision, Verdict, decide
from tests.knowledge.samples import an_entry

ENTRY = an_entry(questions=["菓子折りの代金は出ますか"], boundary=["商品券を配ってもいいですか"])
OTHER = an_entry(id="cost.other", questions=["ほかの費用は出ますか", "!?"])
KNOWN = known_questions([OTHER, ENTRY])
CLASSES = ((ENTRY.id, True), (ENTRY.id, False), (OTHER.id, True))
SURE_OF_IT, SURE_OF_ANOTHER = np.array([0.94, 0.01, 0.05]), np.array([0.0, 0.05, 0.95])
KINDS = {ENTRY.id: ENTRY.kind, OTHER.id: OTHER.kind}


def decided(text: str, probabilities: np.ndarray) -> Decision:
    label = KNOWN.label(text)
    assert label is not None
    corrected = as_written(probabilities, CLASSES.index(label))
    return decide(Grouping.of(CLASSES).candidates(corrected), KINDS)


def test_a_boundary_question_is_never_listed_however_sure_the_model_is() -> None:
    decision = decided("商品券を配ってもいいですか?", SURE_OF_IT)
    assert (decision.verdict, decision.entry_ids[0]) == (Verdict.UNDETERMINED, ENTRY.id)


def test_a_question_finds_its_entry_even_when_the_model_prefers_another() -> None:
    decision = decided("菓子折りの代金は出ますか", SURE_OF_ANOTHER)
    assert (decision.verdict, decision.entry_ids[0]) == (Verdict.LISTED, ENTRY.id)


def test_width_and_punctuation_make_no_other_question() -> None:
    assert KNOWN.label("商品券を配ってもいいですか!!") == KNOWN.label("商品券を配ってもいいですか") == (ENTRY.id, False)


def test_the_probabilities_are_shared_out_as_before() -> None:
    corrected = as_written(SURE_OF_ANOTHER, 1)
    assert corrected.sum() == 1.0
    assert corrected.argmax() == 1


def test_any_other_text_is_left_to_the_model() -> None:
    assert KNOWN.label("請求書の代金は出ますか") is None


def test_what_has_no_letter_is_left_to_the_model_though_an_entry_holds_it() -> None:
    assert KNOWN.label("!?") is None
    assert KNOWN.label("") is None


def test_where_nothing_is_known_nothing_is_found() -> None:
    assert known_questions([]).label("菓子折りの代金は出ますか") is None
