"""Receipts of erasures, and the group of those who erase at a visitor's wish."""

import django.utils.timezone
from django.apps.registry import Apps
from django.contrib.auth.management import create_permissions
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

GROUP = "privacy"
MAY = {
    "leads": ("view_lead", "view_note", "view_delivery", "erase_visitor"),
    "chat": ("view_erasurereceipt",),
}


def add_group(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Permissions are otherwise made only after all migrations have run."""
    group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=GROUP)
    for label, codenames in MAY.items():
        config = apps.get_app_config(label)
        config.models_module = True
        create_permissions(config, apps=apps, verbosity=0, using=schema_editor.connection.alias)
        config.models_module = None
        permissions = apps.get_model("auth", "Permission").objects
        group.permissions.add(*permissions.filter(content_type__app_label=label, codename__in=codenames))


def remove_group(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("auth", "Group").objects.filter(name=GROUP).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("chat", "0002_count_questions"),
        ("leads", "0004_erasure"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.CreateModel(
            name="ErasureReceipt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=20, unique=True, verbose_name="控えの番号")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="消去した日時")),
                ("by", models.CharField(max_length=150, verbose_name="消去した人")),
                ("references", models.JSONField(default=list, verbose_name="受付番号")),
                ("erased", models.JSONField(default=dict, verbose_name="消去したもの")),
                ("sent", models.JSONField(default=list, verbose_name="外部に届けた写し")),
                ("looked_for", models.PositiveIntegerField(null=True, verbose_name="探した文字列の数")),
                ("found", models.JSONField(default=list, verbose_name="残っていた所")),
            ],
            options={
                "verbose_name": "消去の控え",
                "verbose_name_plural": "消去の控え",
                "ordering": ("-at",),
                "default_permissions": ("view",),
            },
        ),
        migrations.RunPython(add_group, remove_group),
    ]
