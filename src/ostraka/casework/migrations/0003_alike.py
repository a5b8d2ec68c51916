"""Alerts that are alike, and entries that their lists no longer have."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0002_append_only"),
    ]

    operations = [
        migrations.AddField(
            model_name="alert",
            name="pattern",
            field=models.CharField(db_index=True, default="", max_length=64),
        ),
        migrations.AddField(
            model_name="alertparty",
            name="ended",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="alertparty",
            name="found",
            field=models.BooleanField(default=True),
        ),
    ]
