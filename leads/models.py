"""Leads, what is still to be delivered of them, and forms under way."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from simple_history.models import HistoricalRecords

from leads.domain.consent import template
from leads.domain.lead import Grade, Kind
from leads.domain.lead import Lead as Content
from sealing.fields import LookupField, SealedJSONField, SealedTextField

KINDS = {Kind.QUOTE: "見積り", Kind.CALLBACK: "連絡希望", Kind.URGENT: "緊急(事故)"}
PERSONAL = ("content", "transcript", "company", "company_key", "email_key", "phone_key")
"""Columns that say who the visitor is; the history of changes does not copy them."""


class Status(models.TextChoices):
    NEW = "new", "未対応"
    IN_PROGRESS = "in_progress", "対応中"
    QUOTED = "quoted", "見積済"
    WON = "won", "成約"
    LOST = "lost", "失注"


class Lead(models.Model):
    """A visitor whom sales shall call: what was said, and what sales has done since."""

    reference = models.CharField("受付番号", max_length=20, unique=True)
    created_at = models.DateTimeField("受付日時", default=timezone.now, db_index=True)
    kind = models.CharField("種別", max_length=10, choices=[(k.value, v) for k, v in KINDS.items()])
    grade = models.CharField("ランク", max_length=1, choices=[(g.value, g.value) for g in Grade], db_index=True)
    content = SealedJSONField("内容", help_text="leads.domain.lead.Lead")
    transcript = SealedJSONField("会話", default=list, help_text="messages as in the public API")
    agreed_to = models.TextField("同意した文", blank=True, default="", editable=False)
    company = SealedTextField("会社名", blank=True)
    company_key = LookupField(key_of="leads.lookup_keys.company")
    email_key = LookupField(key_of="leads.lookup_keys.email")
    phone_key = LookupField(key_of="leads.lookup_keys.phone")
    session = models.UUIDField(db_index=True, editable=False)
    status = models.CharField("状況", max_length=12, choices=Status.choices, default=Status.NEW, db_index=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="担当者", null=True, blank=True, related_name="+"
    )
    history = HistoricalRecords(excluded_fields=[*PERSONAL, "agreed_to"], cascade_delete_history=True)

    class Meta:
        verbose_name = verbose_name_plural = "見込み客"
        ordering = ("-created_at",)
        permissions = (("erase_visitor", "お客さまの情報を消去できる"),)

    def __str__(self) -> str:
        return self.reference

    @property
    def said(self) -> Content:
        return Content.model_validate(self.content)

    @property
    def consented_to(self) -> str | None:
        """The words as the visitor read them; of an older lead their version, its blanks open; None if neither is."""
        return self.agreed_to or template(self.said.consent.version, self.said.kind)


class Note(models.Model):
    """What sales wrote about a lead."""

    lead = models.ForeignKey(Lead, models.CASCADE, related_name="notes")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="記入者", null=True, related_name="+"
    )
    at = models.DateTimeField("日時", auto_now_add=True)
    text = SealedTextField("メモ")

    class Meta:
        verbose_name = verbose_name_plural = "メモ"
        ordering = ("at",)

    def __str__(self) -> str:
        return f"{self.lead.reference} {self.at:%Y-%m-%d}"


class Channel(models.TextChoices):
    WEBHOOK = "webhook", "Webhook"
    EMAIL = "email", "メール"
    SLACK = "slack", "Slack"


class DeliveryState(models.TextChoices):
    WAITING = "waiting", "配信待ち"
    DELIVERED = "delivered", "配信済み"
    DEAD = "dead", "配信できず"


class Delivery(models.Model):
    """The outbox: one row for each way a lead goes out. Claimed by pushing `not_before` forward (a lease).

    The id is the webhook-id: the same over every try, so that the receiver can drop what it has already."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    lead = models.ForeignKey(Lead, models.CASCADE, related_name="deliveries")
    channel = models.CharField("配信先", max_length=10, choices=Channel.choices)
    state = models.CharField("状態", max_length=10, choices=DeliveryState.choices, default=DeliveryState.WAITING)
    attempts = models.PositiveIntegerField("試行回数", default=0)
    not_before = models.DateTimeField("次の試行", default=timezone.now)
    delivered_at = models.DateTimeField("配信日時", null=True)
    last_error = models.CharField("直近のエラー", max_length=300, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "配信"
        constraints = (models.UniqueConstraint(fields=("lead", "channel"), name="one_delivery_a_channel"),)
        indexes = (models.Index(fields=("state", "not_before")),)
        permissions = (("replay_delivery", "配信をやり直せる"),)

    def __str__(self) -> str:
        return f"{self.lead.reference} {self.channel}"


class FormProgress(models.Model):
    """How far a form got: the day in Japan on which it was begun, the furthest field asked, how it ended if it did.

    It knows neither the visitor nor any answer, so it may outlive the form, which goes with its session or, left
    unfinished, after the retention time: neither has to touch it, and where visitors give up is still counted. A row a
    form rather than a count a day, because a form moves on from step to step and a row can follow it."""

    day = models.DateField("始めた日", db_index=True)
    kind = models.CharField("種別", max_length=10, choices=[(k.value, v) for k, v in KINDS.items()])
    reached = models.CharField("進んだ項目", max_length=20)
    end = models.CharField("終わり方", max_length=10, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "フォームの進み具合"

    def __str__(self) -> str:
        return f"{self.day} {self.kind} {self.reached}"


class Disclosure(models.Model):
    """A form under way, or ended: sent (with its lead) or cancelled. At most one of a session is open.

    `state` is leads.domain.form.Form; `message` is the last message taken, `outcome` what was said to it, so that a
    message heard twice is answered the same and changes nothing."""

    session = models.UUIDField(db_index=True)
    state = SealedJSONField()
    message = models.CharField(max_length=64, blank=True)
    outcome = SealedJSONField(null=True)
    updated_at = models.DateTimeField(auto_now=True)
    ended_at = models.DateTimeField(null=True)
    lead = models.OneToOneField(Lead, models.SET_NULL, null=True, related_name="disclosure")
    progress = models.OneToOneField(FormProgress, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("session",), condition=models.Q(ended_at=None), name="one_open_form_a_session"
            ),
        )

    def __str__(self) -> str:
        return f"{self.session} {self.updated_at:%Y-%m-%d}"
