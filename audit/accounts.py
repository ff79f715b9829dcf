"""Changes of users, groups and what they may do, wherever they are made: staff pages, commands, a shell."""

from typing import Any

from django.contrib.auth.models import Group, User
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_save
from django.dispatch import receiver

from audit.recording import record
from audit.vocabulary import Did, Kind

NOT_TOLD = frozenset({"last_login"})
GIVEN, TAKEN, ALL_TAKEN = "post_add", "post_remove", "post_clear"


@receiver(pre_save, sender=User, dispatch_uid="audit.user_before")
@receiver(pre_save, sender=Group, dispatch_uid="audit.group_before")
def compare(sender: Any, instance: Any, **_: Any) -> None:
    """Note on the instance which fields differ from what is stored; all of a new one are its addition."""
    old = sender._default_manager.filter(pk=instance.pk).values().first() if instance.pk else None
    names = [field.attname for field in sender._meta.concrete_fields]
    differing = [n for n in names if n not in NOT_TOLD and old is not None and old[n] != getattr(instance, n)]
    instance._audit = differing


@receiver(post_save, sender=User, dispatch_uid="audit.user_saved")
@receiver(post_save, sender=Group, dispatch_uid="audit.group_saved")
def saved(sender: Any, instance: Any, created: bool, update_fields: Any = None, **_: Any) -> None:
    changed = [name for name in instance._audit if update_fields is None or name in update_fields]
    if created:
        record(Did.ADDED, *_named(instance))
    elif changed:
        record(Did.CHANGED, *_named(instance), fields=changed)


@receiver(post_delete, sender=User, dispatch_uid="audit.user_deleted")
@receiver(post_delete, sender=Group, dispatch_uid="audit.group_deleted")
def deleted(sender: Any, instance: Any, **_: Any) -> None:
    record(Did.DELETED, *_named(instance))


@receiver(m2m_changed, sender=User.groups.through, dispatch_uid="audit.groups")
@receiver(m2m_changed, sender=User.user_permissions.through, dispatch_uid="audit.user_permissions")
@receiver(m2m_changed, sender=Group.permissions.through, dispatch_uid="audit.permissions")
def given_or_taken(sender: Any, instance: Any, action: str, model: Any, pk_set: set[int] | None, **_: Any) -> None:
    """Groups and permissions by their names; from a group's side the users by their logins."""
    named = [str(other) for other in model._default_manager.filter(pk__in=pk_set or ())]
    if action == GIVEN and named:
        record(Did.CHANGED, *_named(instance), given=named)
    elif action == TAKEN and named:
        record(Did.CHANGED, *_named(instance), taken=named)
    elif action == ALL_TAKEN:
        record(Did.CHANGED, *_named(instance), taken=["*"])


def _named(instance: Any) -> tuple[Kind, str]:
    if isinstance(instance, User):
        return Kind.USER, instance.get_username()
    return (Kind.GROUP, instance.name) if isinstance(instance, Group) else (Kind.GROUP, str(instance))
