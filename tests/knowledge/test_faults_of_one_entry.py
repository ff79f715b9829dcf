"""What an editor is told of the entry at hand: the line that is meant, and only what is its own fault."""

from knowledge.domain.entry_faults import FieldFault, own_faults, shared_faults
from tests.knowledge.samples import an_entry

LONG = "車上荒らしに遭い、後部座席に置いていた鞄ごとノートパソコンと顧客名簿を持ち去られた場合はどうなりますか、全額"


def test_the_line_of_a_list_that_is_wrong_is_quoted() -> None:
    data = an_entry().model_dump(mode="json") | {"conditions": ["condition.prior_approval", "事前の承認"]}
    [fault] = own_faults(data)
    assert fault.field == "conditions"
    assert fault.message.startswith("「事前の承認」: ")


def test_a_question_in_another_entry_too_is_named_with_that_entry() -> None:
    other = an_entry(id="cost.advertising", questions=["お詫びの品の代金は出ますか"])
    [fault] = shared_faults(an_entry(), [other])
    assert (fault.field, fault.other) == ("questions", "cost.advertising")


def test_what_others_share_among_themselves_is_no_fault_of_this_one() -> None:
    others = [an_entry(id=f"cost.{name}", questions=["新聞広告は出ますか"]) for name in ("advertising", "consulting")]
    assert list[FieldFault](shared_faults(an_entry(), others)) == []
