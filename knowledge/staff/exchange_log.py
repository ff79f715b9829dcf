"""Imports in the history of each entry."""

from collections.abc import Iterable

from django.contrib.admin.models import ADDITION, CHANGE, DELETION, LogEntry
from django.contrib.auth.models import User

from knowledge.import_plan import ImportPlan
from knowledge.importing import Imported, apply
from knowledge.models import Draft


def apply_and_log(plan: ImportPlan, user: User, remove: bool) -> Imported:
    """importing.apply, told afterwards in the history of every entry that it touched. Raises as it does."""
    absent = _drafts(entry.id for entry in plan.absent) if remove else []
    done = apply(plan, user.get_username(), remove)
    # not in the same transaction: it would hold up visitors, whose messages are written meanwhile
    for drafts, flag, message in (
        (absent, DELETION, f"「{plan.name}」の取り込みで削除しました。"),
        (_drafts(done.added), ADDITION, f"「{plan.name}」から取り込みました。"),
        (_drafts(done.changed), CHANGE, f"「{plan.name}」の取り込みで変更しました。"),
    ):
        LogEntry.objects.log_actions(user.pk, drafts, flag, message)  # type: ignore[arg-type]
    return done


def _drafts(ids: Iterable[str]) -> list[Draft]:
    wanted = set(ids)
    return [d for d in Draft.objects.only("entry_id", "title") if d.entry_id in wanted] if wanted else []
