"""A case near the page that it does not settle: an entry with boundary questions alone is found and never concluded."""

import pytest
from pydantic import ValidationError

from knowledge.domain.answer import compose
from knowledge.domain.faults import in_japanese, mistakes
from knowledge.domain.matching.matcher import Matcher
from knowledge.domain.matching.verdict import Decision, Verdict, decide
from knowledge.domain.schema import Entry
from tests.knowledge.fakes import FakeEncoder
from tests.knowledge.samples import a_corpus, an_entry

SNS = an_entry(
    id="scenario.sns_hijack",
    title="公式SNSアカウントの乗っ取り",
    questions=[],
    boundary=["公式SNSが乗っ取られた", "会社のXに偽の投稿をされた", "インスタの公式アカウントを奪われた"],
)


@pytest.mark.parametrize("text", [*SNS.boundary, "会社の公式インスタが乗っ取られた"])
def test_it_is_found_and_left_to_a_person(text: str) -> None:
    entries, encode = [*a_corpus(), SNS], FakeEncoder().encode
    matcher = Matcher.fit(entries, encode)
    decision = decide(matcher.rank(text, encode([text])[0]), {entry.id: entry.kind for entry in entries})
    assert decision.verdict is Verdict.UNDETERMINED
    assert decision.entry_ids[0] == "scenario.sns_hijack"


def test_it_is_not_said_to_stand_on_the_page() -> None:
    answer = compose(Decision(Verdict.UNDETERMINED, (SNS.id,)), {SNS.id: SNS})
    assert "「公式SNSアカウントの乗っ取り」についてのお尋ねですね" in answer.text
    assert "掲載があります" not in answer.text


@pytest.mark.parametrize("changes", [{}, {"kind": "silent", "id": "silent.sns", "boundary": ["公式SNSが乗っ取られた"]}])
def test_nothing_that_finds_it_is_a_fault_of_its_questions(changes: dict[str, object]) -> None:
    data = {**SNS.model_dump(mode="json"), "boundary": [], **changes}
    with pytest.raises(ValidationError) as caught:
        Entry.model_validate(data)
    [said] = [in_japanese(error) for error in mistakes(caught.value)]
    assert said.startswith("questions: 1件以上書いてください")
