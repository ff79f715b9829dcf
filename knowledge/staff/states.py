"""What may be said of a draft beside its content: against the live release, by its dates, by how well it is found."""

import datetime
from enum import StrEnum

from django.db.models import F, Q

from knowledge.models import Draft
from knowledge.quality import FEW

WEAK_BELOW = 0.5
"""Share of its own questions that find an entry when held out; below, it is weak."""


class State(StrEnum):
    """A draft against the live release."""

    NEW = "new"
    CHANGED = "changed"
    LIVE = "live"


LABELS = {State.NEW: "新規", State.CHANGED: "変更あり", State.LIVE: "公開中"}


def state_of(draft: Draft) -> State:
    if not draft.live_digest:
        return State.NEW
    return State.LIVE if draft.digest == draft.live_digest else State.CHANGED


def in_state(state: State) -> Q:
    """The drafts of which state_of says so."""
    if state is State.NEW:
        return Q(live_digest="")
    same = Q(digest=F("live_digest"))
    return same if state is State.LIVE else ~same & ~Q(live_digest="")


def out_of_period(day: datetime.date) -> Q:
    """The drafts whose dates exclude this day."""
    return Q(valid_from__gt=day) | Q(valid_until__lt=day)


def period(draft: Draft, day: datetime.date) -> str:
    """Why the draft does not answer on this day, in words; "" when it does."""
    if draft.valid_from and draft.valid_from > day:
        return f"{draft.valid_from:%Y-%m-%d}から"
    if draft.valid_until and draft.valid_until < day:
        return f"{draft.valid_until:%Y-%m-%d}に終了"
    return ""


def weak() -> Q:
    """The drafts that are found badly or have few questions."""
    return Q(found_share__lt=WEAK_BELOW) | Q(question_count__lt=FEW)
