"""What a prepared release changes against the live one: in its entries, and in what it answers."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from pydantic import BaseModel

from knowledge.domain.answer import LABELS
from knowledge.domain.matching.verdict import Decision
from knowledge.domain.schema import Entry
from knowledge.domain.trial import Outcome

MOVED, MOVED_ELSEWHERE = 0.10, 0.30
"""Change of probability from which another outcome is a change of mind: near what was added, changed or removed, and
elsewhere. Fitting anew moves every question a little; those that stand at a bound fall to its other side without
anything having got worse."""
WEAKENED_FROM, WEAKENED_SHARE = 2, 0.10
"""Questions that an entry is no longer found by, once they are left out, from which it counts as weakened: so many, and
so large a part of those it was found by."""
SHOWN = 200
"""Questions of one sort kept in a report."""


class Change(BaseModel):
    """A question that is answered otherwise; before and after in words, expected where the new answer is wrong."""

    entry_id: str
    role: str
    question: str
    before: str
    after: str
    expected: str = ""


class Report(BaseModel):
    """base: number of the release compared with, 0 for none. added, removed: entry ids; changed: entry id -> fields.

    regressions: were right and are wrong now; or right as they stand, but their like would be answered wrongly now
    because of what was added or changed, and called listed, or so many of an entry that it is weakened.
    likes: the same, neither called listed nor many.
    false_assurances: are called listed now and must not be, and were not before.
    unfound: questions new with this release that it does not find. other: answered otherwise, and not wrong.
    counts: how many of each there are in all, with `asked`, `wrong` and `assured` of the whole; of so many questions
    that only a sample was asked, `held` tells how many there are."""

    base: int = 0
    added: list[str] = []
    removed: list[str] = []
    changed: dict[str, list[str]] = {}
    regressions: list[Change] = []
    false_assurances: list[Change] = []
    unfound: list[Change] = []
    likes: list[Change] = []
    other: list[Change] = []
    counts: dict[str, int] = {}

    @property
    def changes_nothing(self) -> bool:
        return not (self.added or self.removed or self.changed)


def entry_changes(before: Mapping[str, Entry], after: Mapping[str, Entry]) -> Report:
    """A report of what differs in the entries alone."""
    both = before.keys() & after.keys()
    changed = {i: differing(before[i], after[i]) for i in sorted(both) if before[i] != after[i]}
    added, removed = sorted(after.keys() - both), sorted(before.keys() - both)
    return Report(added=added, removed=removed, changed=changed)


def differing(before: Entry, after: Entry) -> list[str]:
    """Names of the fields that differ."""
    return [name for name in Entry.model_fields if getattr(before, name) != getattr(after, name)]


Asking = Callable[[Sequence[Outcome]], Sequence[Outcome]]
"""Asks the release before the questions of these outcomes: its outcomes, in the same order."""


@dataclass(frozen=True)
class Trial:
    """The prepared release on trial. tried: its questions asked of it; left_out: its own questions, each asked of the
    model without it; held: how many questions there are, where only a sample was asked."""

    entries: Mapping[str, Entry]
    tried: Sequence[Outcome]
    left_out: Sequence[Outcome]
    held: int = 0


def compare(
    base: int, before: Mapping[str, Entry], after: Trial, asked_before: Asking, left_out_before: Asking
) -> Report:
    """The report on `after` against release number `base` with the entries `before`. The release before is asked only
    what matters: questions answered wrongly now, and those near what was added, changed or removed."""
    report = entry_changes(before, after.entries).model_copy(update={"base": base})
    sorts: dict[str, list[Change]] = {name: [] for name in _SORTS}
    touched = {*report.added, *report.changed, *report.removed}
    matters = [o for o in after.tried if o.wrong or _near(o) & touched] if base else []
    for old, new in zip(asked_before(matters), matters, strict=True):
        if sort := _sort(old, new, touched, _held(new, before)):
            sorts[sort].append(_change(old, new, after.entries))
    doubted = [o for o in after.left_out if base and o.wrong and _near(o) & touched and _held(o, before)]
    lost: dict[str, list[tuple[Outcome, Change]]] = {}
    for old, new in zip(left_out_before(doubted), doubted, strict=True):
        if not old.wrong and _moved(old, new) >= MOVED:
            lost.setdefault(new.entry_id, []).append((new, _change(old, new, after.entries)))
    still_found = Counter(o.entry_id for o in after.left_out if not o.wrong)
    for entry_id, losses in lost.items():
        weakened = len(losses) >= max(WEAKENED_FROM, WEAKENED_SHARE * (still_found[entry_id] + len(losses)))
        for new, change in losses:
            sorts["regressions" if weakened or new.false_assurance else "likes"].append(change)
    counts = {name: len(changes) for name, changes in sorts.items()}
    counts |= {"held": after.held or len(after.tried), "asked": len(after.tried)}
    counts |= {"wrong": sum(bool(new.wrong) for new in after.tried)}
    counts["assured"] = sum(new.false_assurance for new in after.tried)
    shown = {name: changes[:SHOWN] for name, changes in sorts.items()}
    return report.model_copy(update={**shown, "counts": counts})


_SORTS = ("regressions", "false_assurances", "unfound", "likes", "other")


def _sort(old: Outcome, new: Outcome, touched: set[str], known: bool) -> str | None:
    moved = _moved(old, new) >= (MOVED if _near(new) & touched else MOVED_ELSEWHERE)
    if new.false_assurance and not old.false_assurance and moved:
        return "false_assurances"
    if new.wrong and not known:
        return "unfound"
    if new.wrong and not old.wrong and moved:
        return "regressions"
    told = _moved(old, new) >= MOVED and _told(old.decision) != _told(new.decision)
    return "other" if known and told and bool(new.wrong) <= bool(old.wrong) else None


def _held(outcome: Outcome, entries: Mapping[str, Entry]) -> bool:
    """Whether the entries hold the question, in the same role."""
    entry = entries.get(outcome.entry_id)
    return entry is not None and outcome.question in getattr(entry, outcome.role)


def _moved(old: Outcome, new: Outcome) -> float:
    return max(abs(new.own - old.own), abs(new.settled - old.settled))


def _near(outcome: Outcome) -> set[str | None]:
    """The entries that the question has to do with."""
    return {outcome.entry_id, outcome.best, *outcome.decision.entry_ids[:1], outcome.decision.topic}


def _told(decision: Decision) -> tuple[str, str | None]:
    return decision.verdict, decision.entry_ids[0] if decision.entry_ids else decision.topic


def _change(old: Outcome, new: Outcome, entries: Mapping[str, Entry]) -> Change:
    return Change(
        entry_id=new.entry_id,
        role=new.role,
        question=new.question,
        before=in_words(old.decision, entries),
        after=in_words(new.decision, entries),
        expected=new.wrong,
    )


def in_words(decision: Decision, entries: Mapping[str, Entry]) -> str:
    """掲載あり「委託先からの…」: the verdict and the title of what is shown first."""
    label = LABELS.get(decision.verdict, "あいさつなど")
    first = entries.get(decision.entry_ids[0] if decision.entry_ids else decision.topic or "")
    return f"{label}「{first.title}」" if first else label
