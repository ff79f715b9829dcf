"""Entries as staff last saved them."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models.base import ModelBase

from knowledge.domain.draft_index import content_digest, day, question_keys, searched

KEPT_BESIDE = (
    *("kind", "title", "question_count", "boundary_count", "search_text", "digest"),
    *("question_keys", "valid_from", "valid_until"),
)
"""Columns derived from `data`, so that a list of thousands need not read it."""


class Draft(models.Model):
    """An entry as staff last saved it; `data` has the fields of knowledge.domain.schema.Entry.

    `version` rises with every save: who saves over an older one is told. `live_digest` is the digest of the content in
    the live release, "" when the entry is not in it. `found_share`, `quality` and `quality_of` say how many of its
    own questions find it when held out, and of which content that was measured."""

    entry_id = models.CharField("ID", max_length=80, unique=True)
    data = models.JSONField("内容")
    version = models.PositiveIntegerField(default=1, editable=False)
    updated_at = models.DateTimeField("更新日時", auto_now=True)
    updated_by = models.CharField("更新者", max_length=150, blank=True, editable=False)
    kind = models.CharField("種類", max_length=20, blank=True, db_index=True, editable=False)
    title = models.CharField("題", max_length=1000, blank=True, editable=False)
    question_count = models.PositiveIntegerField("質問", default=0, editable=False)
    boundary_count = models.PositiveIntegerField("境界", default=0, editable=False)
    search_text = models.TextField(blank=True, editable=False)
    digest = models.CharField(max_length=64, blank=True, editable=False)
    question_keys = models.TextField(blank=True, editable=False)
    valid_from = models.DateField("開始日", null=True, editable=False)
    valid_until = models.DateField("終了日", null=True, editable=False)
    live_digest = models.CharField(max_length=64, blank=True, editable=False)
    found_share = models.FloatField("見つかる割合", null=True, editable=False)
    quality = models.JSONField(default=dict, editable=False, help_text="knowledge.domain.findability.Found")
    quality_of = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        ordering = ("entry_id",)
        verbose_name = verbose_name_plural = "項目(下書き)"

    def __str__(self) -> str:
        return f"{self.entry_id} {self.title}"

    def index(self) -> "Draft":
        """Set the columns derived from `data`; needed before bulk_create and bulk_update, done by save."""
        data: dict[str, Any] = self.data if isinstance(self.data, dict) else {}
        self.kind, self.title = str(data.get("kind", ""))[:20], str(data.get("title", ""))[:1000]
        self.question_count, self.boundary_count = (len(data.get(name) or ()) for name in ("questions", "boundary"))
        self.search_text, self.digest = searched(self.entry_id, data), content_digest(data)
        self.question_keys = " ".join(question_keys(data))
        self.valid_from, self.valid_until = day(data.get("valid_from")), day(data.get("valid_until"))
        return self

    def save(
        self,
        force_insert: bool | tuple[ModelBase, ...] = False,
        force_update: bool = False,
        using: str | None = None,
        update_fields: Iterable[str] | None = None,
    ) -> None:
        self.index()
        if update_fields is not None and "data" in update_fields:
            update_fields = {*update_fields, *KEPT_BESIDE}
        super().save(force_insert=force_insert, force_update=force_update, using=using, update_fields=update_fields)


class Vector(models.Model):
    """A text's vector, cached by content and encoder version: fitting again costs no encoding."""

    key = models.CharField(max_length=64, primary_key=True)
    data = models.BinaryField()

    def __str__(self) -> str:
        return self.key
