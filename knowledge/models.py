"""Drafts that staff edit, immutable releases that the bot reads, and questions that found no answer."""

from django.db import models


class Draft(models.Model):
    """An entry as staff last saved it; `data` has the fields of knowledge.domain.schema.Entry."""

    entry_id = models.CharField("ID", max_length=80, unique=True)
    data = models.JSONField("内容")
    updated_at = models.DateTimeField("更新日時", auto_now=True)

    class Meta:
        ordering = ("entry_id",)
        verbose_name = verbose_name_plural = "下書き"

    def __str__(self) -> str:
        return f"{self.entry_id} {self.data.get('title', '')}"


class Release(models.Model):
    """What the bot answers from: entries and the matcher fitted on them, never changed once stored."""

    number = models.PositiveIntegerField("版", unique=True)
    entries = models.JSONField("内容")
    matcher = models.BinaryField()
    encoder = models.CharField(max_length=200)
    note = models.TextField("メモ")
    published_by = models.CharField("公開者", max_length=150)
    published_at = models.DateTimeField("公開日時", auto_now_add=True)

    class Meta:
        ordering = ("-number",)
        verbose_name = verbose_name_plural = "公開した版"

    def __str__(self) -> str:
        return f"第{self.number}版"


class Activation(models.Model):
    """Each time a release went live (published or rolled back to); the newest row is the live one."""

    release = models.ForeignKey(Release, on_delete=models.PROTECT, verbose_name="版")
    by = models.CharField("操作した人", max_length=150)
    at = models.DateTimeField("日時", auto_now_add=True)

    class Meta:
        ordering = ("-id",)
        verbose_name = verbose_name_plural = "公開の履歴"

    def __str__(self) -> str:
        return f"{self.release} {self.at:%Y-%m-%d %H:%M}"


class Vector(models.Model):
    """A text's vector, cached by content and encoder version: fitting again costs no encoding."""

    key = models.CharField(max_length=64, primary_key=True)
    data = models.BinaryField()

    def __str__(self) -> str:
        return self.key


class UnansweredQuestion(models.Model):
    """A question the page does not settle, stored once however often it is asked, for content staff."""

    key = models.CharField(max_length=64, unique=True, editable=False)
    text = models.TextField("質問")
    verdict = models.CharField("判定", max_length=20)
    nearest = models.CharField("近い項目", max_length=80, blank=True)
    count = models.PositiveIntegerField("回数", default=1)
    first_at = models.DateTimeField("最初", auto_now_add=True)
    last_at = models.DateTimeField("最近")

    class Meta:
        ordering = ("-count", "-last_at")
        verbose_name = verbose_name_plural = "答えられなかった質問"

    def __str__(self) -> str:
        return self.text


class ClarifiedQuestion(models.Model):
    """What visitors chose when they were asked back about a question; an empty entry: none of those offered."""

    key = models.CharField(max_length=64, editable=False)
    text = models.TextField("質問")
    entry_id = models.CharField("選ばれた項目", max_length=80, blank=True)
    count = models.PositiveIntegerField("回数", default=1)
    last_at = models.DateTimeField("最近")

    class Meta:
        ordering = ("-count", "-last_at")
        constraints = (models.UniqueConstraint(fields=("key", "entry_id"), name="one_row_a_choice"),)
        verbose_name = verbose_name_plural = "聞き返した質問"

    def __str__(self) -> str:
        return self.text
