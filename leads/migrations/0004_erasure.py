"""A lead keeps the words it agreed to; who may erase a visitor has a permission of their own."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("leads", "0003_form_progress"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="lead",
            options={
                "ordering": ("-created_at",),
                "permissions": (("erase_visitor", "お客さまの情報を消去できる"),),
                "verbose_name": "見込み客",
                "verbose_name_plural": "見込み客",
            },
        ),
        migrations.AddField(
            model_name="lead",
            name="agreed_to",
            field=models.TextField(blank=True, default="", editable=False, verbose_name="同意した文"),
        ),
    ]
