"""What visitors asked, straight into the database."""

import datetime
from typing import Any

from django.utils import timezone

from knowledge.domain.text import digest
from knowledge.models import AskedOnDay, ClarifiedQuestion, RatedAnswer, UnansweredQuestion


def unanswered(text: str, count: int = 1, masked: bool = True, ago: int = 0, **columns: Any) -> UnansweredQuestion:
    """A question asked `count` times, all of them `ago` days ago."""
    at = timezone.now() - datetime.timedelta(days=ago)
    given = {"verdict": "not_listed", "nearest": "", "last_at": at} | columns
    question = UnansweredQuestion.objects.create(key=digest(text), text=text, count=count, masked=masked, **given)
    AskedOnDay.objects.create(question=question, day=timezone.localdate(at), count=count)
    return question


def chosen(text: str, entry_id: str, count: int = 1, masked: bool = True) -> ClarifiedQuestion:
    return ClarifiedQuestion.objects.create(
        key=digest(text), text=text, entry_id=entry_id, count=count, last_at=timezone.now(), masked=masked
    )


def rated(text: str, entry_id: str, unhelpful: int = 1, helpful: int = 0, masked: bool = True) -> RatedAnswer:
    return RatedAnswer.objects.create(
        key=digest(text),
        text=text,
        entry_id=entry_id,
        verdict="listed",
        helpful=helpful,
        unhelpful=unhelpful,
        last_at=timezone.now(),
        masked=masked,
    )
