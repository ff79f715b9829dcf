"""Imports in the history of each entry."""

from django.contrib.admin.models import ADDITION, CHANGE, DELETION, LogEntry
from django.contrib.auth.models import User
from django.db import transaction

from knowledge.import_plan import ImportPlan
from knowledge.importing import Imported, apply
from knowledge.models import Draft


@transaction.atomic
def apply_and_log(plan: ImportPlan, user: User, remove: bool) -> Imported:
    """importing.apply, told in the history of every entry that it touches. Raises as it does."""
    if remove:
        _log(user, [entry.id for entry in plan.absent], DELETION, f"「{plan.name}」の取り込みで削除しました。")
    done = apply(plan, user.get_username(), remove)
    _log(user, done.added, ADDITION, f"「{plan.name}」から取り込みました。")
    _log(user, done.changed, CHANGE, f"「{plan.name}」の取り込みで変更しました。")
    return done


def _log(user: User, ids: list[str], flag: int, message: str) -> None:
    wanted = set(ids)
    drafts = Draft.objects.only("entry_id", "title") if wanted else Draft.objects.none()
    touched = [draft for draft in drafts if draft.entry_id in wanted]
    LogEntry.objects.log_actions(user.pk, touched, flag, message)  # type: ignore[arg-type]
