"""What the lists of visitors' questions can be narrowed to."""

import datetime
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils import timezone

from knowledge.domain.text import fold
from knowledge.grouped import Group
from knowledge.models import UnansweredQuestion

SINCE = {7: "7日以内", 30: "30日以内", 90: "90日以内"}


@dataclass(frozen=True)
class Filters:
    """term: words of a search; since: asked within so many days, 0 for ever; disliked: only with a 👎; done: only
    those dealt with."""

    term: str = ""
    verdict: str = ""
    since: int = 0
    disliked: bool = False
    done: bool = False

    @classmethod
    def of(cls, query: QueryDict) -> "Filters":
        since = query.get("since", "")
        return cls(
            query.get("q", "").strip(),
            query.get("verdict", ""),
            int(since) if since.isascii() and since.isdecimal() and int(since) in SINCE else 0,
            "disliked" in query,
            query.get("state") == "done",
        )

    @property
    def periods(self) -> list[tuple[int, str]]:
        return list(SINCE.items())

    @property
    def narrow(self) -> bool:
        """Whether anything is left out."""
        return bool(self.term or self.verdict or self.since or self.disliked)

    def apply(self, groups: Iterable[Group], disliked: Collection[str]) -> list[Group]:
        """What is left of the groups, most asked first; a search finds a whole group by any of its questions.

        disliked: keys of questions whose answer got a 👎."""
        oldest = timezone.now() - datetime.timedelta(days=self.since)
        left = []
        for group in groups:
            questions = tuple(
                question
                for question in group.questions
                if (not self.verdict or question.verdict == self.verdict)
                and (not self.since or question.last_at >= oldest)
                and (not self.disliked or question.key in disliked)
            )
            if questions and self.finds(question.text for question in questions):
                left.append(replace(group, questions=questions))
        return sorted(left, key=lambda group: -group.count)

    def narrowed(self, questions: QuerySet[UnansweredQuestion]) -> QuerySet[UnansweredQuestion]:
        """The same for a plain list."""
        return questions.filter(pk__in=self.found(questions)) if self.term else questions

    def found(self, rows: QuerySet[Any]) -> Sequence[int]:
        """Read here and not by the database, which folds no width and no case of Japanese."""
        return [pk for pk, text in rows.values_list("pk", "text") if self.finds([text])]

    def finds(self, texts: Iterable[str]) -> bool:
        """Whether one of the texts holds every word of the search."""
        words = fold(self.term).split()
        return any(all(word in folded for word in words) for folded in map(fold, texts))
