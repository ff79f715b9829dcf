"""The audit trail: one row a deed, in the order in which they were done."""

from typing import Any, NoReturn

from django.db import models

from audit.vocabulary import FACTS, Did, Kind

SHOWN = 3
"""References named in full where room is short."""


class AppendOnly(Exception):
    """Somebody tried to change or delete what is recorded."""

    def __init__(self, *_: object, **__: object) -> None:
        super().__init__("the audit trail is append-only; manage.py forget_audit is the one way to make it shorter")


class _Records(models.QuerySet["Record"]):
    def update(self, **kwargs: Any) -> NoReturn:
        raise AppendOnly

    def delete(self) -> NoReturn:
        raise AppendOnly


class Record(models.Model):
    """Who did what to which object. Written by audit.recording alone; the database itself refuses to change a row
    (audit.guards). The user is named and not referred to, so that a deleted account stays accountable."""

    number = models.PositiveBigIntegerField("番号", primary_key=True)
    at = models.DateTimeField("日時", db_index=True)
    user_id = models.PositiveBigIntegerField("利用者番号", null=True)
    user_name = models.CharField("利用者", max_length=150, db_index=True, blank=True)
    did = models.CharField("操作", max_length=12, choices=Did)
    kind = models.CharField("対象", max_length=10, choices=Kind)
    ids = models.TextField("対象の番号", blank=True, help_text="references or ids, a space between")
    facts = models.JSONField("内容", default=dict, help_text="see audit.vocabulary.FACTS")
    place = models.CharField("接続元", max_length=12, blank=True, help_text="a keyed digest of the address")
    previous = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64)

    objects = _Records.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "監査記録"
        ordering = ("-number",)
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AppendOnly
        super().save(*args, **{**kwargs, "force_insert": True})

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnly

    @property
    def who(self) -> str:
        """The login with its number first, so that no cell of a table begins with a name."""
        if self.user_id is not None:
            return f"{self.user_id}: {self.user_name}"
        return f"({self.user_name or ('ログイン前' if self.place else 'コマンド')})"

    @property
    def objects_named(self) -> str:
        ids = self.ids.split()
        more = f" ほか{len(ids) - SHOWN}件" if len(ids) > SHOWN else ""
        return f"{self.get_kind_display()} {' '.join(ids[:SHOWN])}{more}".strip()

    @property
    def facts_told(self) -> str:
        """件数: 12、形式: csv"""
        return "、".join(f"{FACTS.get(name, name)}: {_told(value)}" for name, value in self.facts.items())


def _told(value: Any) -> str:
    if isinstance(value, bool):
        return "はい" if value else "いいえ"
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)
