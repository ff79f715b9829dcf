"""Visitors' sessions and their turns. The session id is no credential: a signed token is (chat.tokens)."""

import uuid

from django.db import models
from django.utils import timezone

from sealing.fields import SealedJSONField, SealedTextField


class Session(models.Model):
    """One visitor's conversation; its id is also Rasa's sender id."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()

    class Meta:
        permissions = (("view_numbers", "数字のページを見られる"),)

    def __str__(self) -> str:
        return str(self.id)


class Tally(models.Model):
    """How many questions of a day (in Japan) got this verdict and this entry first ("" for none), and their ratings.

    Counts alone, so they may outlive the conversations, erased at the visitor's wish or by age: what was counted of a
    period stays as it was. `conversations` counts those that were the first question of theirs."""

    day = models.DateField("日")
    verdict = models.CharField("判定", max_length=20)
    entry_id = models.CharField("項目", max_length=80, blank=True)
    questions = models.PositiveIntegerField("質問", default=0)
    conversations = models.PositiveIntegerField("会話", default=0)
    helpful = models.PositiveIntegerField("👍", default=0)
    unhelpful = models.PositiveIntegerField("👎", default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("day", "verdict", "entry_id"), name="one_tally_a_day"),)
        verbose_name = verbose_name_plural = "日ごとの質問の数"

    def __str__(self) -> str:
        return f"{self.day} {self.verdict} {self.entry_id} {self.questions}"


class Turn(models.Model):
    """What the visitor sent and what was replied. Stored before Rasa is asked, so that no message is ever lost.

    `reply` is null while the turn is under way, then the API's {"messages", "answer", "form"}.
    `text` is what the transcript shows, `message` what Rasa is told.
    `payloads` maps the ids of the reply's buttons to what they mean to Rasa; it never leaves the server.
    `tally` is where it is counted, if it is an answered question.
    """

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="turns")
    message_id = models.UUIDField()
    text = SealedTextField()
    message = SealedTextField()
    at = models.DateTimeField(auto_now_add=True)
    claimed_at = models.DateTimeField()
    reply = SealedJSONField(null=True)
    payloads = SealedJSONField(default=dict)
    failed = models.BooleanField(default=False)
    helpful = models.BooleanField(null=True)
    tally = models.ForeignKey(Tally, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=("session", "message_id"), name="one_turn_a_message"),)

    def __str__(self) -> str:
        return f"{self.session_id}/{self.pk}"


class ErasureReceipt(models.Model):
    """That a visitor was erased by staff, in words that name nobody: shown to staff, printed for the visitor.

    `references`: of the leads that are gone; `erased`: how many of what; `sent`: ways out by which copies had left
    before; `found`: the places in which the check still met the visitor's words or session, none when all is well;
    `looked_for`: how many words it looked for, None when it could not look."""

    number = models.CharField("控えの番号", max_length=20, unique=True)
    at = models.DateTimeField("消去した日時", default=timezone.now)
    by = models.CharField("消去した人", max_length=150)
    references = models.JSONField("受付番号", default=list)
    erased = models.JSONField("消去したもの", default=dict)
    sent = models.JSONField("外部に届けた写し", default=list)
    looked_for = models.PositiveIntegerField("探した文字列の数", null=True)
    found = models.JSONField("残っていた所", default=list)

    class Meta:
        default_permissions = ("view",)
        ordering = ("-at",)
        verbose_name = verbose_name_plural = "消去の控え"

    def __str__(self) -> str:
        return self.number

    @property
    def result(self) -> str:
        """What the check found, for people."""
        if self.looked_for is None:
            return "確かめられませんでした"
        return f"残っていた所: {'、'.join(self.found)}" if self.found else "残っていた所はありません"
