from django.db import migrations

import relationships.folded_field
from relationships.folding import fold

BATCH = 2000


def fold_titles(apps, schema_editor):
    activities = apps.get_model("activities", "Activity").objects
    batch = []
    for activity in activities.only("pk", "title").iterator(chunk_size=BATCH):
        activity.search_text = fold(activity.title)
        batch.append(activity)
        if len(batch) == BATCH:
            activities.bulk_update(batch, ["search_text"], batch_size=400)
            batch = []
    activities.bulk_update(batch, ["search_text"], batch_size=400)


class Migration(migrations.Migration):
    dependencies = [("activities", "0003_attachments_and_putting_off")]

    operations = [
        migrations.AddField(
            model_name="activity",
            name="search_text",
            field=relationships.folded_field.FoldedField(of="title"),
        ),
        migrations.RunPython(fold_titles, migrations.RunPython.noop),
    ]
