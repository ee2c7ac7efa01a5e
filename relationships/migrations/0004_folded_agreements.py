from django.db import migrations

import relationships.folded_field
from relationships.folding import fold


def fold_names(apps, schema_editor):
    rows = apps.get_model("relationships", "Agreement").objects
    for row in rows.only("pk", "title").iterator():
        rows.filter(pk=row.pk).update(search_text=fold(row.title))


class Migration(migrations.Migration):
    dependencies = [("relationships", "0003_people")]

    operations = [
        migrations.AddField(
            model_name="agreement",
            name="search_text",
            field=relationships.folded_field.FoldedField(of="title"),
        ),
        migrations.RunPython(fold_names, migrations.RunPython.noop),
    ]
