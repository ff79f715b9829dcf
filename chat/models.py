"""Visitors' sessions and their turns. The session id is no credential: a signed token is (chat.tokens)."""

import uuid

from django.db import models


class Session(models.Model):
    """One visitor's conversation; its id is also Rasa's sender id."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.id)


class Turn(models.Model):
    """What the visitor sent and what was replied. Stored before Rasa is asked, so that no message is ever lost.

    `reply` is null while the turn is under way, then the API's {"messages", "answer", "form"}.
    `text` is what the transcript shows, `message` what Rasa is told.
    `payloads` maps the ids of the reply's buttons to what they mean to Rasa; it never leaves the server.
    """

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="turns")
    message_id = models.UUIDField()
    text = models.TextField()
    message = models.TextField()
    at = models.DateTimeField(auto_now_add=True)
    claimed_at = models.DateTimeField()
    reply = models.JSONField(null=True)
    payloads = models.JSONField(default=dict)
    failed = models.BooleanField(default=False)
    helpful = models.BooleanField(null=True)

    class Meta:
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=("session", "message_id"), name="one_turn_a_message"),)

    def __str__(self) -> str:
        return f"{self.session_id}/{self.pk}"
