from knowledge.domain.corpus import check
from tests.knowledge.samples import a_corpus, an_entry

APPROVAL = an_entry(id="condition.prior_approval", questions=["承認は要りますか"])
SCENARIO = {"id": "scenario.lost_device", "questions": ["PCをなくした"]}


def messages(*entries: object) -> list[str]:
    return [str(fault) for fault in check(list(entries))]  # type: ignore[arg-type]


def test_a_sound_corpus_has_no_fault() -> None:
    assert check(a_corpus()) == []


def test_a_condition_that_does_not_exist_is_named_with_its_entry() -> None:
    [fault] = messages(an_entry(**SCENARIO, conditions=["condition.prior_aproval"]))
    assert fault.startswith("scenario.lost_device: conditions: 「condition.prior_aproval」")


def test_a_cost_that_does_not_exist_is_named() -> None:
    [fault] = messages(an_entry(**SCENARIO, pays_for=["cost.gone"]))
    assert "pays_for: 「cost.gone」という項目はありません" in fault


def test_a_condition_that_is_a_cost_is_refused() -> None:
    [fault] = messages(an_entry(**SCENARIO, conditions=["cost.condolence"]), an_entry())
    assert "条件(condition)ではありません" in fault


def test_paying_for_what_is_no_cost_is_refused() -> None:
    [fault] = messages(an_entry(**SCENARIO, pays_for=["condition.prior_approval"]), APPROVAL)
    assert "損害賠償・費用(liability、cost)ではありません" in fault


def test_liability_can_be_paid_for() -> None:
    damages = an_entry(id="liability.legal_damages", questions=["賠償金"])
    assert messages(an_entry(**SCENARIO, pays_for=["liability.legal_damages"]), damages) == []


def test_an_id_used_twice_is_named() -> None:
    [fault] = messages(an_entry(questions=["一つ目"]), an_entry(questions=["二つ目"]))
    assert "「cost.condolence」が二度使われています" in fault
