"""What visitors must have met, whatever was broken meanwhile; told in sentences when it was otherwise."""

from collections.abc import Iterable, Sequence

from bench.visiting import Told, Try, Visitor

IN_TIME = 6.0
"""Seconds within which each try is answered by something."""


def faults(visitors: Sequence[Visitor], web_was_away: Sequence[tuple[float, float]] = ()) -> list[str]:
    """Sentences with their counts; none when every promise was kept. Asks the running hosho for the transcripts.

    `web_was_away`: times of time.monotonic() between which nobody could answer."""
    told = [told for visitor in visitors for told in visitor.told]
    tries = [made for visitor in visitors for made in visitor.opening] + [made for t in told for made in t.tries]
    counts = {
        "messages lost, doubled or out of order": sum(map(_lost_or_doubled, visitors)),
        "messages never answered": sum(one.reply is None for one in told),
        "replies without a word": sum(one.reply is not None and not one.reply["messages"] for one in told),
        "replies that changed when the message was sent again": sum(map(_changes, visitors)),
        "5xx without problem+json": sum(made.unshaped for made in tries),
        "apologies without a way to a person": sum(_leads_nowhere(made) for made in tries),
        f"tries without an answer in {IN_TIME:.0f} s": sum(_silent(made, web_was_away) for made in tries),
    }
    return [f"{count} {name}" for name, count in counts.items() if count]


def receipts(visitors: Iterable[Visitor]) -> list[str]:
    return [receipt for visitor in visitors for receipt in visitor.receipts]


def slowest(visitors: Iterable[Visitor]) -> float:
    """Seconds of the slowest try that was answered."""
    return max(made.seconds for v in visitors for told in v.told for made in told.tries if made.status is not None)


def _lost_or_doubled(visitor: Visitor) -> bool:
    said = [message for message in visitor.transcript() if message["from"] == "visitor"]
    return [(message["id"], message["text"]) for message in said] != [(told.id, told.text) for told in visitor.told]


def _changes(visitor: Visitor) -> int:
    return sum(visitor.again(told) != told.reply for told in _some(visitor.told))


def _some(told: list[Told]) -> list[Told]:
    """Those that had to be tried more than once, and the last."""
    return [one for one in told if len(one.tries) > 1][:5] + told[-1:]


def _leads_nowhere(made: Try) -> bool:
    return made.problem is not None and (made.status or 0) >= 500 and "担当者" not in made.problem["detail"]


def _silent(made: Try, web_was_away: Sequence[tuple[float, float]]) -> bool:
    if made.seconds <= IN_TIME:
        return False
    end = made.at + made.seconds
    return not any(made.at < back and away < end for away, back in web_was_away)
