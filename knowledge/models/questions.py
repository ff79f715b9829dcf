"""What visitors asked in vain, what they chose when asked back, and how they liked an answer."""

from django.db import models


class UnansweredQuestion(models.Model):
    """A question the page does not settle, stored once however often it is asked, for content staff.

    `masked`: names of people and companies have been looked for, too (numbers and addresses are masked before it is
    kept). `done_as` says what became of it: an entry id with its field, or `ignored`."""

    key = models.CharField(max_length=64, unique=True, editable=False)
    text = models.TextField("質問")
    verdict = models.CharField("判定", max_length=20)
    nearest = models.CharField("近い項目", max_length=80, blank=True)
    count = models.PositiveIntegerField("回数", default=1)
    first_at = models.DateTimeField("最初", auto_now_add=True)
    last_at = models.DateTimeField("最近")
    masked = models.BooleanField(default=False, editable=False)
    done_at = models.DateTimeField("済んだ日時", null=True, blank=True, db_index=True)
    done_by = models.CharField("済ませた人", max_length=150, blank=True)
    done_as = models.CharField("どうしたか", max_length=120, blank=True)

    class Meta:
        ordering = ("-count", "-last_at")
        verbose_name = verbose_name_plural = "答えられなかった質問"

    def __str__(self) -> str:
        return self.text


class AskedOnDay(models.Model):
    """How often an unanswered question was asked on a day (in Japan)."""

    question = models.ForeignKey(UnansweredQuestion, on_delete=models.CASCADE, related_name="days")
    day = models.DateField()
    count = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("question", "day"), name="one_row_a_day"),)

    def __str__(self) -> str:
        return f"{self.day} {self.count}"


class ClarifiedQuestion(models.Model):
    """What visitors chose when they were asked back about a question; an empty entry: none of those offered."""

    key = models.CharField(max_length=64, editable=False)
    text = models.TextField("質問")
    entry_id = models.CharField("選ばれた項目", max_length=80, blank=True)
    count = models.PositiveIntegerField("回数", default=1)
    last_at = models.DateTimeField("最近")
    masked = models.BooleanField(default=False, editable=False)
    done_at = models.DateTimeField("済んだ日時", null=True, blank=True, db_index=True)

    class Meta:
        ordering = ("-count", "-last_at")
        constraints = (models.UniqueConstraint(fields=("key", "entry_id"), name="one_row_a_choice"),)
        verbose_name = verbose_name_plural = "聞き返した質問"

    def __str__(self) -> str:
        return self.text


class RatedAnswer(models.Model):
    """How visitors rated the answer to a question: one row for a question and the entry that answered it."""

    key = models.CharField(max_length=64, editable=False)
    text = models.TextField("質問")
    entry_id = models.CharField("答えた項目", max_length=80, blank=True)
    verdict = models.CharField("判定", max_length=20)
    helpful = models.PositiveIntegerField("👍", default=0)
    unhelpful = models.PositiveIntegerField("👎", default=0)
    last_at = models.DateTimeField("最近")
    masked = models.BooleanField(default=False, editable=False)
    done_at = models.DateTimeField("済んだ日時", null=True, blank=True, db_index=True)

    class Meta:
        ordering = ("-unhelpful", "-last_at")
        constraints = (models.UniqueConstraint(fields=("key", "entry_id"), name="one_row_a_rated_answer"),)
        verbose_name = verbose_name_plural = "評価された回答"

    def __str__(self) -> str:
        return self.text
