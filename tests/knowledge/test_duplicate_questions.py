from knowledge.domain.corpus import check
from tests.knowledge.samples import an_entry

ADVERTISING = "cost.advertising"


def test_a_question_of_two_entries_is_named_with_both() -> None:
    [fault] = check([an_entry(questions=["広告の費用は？"]), an_entry(id=ADVERTISING, questions=["広告の費用は？"])])
    assert fault.place == ADVERTISING
    assert "「広告の費用は？」は cost.condolence にもあります" in fault.message


def test_the_same_question_in_other_width_and_punctuation_is_a_duplicate() -> None:
    assert check([an_entry(questions=["ｵﾜﾋﾞの品、ＯＫ？"]), an_entry(id=ADVERTISING, questions=["オワビの品ok"])])


def test_a_question_that_is_also_a_boundary_is_a_duplicate() -> None:
    assert check([an_entry(questions=["菓子折りの代金"], boundary=["菓子折りの代金"])])


def test_a_question_twice_in_one_entry_is_a_duplicate() -> None:
    assert check([an_entry(questions=["菓子折りの代金", "菓子折りの代金"])])


def test_another_entrys_question_may_be_excluded_here() -> None:
    assert check([an_entry(not_questions=["広告の費用は"]), an_entry(id=ADVERTISING, questions=["広告の費用は"])]) == []


def test_questions_without_any_word_are_compared_as_they_are() -> None:
    assert check([an_entry(questions=["😱"]), an_entry(id=ADVERTISING, questions=["？？？"])]) == []


def test_each_further_use_is_a_fault_of_its_own() -> None:
    same = {"questions": ["菓子折りの代金"]}
    assert len(check([an_entry(**same), an_entry(id=ADVERTISING, **same), an_entry(id="cost.x", **same)])) == 2
