"""The database refuses to change the trail; the group of the auditors, who read it."""

from django.apps.registry import Apps
from django.contrib.auth.management import create_permissions
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from audit import guards

GROUP = "auditor"


def put_up(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    guards.put_up(schema_editor.connection)


def take_down(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    guards.take_down(schema_editor.connection)


def add_group(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Permissions are otherwise made only after all migrations have run."""
    audit = apps.get_app_config("audit")
    audit.models_module = True
    create_permissions(audit, apps=apps, verbosity=0, using=schema_editor.connection.alias)
    audit.models_module = None
    permissions = apps.get_model("auth", "Permission").objects.filter(content_type__app_label="audit")
    group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=GROUP)
    group.permissions.add(*permissions)


def remove_group(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("auth", "Group").objects.filter(name=GROUP).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.RunPython(put_up, take_down),
        migrations.RunPython(add_group, remove_group),
    ]
