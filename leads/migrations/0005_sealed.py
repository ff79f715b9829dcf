"""Who a visitor is and what was said to sales is sealed; the same customer is found by digests."""

import json

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from leads.domain.company import company_key
from leads.domain.email_address import email_key
from leads.domain.phone_number import phone_key
from sealing.fields import LookupField, SealedJSONField, SealedTextField
from sealing.lookups import digest
from sealing.migrating import rewrite, seal_columns

KEYS = ("company_key", "email_key", "phone_key")


def digest_keys(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    rewrite(apps.get_model("leads", "Lead").objects, dict.fromkeys(KEYS, digest))


def read_keys(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """On the way back, from the content, which is plain again."""
    for lead in apps.get_model("leads", "Lead").objects.only("content").iterator():
        said = json.loads(lead.content)
        lead.company_key = company_key(said["company"] or "")
        lead.email_key = email_key(said["contact"]["email"] or "")
        lead.phone_key = phone_key(said["contact"]["phone"] or "")
        lead.save(update_fields=KEYS)


class Migration(migrations.Migration):
    dependencies = [("leads", "0004_erasure")]

    operations = [
        migrations.AlterField("lead", "content", models.TextField("内容")),
        migrations.AlterField("lead", "transcript", models.TextField("会話")),
        migrations.AlterField("lead", "company", models.TextField("会社名", blank=True)),
        migrations.AlterField("lead", "phone_key", LookupField()),
        migrations.AlterField("disclosure", "state", models.TextField()),
        migrations.AlterField("disclosure", "outcome", models.TextField(null=True)),
        migrations.RunPython(digest_keys, read_keys),
        seal_columns("leads", "Lead", texts=("company",), jsons=("content", "transcript")),
        seal_columns("leads", "Disclosure", jsons=("state", "outcome")),
        seal_columns("leads", "Note", texts=("text",)),
        migrations.AlterField("lead", "company_key", LookupField()),
        migrations.AlterField("lead", "email_key", LookupField()),
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField("lead", "content", SealedJSONField("内容", help_text="leads.domain.lead.Lead")),
                migrations.AlterField(
                    "lead",
                    "transcript",
                    SealedJSONField("会話", default=list, help_text="messages as in the public API"),
                ),
                migrations.AlterField("lead", "company", SealedTextField("会社名", blank=True)),
                migrations.AlterField("disclosure", "state", SealedJSONField()),
                migrations.AlterField("disclosure", "outcome", SealedJSONField(null=True)),
                migrations.AlterField("note", "text", SealedTextField("メモ")),
            ]
        ),
    ]
