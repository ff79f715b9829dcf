import pytest
from pydantic import ValidationError

from tests.knowledge.samples import an_entry

PROMISES = [
    "必ずお支払いします。",
    "確実に対象です。",
    "損害は全額お支払いします。",
    "費用の100%が対象です。",
    "費用の100 ％が対象です。",
    "間違いなく支払われます。",
]


@pytest.mark.parametrize("promise", PROMISES)
def test_an_answer_that_promises_payment_is_refused(promise: str) -> None:
    with pytest.raises(ValidationError, match="支払いを約束する言葉"):
        an_entry(answer=promise)


def test_a_promise_written_full_width_is_refused() -> None:
    with pytest.raises(ValidationError, match="支払いを約束する言葉"):
        an_entry(answer="費用の１００％が対象です。")


def test_a_promise_split_by_the_files_line_break_is_refused() -> None:
    with pytest.raises(ValidationError, match="支払いを約束する言葉"):
        an_entry(answer="損害は全\n額お支払いします。")


def test_a_promise_in_the_boundary_note_is_refused_for_visitors_read_it_too() -> None:
    with pytest.raises(ValidationError, match="支払いを約束する言葉"):
        an_entry(boundary_note="盗難の場合も必ずお支払いします。")


def test_the_refusal_quotes_the_word() -> None:
    with pytest.raises(ValidationError, match="「全額」"):
        an_entry(answer="全額をお支払いします。")


def test_a_question_may_ask_for_a_promise() -> None:
    assert an_entry(questions=["必ず全額もらえますか"]).questions == ("必ず全額もらえますか",)


def test_words_that_only_describe_are_allowed() -> None:
    assert "一部の費用" in an_entry(answer="一部の費用について、承認を得ることが必要とされています。").answer
