"""What was plain before 0004 (and 0005 of leads) goes from the database's own pages, too."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from sealing.leftovers import wipe


def wipe_pages(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    wipe(schema_editor.connection, "chat_turn", "leads_lead", "leads_note", "leads_disclosure")


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("chat", "0004_sealed"), ("leads", "0005_sealed")]

    operations = [migrations.RunPython(wipe_pages, migrations.RunPython.noop)]
