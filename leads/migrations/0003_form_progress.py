"""How far each form got, kept apart from what was said in it; forms begun before count on the day of their last turn."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.utils import timezone

from leads.domain.fields import ASKED
from leads.domain.lead import Kind

NAMED = {"disclosure": Kind.QUOTE, "callback": Kind.CALLBACK}
"""Of a cancelled form only the API's name is left."""


def fill(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for form in apps.get_model("leads", "Disclosure").objects.select_related("lead").order_by("id"):
        if form.lead:
            kind, end = Kind(form.lead.kind), "sent"
            reached = ASKED[kind][-1]
        elif form.ended_at is None:
            kind, reached, end = Kind(form.state["kind"]), form.state["asks"], ""
        else:
            last = (form.outcome or {}).get("form") or {}
            kind, end = NAMED.get(last.get("name"), Kind.QUOTE), "cancelled"
            reached = ASKED[kind][min(last.get("step", 1), len(ASKED[kind])) - 1]
        day = timezone.localdate(form.updated_at)
        form.progress = apps.get_model("leads", "FormProgress").objects.create(
            day=day, kind=kind, reached=reached, end=end
        )
        form.save(update_fields=["progress"])


class Migration(migrations.Migration):
    dependencies = [("leads", "0002_sales_group")]

    operations = [
        migrations.CreateModel(
            name="FormProgress",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField(db_index=True, verbose_name="始めた日")),
                (
                    "kind",
                    models.CharField(
                        choices=[("quote", "見積り"), ("callback", "連絡希望"), ("urgent", "緊急(事故)")],
                        max_length=10,
                        verbose_name="種別",
                    ),
                ),
                ("reached", models.CharField(max_length=20, verbose_name="進んだ項目")),
                ("end", models.CharField(blank=True, max_length=10, verbose_name="終わり方")),
            ],
            options={"verbose_name": "フォームの進み具合", "verbose_name_plural": "フォームの進み具合"},
        ),
        migrations.AddField(
            model_name="disclosure",
            name="progress",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="leads.formprogress",
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
