"""The group of salespeople: they read and work on leads; nobody adds or deletes one by hand."""

from django.apps.registry import Apps
from django.contrib.auth.management import create_permissions
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

GROUP = "sales"
MAY = ("view_lead", "change_lead", "view_note", "add_note", "view_delivery", "replay_delivery")


def add_group(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Permissions are otherwise made only after all migrations have run."""
    leads = apps.get_app_config("leads")
    leads.models_module = True
    create_permissions(leads, apps=apps, verbosity=0, using=schema_editor.connection.alias)
    leads.models_module = None
    permissions = apps.get_model("auth", "Permission").objects.filter(content_type__app_label="leads", codename__in=MAY)
    group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=GROUP)
    group.permissions.add(*permissions)


def remove_group(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("auth", "Group").objects.filter(name=GROUP).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("leads", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="delivery",
            options={
                "permissions": (("replay_delivery", "配信をやり直せる"),),
                "verbose_name": "配信",
                "verbose_name_plural": "配信",
            },
        ),
        migrations.RunPython(add_group, remove_group),
    ]
