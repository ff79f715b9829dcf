"""What becomes of a visitor's question: an example of an entry, nothing at all, or open again."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from knowledge.examples import FIELDS, Added, Place, add_examples
from knowledge.models import Draft, UnansweredQuestion

IGNORED = "ignored"


@dataclass(frozen=True)
class Taken:
    """added: the draft and what is new in it; done: how many questions left the list; elsewhere: those that stay,
    as they are examples of something else, by text; late: how many others had dealt with before."""

    added: Added
    done: int
    elsewhere: dict[str, Place]
    late: int


@transaction.atomic
def take(rows: QuerySet[Any], entry_id: str, field: str, by: str) -> Taken:
    """Make examples of the open ones among the rows. Raises what add_examples raises; then nothing has changed."""
    texts, asked = _open_texts(rows), rows.count()
    added = add_examples(entry_id, field, list(texts.values()), by)
    elsewhere = {
        text: place for text, place in added.known.items() if (place.draft.entry_id, place.field) != (entry_id, field)
    }
    settled = [pk for pk, text in texts.items() if text not in elsewhere]
    done = finish(rows.filter(pk__in=settled), by, f"{entry_id} {field}")
    settle(added.draft, by)
    return Taken(added, done, elsewhere, asked - len(texts))


def _open_texts(rows: QuerySet[Any]) -> dict[int, str]:
    return dict(rows.filter(done_at=None, masked=True).values_list("pk", "text"))


def ignore(rows: QuerySet[Any], by: str) -> int:
    """Nothing is to be done about the open ones among the rows; how many there were."""
    return finish(rows, by, IGNORED)


def take_back(rows: QuerySet[Any]) -> int:
    """Open again; what they became an example of stays as it is."""
    return rows.exclude(done_at=None).update(**_columns(rows, None, "", ""))


def finish(rows: QuerySet[Any], by: str, done_as: str) -> int:
    """The open ones among the rows leave the list; how many there were."""
    return rows.filter(done_at=None).update(**_columns(rows, timezone.now(), by, done_as))


def _columns(rows: QuerySet[Any], at: Any, by: str, done_as: str) -> dict[str, Any]:
    """Who and what is kept of unanswered questions alone."""
    kept = {"done_at": at}
    return kept | {"done_by": by, "done_as": done_as} if rows.model is UnansweredQuestion else kept


def settle(draft: Draft, by: str) -> int:
    """Open questions that the draft's own lines hold now, word for word, leave the list; how many there were."""
    return sum(_settle(draft.data.get(field) or (), f"{draft.entry_id} {field}", by) for field in FIELDS)


def _settle(lines: Iterable[str], done_as: str, by: str) -> int:
    return finish(UnansweredQuestion.objects.filter(text__in=list(lines)), by, done_as)
