"""What the bot answers from, and what is prepared to become it."""

from django.db import models
from django.utils import timezone


class Release(models.Model):
    """What the bot answers from: entries and the matcher fitted on them, never changed once stored."""

    number = models.PositiveIntegerField("版", unique=True)
    entries = models.JSONField("内容")
    matcher = models.BinaryField()
    encoder = models.CharField(max_length=200)
    note = models.TextField("メモ")
    published_by = models.CharField("公開者", max_length=150)
    approved_by = models.CharField("承認者", max_length=150, blank=True)
    override_reason = models.TextField("確認の誤りを承知で公開した理由", blank=True)
    report = models.JSONField(default=dict, help_text="knowledge.domain.comparison.Report")
    published_at = models.DateTimeField("公開日時", auto_now_add=True)

    class Meta:
        ordering = ("-number",)
        verbose_name = verbose_name_plural = "公開した版"
        permissions = (("request_release", "公開を申請できる"), ("approve_release", "公開を承認できる"))

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


class CandidateState(models.TextChoices):
    WORKING = "working", "準備中"
    FAULTY = "faulty", "内容に誤りがあります"
    READY = "ready", "準備ができました"
    FAILED = "failed", "準備が中断しました"


class Candidate(models.Model):
    """The drafts as they were at one moment, fitted and tried: what staff try out, compare and publish.

    `digest` tells which drafts; `report` is knowledge.domain.comparison.Report against release `base`; while it is
    worked on, `step` and `progress` (0 to 100) say how far, and `lease_until` when it counts as broken off."""

    digest = models.CharField(max_length=64, unique=True)
    state = models.CharField("状態", max_length=10, choices=CandidateState.choices, default=CandidateState.WORKING)
    step = models.CharField(max_length=100, blank=True)
    progress = models.PositiveIntegerField(default=0)
    lease_until = models.DateTimeField(default=timezone.now)
    faults = models.JSONField(default=list)
    entries = models.JSONField(default=list)
    matcher = models.BinaryField(default=bytes)
    encoder = models.CharField(max_length=200, blank=True)
    base = models.PositiveIntegerField(default=0)
    report = models.JSONField(default=dict)
    made_at = models.DateTimeField("準備した日時", default=timezone.now)

    class Meta:
        ordering = ("-made_at",)
        verbose_name = verbose_name_plural = "公開の候補"

    def __str__(self) -> str:
        return f"候補 {self.digest[:8]} {self.get_state_display()}"


class Proposal(models.Model):
    """A candidate that somebody asks to publish; closed by a colleague who approves it, or withdrawn."""

    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, verbose_name="候補")
    note = models.TextField("何を変えたか")
    by = models.CharField("申請者", max_length=150)
    at = models.DateTimeField("申請日時", auto_now_add=True)
    withdrawn_at = models.DateTimeField("取り下げた日時", null=True)
    release = models.OneToOneField(Release, on_delete=models.PROTECT, null=True, verbose_name="公開した版")

    class Meta:
        ordering = ("-id",)
        verbose_name = verbose_name_plural = "公開の申請"

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.note[:30]}"

    @property
    def is_open(self) -> bool:
        return self.withdrawn_at is None and self.release_id is None
