"""What visitors said is sealed, and what was replied."""

from django.db import migrations, models

from sealing.fields import SealedJSONField, SealedTextField
from sealing.migrating import seal_columns


def _turn(name: str, field: models.Field) -> migrations.AlterField:
    return migrations.AlterField("turn", name, field)


class Migration(migrations.Migration):
    dependencies = [("chat", "0003_erasure")]

    operations = [
        _turn("reply", models.TextField(null=True)),
        _turn("payloads", models.TextField()),
        seal_columns("chat", "Turn", texts=("text", "message"), jsons=("reply", "payloads")),
        migrations.SeparateDatabaseAndState(
            state_operations=[
                _turn("text", SealedTextField()),
                _turn("message", SealedTextField()),
                _turn("reply", SealedJSONField(null=True)),
                _turn("payloads", SealedJSONField(default=dict)),
            ]
        ),
    ]
