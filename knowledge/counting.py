"""Questions kept once each with a count: the same words in other width or case count as the same."""

from typing import Any

from django.db.models import F, Model
from django.utils import timezone

from knowledge.domain.text import clean, digest


def count(model: type[Model], text: str, identity: dict[str, Any] | None = None, **seen: Any) -> Any:
    """Count the text once more; its row's primary key. The text is masked by who calls.

    identity: what tells its rows apart beside the words; seen: kept of the latest."""
    identity = {"key": digest(text), **(identity or {})}
    seen["last_at"] = timezone.now()
    rows = model._default_manager
    row, created = rows.get_or_create(**identity, defaults={"text": clean(text), **seen})
    if not created:
        rows.filter(pk=row.pk).update(count=F("count") + 1, **seen)
    return row.pk
