import pytest

from knowledge.domain.matching.matcher import Candidate, Matcher
from knowledge.domain.schema import Entry
from tests.knowledge.fakes import BlindEncoder, FakeEncoder
from tests.knowledge.samples import an_entry

ANYTHING = ["電車にPCを忘れた", "保険料", "", "😱", "あ" * 1000]


def rank(matcher: Matcher, text: str) -> list[Candidate]:
    return matcher.rank(text, FakeEncoder().encode([text])[0])


@pytest.mark.parametrize("text", ANYTHING)
def test_the_probabilities_sum_to_one(matcher: Matcher, text: str) -> None:
    assert sum(candidate.score for candidate in rank(matcher, text)) == pytest.approx(1)


def test_every_entry_is_ranked_once_the_most_probable_first(matcher: Matcher, entries: list[Entry]) -> None:
    ranked = rank(matcher, "保険料はおいくらですか")
    assert sorted(candidate.entry_id for candidate in ranked) == sorted(entry.id for entry in entries)
    assert [c.score for c in ranked] == sorted((c.score for c in ranked), reverse=True)


def test_an_entry_is_found_by_each_of_its_own_questions(matcher: Matcher, entries: list[Entry]) -> None:
    own = [(question, entry.id) for entry in entries for question in (*entry.questions, *entry.boundary)]
    assert [(question, rank(matcher, question)[0].entry_id) for question, _ in own] == own


def test_a_question_settles_its_entry(matcher: Matcher) -> None:
    best = rank(matcher, "電車にノートパソコンを置き忘れた")[0]
    assert best.settled > 0.9 * best.score


def test_a_boundary_question_finds_its_entry_without_settling_it(matcher: Matcher) -> None:
    best = rank(matcher, "車上荒らしでパソコンを盗まれた")[0]
    assert best.entry_id == "scenario.lost_device"
    assert best.settled < 0.1 * best.score


@pytest.mark.parametrize("text", ANYTHING)
def test_what_is_settled_is_part_of_the_score(matcher: Matcher, text: str) -> None:
    assert all(0 <= candidate.settled <= candidate.score for candidate in rank(matcher, text))


def test_two_entries_without_boundaries_are_enough() -> None:
    two = [an_entry(questions=["菓子折りの代金"]), an_entry(id="flow.quote", questions=["見積もりがほしい"])]
    ranked = rank(Matcher.fit(two, FakeEncoder().encode), "見積もりください")
    assert ranked[0].entry_id == "flow.quote"
    assert sum(candidate.score for candidate in ranked) == pytest.approx(1)


def test_fitting_twice_gives_the_same_ranking(entries: list[Entry]) -> None:
    once, again = (Matcher.fit(entries, FakeEncoder().encode) for _ in range(2))
    assert rank(once, "書類を落とした") == rank(again, "書類を落とした")


def test_words_tell_entries_apart_that_look_alike_to_the_encoder(entries: list[Entry]) -> None:
    encoder = BlindEncoder()
    matcher = Matcher.fit(entries, encoder.encode)
    text = "保険料を知りたい"
    assert matcher.rank(text, encoder.encode([text])[0])[0].entry_id == "silent.premium"


def test_the_words_that_spoke_for_a_class_can_be_told(matcher: Matcher) -> None:
    spoken = dict(matcher.spoken("保険料はおいくらですか", matcher.classes.index(("silent.premium", True))))
    assert max(spoken, key=lambda word: spoken[word]) == "幾ら"
