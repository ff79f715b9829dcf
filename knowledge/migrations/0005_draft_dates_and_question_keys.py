"""Kept of a draft beside its content: the days on which it is valid, and keys of its questions."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from knowledge.domain.draft_index import day, question_keys


def index_drafts(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for draft in apps.get_model("knowledge", "Draft").objects.all():
        data = draft.data
        draft.question_keys = " ".join(question_keys(data))
        draft.valid_from, draft.valid_until = day(data.get("valid_from")), day(data.get("valid_until"))
        draft.save(update_fields=["question_keys", "valid_from", "valid_until"])


class Migration(migrations.Migration):
    dependencies = [("knowledge", "0004_groups_and_index")]

    operations = [
        migrations.AddField("draft", "question_keys", models.TextField(blank=True, editable=False)),
        migrations.AddField("draft", "valid_from", models.DateField(editable=False, null=True, verbose_name="開始日")),
        migrations.AddField("draft", "valid_until", models.DateField(editable=False, null=True, verbose_name="終了日")),
        migrations.RunPython(index_drafts, migrations.RunPython.noop),
    ]
