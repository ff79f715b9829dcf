"""Files that staff look at before they are imported."""

from django.conf import settings
from django.db import models


class Upload(models.Model):
    """A file as it was handed in, and what it would change: `plan` is a knowledge.import_plan.ImportPlan.

    `scope` is "" for all entries, else a kind. It is kept until it is imported, or for a day."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True, db_index=True)
    name = models.CharField(max_length=255)
    scope = models.CharField(max_length=20, blank=True)
    content = models.BinaryField()
    plan = models.JSONField()

    class Meta:
        ordering = ("-id",)
        default_permissions = ()

    def __str__(self) -> str:
        return self.name
