from django.db import migrations

import relationships.folded_field
from relationships.folding import fold


def fold_names(apps, schema_editor):
    rows = apps.get_model("activities", "Programme").objects
    for row in rows.only("pk", "name").iterator():
        rows.filter(pk=row.pk).update(search_text=fold(row.name))


class Migration(migrations.Migration):
    dependencies = [("activities", "0004_folded_title")]

    operations = [
        migrations.AddField(
            model_name="programme",
            name="search_text",
            field=relationships.folded_field.FoldedField(of="name"),
        ),
        migrations.RunPython(fold_names, migrations.RunPython.noop),
    ]
