"""What was added or asked for last is held, and no more than the set may hold; what is taken out is gone."""

from knowledge.domain.lately import Lately


def test_the_one_asked_for_longest_ago_is_forgotten_first() -> None:
    held = Lately[str](2)
    held.add("a")
    held.add("b")
    assert "a" in held
    held.add("c")
    assert [one in held for one in "abc"] == [True, False, True]


def test_what_is_taken_out_is_gone_and_may_come_back() -> None:
    held = Lately[str](2)
    held.add("a")
    held.discard("a")
    held.discard("never added")
    assert "a" not in held
    held.add("a")
    assert "a" in held
