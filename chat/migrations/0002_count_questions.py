"""What visitors asked is counted by day; what they asked so far too. The group `content` may see the figures."""

from collections import defaultdict
from itertools import batched

import django.db.models.deletion
from django.apps.registry import Apps
from django.contrib.auth.management import create_permissions
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.utils import timezone

from chat.asking import answer_to

AT_ONCE = 500
"""Turns written in one statement: SQLite takes no more than 999 variables in older versions."""


def count_kept(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    turns, tallies = apps.get_model("chat", "Turn").objects, apps.get_model("chat", "Tally").objects
    counted = defaultdict(list)
    first_of, rated = {}, {}
    columns = ("id", "session_id", "text", "message", "at", "reply", "helpful")
    for pk, session, text, message, at, reply, helpful in turns.order_by("id").values_list(*columns).iterator():
        if answer := answer_to(text, message, reply):
            entry_id = answer["entries"][0]["id"] if answer["entries"] else ""
            counted[timezone.localdate(at), answer["verdict"], entry_id].append(pk)
            first_of.setdefault(session, pk)
            rated[pk] = helpful
    firsts = set(first_of.values())
    for (day, verdict, entry_id), ids in counted.items():
        tally = tallies.create(
            day=day,
            verdict=verdict,
            entry_id=entry_id,
            questions=len(ids),
            conversations=len(firsts.intersection(ids)),
            helpful=sum(rated[pk] is True for pk in ids),
            unhelpful=sum(rated[pk] is False for pk in ids),
        )
        for some in batched(ids, AT_ONCE):
            turns.filter(id__in=some).update(tally=tally)


def let_content_staff_see(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Permissions are otherwise made only after all migrations have run."""
    chat = apps.get_app_config("chat")
    chat.models_module = True
    create_permissions(chat, apps=apps, verbosity=0, using=schema_editor.connection.alias)
    chat.models_module = None
    group, _ = apps.get_model("auth", "Group").objects.get_or_create(name="content")
    permission = apps.get_model("auth", "Permission").objects.get(
        content_type__app_label="chat", codename="view_numbers"
    )
    group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("chat", "0001_initial"),
        ("knowledge", "0004_groups_and_index"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="session",
            options={"permissions": (("view_numbers", "数字のページを見られる"),)},
        ),
        migrations.CreateModel(
            name="Tally",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField(verbose_name="日")),
                ("verdict", models.CharField(max_length=20, verbose_name="判定")),
                ("entry_id", models.CharField(blank=True, max_length=80, verbose_name="項目")),
                ("questions", models.PositiveIntegerField(default=0, verbose_name="質問")),
                ("conversations", models.PositiveIntegerField(default=0, verbose_name="会話")),
                ("helpful", models.PositiveIntegerField(default=0, verbose_name="👍")),
                ("unhelpful", models.PositiveIntegerField(default=0, verbose_name="👎")),
            ],
            options={
                "verbose_name": "日ごとの質問の数",
                "verbose_name_plural": "日ごとの質問の数",
                "constraints": [models.UniqueConstraint(fields=("day", "verdict", "entry_id"), name="one_tally_a_day")],
            },
        ),
        migrations.AddField(
            model_name="turn",
            name="tally",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="chat.tally"
            ),
        ),
        migrations.RunPython(count_kept, migrations.RunPython.noop),
        migrations.RunPython(let_content_staff_see, migrations.RunPython.noop),
    ]
