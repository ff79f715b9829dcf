"""Unanswered questions grouped by likeness, with what staff want to know of a group at a glance."""

import datetime
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from django.utils import timezone

from knowledge import live
from knowledge.domain.grouping import alike
from knowledge.models import AskedOnDay, UnansweredQuestion
from knowledge.vectors import encode_cached, not_cached

PORTION = 100
"""New texts encoded at a time: two to five seconds."""
MOST = 5000
"""Questions grouped together; those asked least wait until others are done."""
DAYS = 28
"""Days of a trend, today the last."""


@dataclass(frozen=True)
class Group:
    """Questions that are alike, the most central first. days: for each question how often it was asked on each day."""

    questions: tuple[UnansweredQuestion, ...]
    days: dict[int, tuple[int, ...]]

    @cached_property
    def representative(self) -> UnansweredQuestion:
        """The one asked most; of several, the most central."""
        return max(self.questions, key=lambda question: question.count)

    @cached_property
    def count(self) -> int:
        return sum(question.count for question in self.questions)

    @cached_property
    def trend(self) -> list[int]:
        """How often they were asked on each of the last DAYS days."""
        each = [self.days[question.pk] for question in self.questions if question.pk in self.days]
        return [sum(counts) for counts in zip(*each, strict=True)] if each else [0] * DAYS

    @property
    def last_week(self) -> int:
        return sum(self.trend[-7:])

    @property
    def week_before(self) -> int:
        return sum(self.trend[-14:-7])

    @cached_property
    def nearest(self) -> str:
        """The id of the entry that is nearest to most of what was asked, "" when nothing is."""
        return self._most("nearest")[0][0]

    @cached_property
    def verdicts(self) -> list[tuple[str, int]]:
        """How often each verdict was given, the most frequent first."""
        return self._most("verdict")

    def _most(self, column: str) -> list[tuple[str, int]]:
        counts: Counter[str] = Counter()
        for question in self.questions:
            counts[getattr(question, column)] += question.count
        return counts.most_common()


@dataclass(frozen=True)
class Sorted:
    """Groups, most asked first; `waiting`: questions that could not be grouped yet."""

    groups: list[Group]
    waiting: int


def in_groups(questions: Sequence[UnansweredQuestion]) -> Sorted:
    """The questions, most asked first, in groups. Encodes PORTION new texts at most; the others wait for the next."""
    asked = sorted(questions[:MOST], key=lambda question: question.pk)
    places = _places(tuple(question.text for question in asked))
    days = _by_day()
    groups = [Group(tuple(asked[i] for i in group), days) for group in places]
    groups.sort(key=lambda group: (-group.count, -group.last_week, group.representative.pk))
    return Sorted(groups, len(questions) - sum(map(len, places)))


def _places(texts: tuple[str, ...]) -> Sequence[Sequence[int]]:
    """Groups of places in the texts; those not encoded yet are in none."""
    try:
        number = live.current().number
    except live.NoRelease:
        return [(i,) for i in range(len(texts))]
    new = not_cached(live.encoder(), texts)
    encode_cached(live.encoder(), new[:PORTION])
    waiting = set(new[PORTION:])
    ready = [i for i, text in enumerate(texts) if text not in waiting]
    groups = _alike(tuple(texts[i] for i in ready), number, live.encoder().version)
    return [[ready[i] for i in group] for group in groups]


@lru_cache(maxsize=2)
def _alike(texts: tuple[str, ...], release: int, encoder: str) -> list[tuple[int, ...]]:
    """Kept for as long as neither the questions nor the release change: a page is turned in an instant."""
    return alike(encode_cached(live.encoder(), texts), live.current().matcher.mean)


def _by_day() -> dict[int, tuple[int, ...]]:
    """For each open question asked lately, its counts on the last DAYS days."""
    first = timezone.localdate() - datetime.timedelta(days=DAYS - 1)
    rows = AskedOnDay.objects.filter(day__gte=first, question__done_at=None).values_list("question", "day", "count")
    counts: dict[int, list[int]] = {}
    for question, day, count in rows:
        counts.setdefault(question, [0] * DAYS)[(day - first).days] = count
    return {question: tuple(found) for question, found in counts.items()}
