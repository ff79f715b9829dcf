"""A release on trial decides as the bot does, one question at a time."""

import pytest

from knowledge.domain.matching.matcher import Matcher
from knowledge.domain.matching.verdict import conclude, decide
from knowledge.domain.matching.weighing import Weigher
from knowledge.domain.schema import Entry
from knowledge.domain.trial import questions_of
from tests.knowledge.fakes import FakeEncoder
from tests.knowledge.samples import a_corpus, an_entry

ASKED = [
    "保険料はおいくらですか",
    "電車で名簿をなくした",
    "地震保険と火災保険",
    "ありがとうね",
    "xyzzy",
    "",
    "書類を盗まれた",
]
SINGLE = [entry.model_copy(update={"boundary": ()}) for entry in a_corpus()]
MANY = [*a_corpus(), *(an_entry(id=f"cost.c{i}", questions=[f"費用{i}は出ますか"]) for i in range(40))]


@pytest.mark.parametrize("entries", [a_corpus(), SINGLE, MANY], ids=["some unsettled", "one class each", "many"])
def test_each_text_is_decided_as_alone(entries: list[Entry]) -> None:
    encode = FakeEncoder().encode
    matcher, kinds = Matcher.fit(entries, encode), {entry.id: entry.kind for entry in entries}
    texts = [*ASKED, *(text for _, _, text in questions_of(entries))]
    rows = Weigher(matcher.classes, kinds).rows(matcher.probabilities(texts, encode(texts)))
    for text, row in zip(texts, rows, strict=True):
        assert conclude(row.weighed, kinds) == decide(matcher.rank(text, encode([text])[0]), kinds), text


def test_the_scores_are_those_of_the_entries() -> None:
    entries, encode = a_corpus(), FakeEncoder().encode
    matcher, kinds = Matcher.fit(entries, encode), {entry.id: entry.kind for entry in entries}
    weigher = Weigher(matcher.classes, kinds)
    [row] = weigher.rows(matcher.probabilities(ASKED[:1], encode(ASKED[:1])))
    alone = {c.entry_id: c.score for c in matcher.rank(ASKED[0], encode(ASKED[:1])[0])}
    assert dict(zip(weigher.ids, row.scores, strict=True)) == pytest.approx(alone, abs=1e-6)


def test_an_entry_that_has_ended_keeps_its_share_and_takes_no_part() -> None:
    entries, encode = a_corpus(), FakeEncoder().encode
    matcher = Matcher.fit(entries, encode)
    kinds = {entry.id: entry.kind for entry in entries if entry.id != "scenario.lost_device"}
    texts = [*ASKED, *(text for _, _, text in questions_of(entries))]
    rows = Weigher(matcher.classes, kinds).rows(matcher.probabilities(texts, encode(texts)))
    for text, row in zip(texts, rows, strict=True):
        left = [c for c in matcher.rank(text, encode([text])[0]) if c.entry_id in kinds]
        assert conclude(row.weighed, kinds) == decide(left, kinds), text
